"""Tests and benchmarks see the code of a lesson, and notice when it changes."""

import nbformat
import pytest

from tests.lessons import lesson_code
from tests.lessons.lesson_code import (
    fingerprint,
    lesson_namespace,
    lesson_nodes,
    module_fingerprint,
)

CELLS = [
    "from math import sqrt\nwith open_quietly():\n    import ast",
    'FILTERS = (8, 16)\nfilters = 3\nprint("not run")\nOPEN = open("missing")',
    'def width(level):\n    """Filters."""\n    return FILTERS[level]  # of both',
    "class Net:\n    levels = 2",
]


@pytest.fixture
def write_lesson(tmp_path, monkeypatch):
    """Write a notebook of these code cells where lessons are looked for."""
    monkeypatch.setattr(lesson_code, "NOTEBOOKS", tmp_path)

    def write(cells):
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells]
        )
        nbformat.write(notebook, tmp_path / "lesson.ipynb")

    return write


def test_imports_constants_functions_and_classes_are_taken(write_lesson):
    write_lesson([CELLS[0].replace("open_quietly()", "quiet_start()"), *CELLS[1:]])
    with pytest.raises(NameError, match="quiet_start"):
        lesson_namespace("lesson")
    write_lesson(["from math import sqrt", *CELLS[1:]])
    page = lesson_namespace("lesson")
    assert page["width"](1) == 16 and page["Net"].levels == 2 and page["sqrt"](4) == 2
    assert "filters" not in page and "OPEN" not in page
    assert len(lesson_nodes("lesson")) == 4


def test_a_quiet_import_is_taken(write_lesson):
    write_lesson(
        [
            "from utils.page.quiet import quiet_start\n"
            "with quiet_start():\n    import ast"
        ]
    )
    assert lesson_namespace("lesson")["ast"].parse


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  # of both", ""),
        ('    """Filters."""\n', ""),
        ("Filters.", "How many filters."),
        ("FILTERS[level]", "FILTERS[ level ]"),
    ],
)
def test_fingerprint_overlooks_what_changes_no_result(write_lesson, old, new):
    write_lesson(CELLS)
    before = fingerprint("lesson", ["width", "FILTERS"])
    write_lesson([cell.replace(old, new) for cell in CELLS])
    assert fingerprint("lesson", ["width", "FILTERS"]) == before


@pytest.mark.parametrize(
    ("old", "new"), [("FILTERS[level]", "FILTERS[-level]"), ("(8, 16)", "(8, 17)")]
)
def test_fingerprint_notices_what_may_change_a_result(write_lesson, old, new):
    write_lesson(CELLS)
    before = fingerprint("lesson", ["width", "FILTERS"])
    write_lesson([cell.replace(old, new) for cell in CELLS])
    assert fingerprint("lesson", ["width", "FILTERS"]) != before


def test_fingerprint_of_a_name_that_is_not_there(write_lesson):
    write_lesson(CELLS)
    with pytest.raises(ValueError, match="does not define depth"):
        fingerprint("lesson", ["width", "depth"])


def test_fingerprint_of_a_module(tmp_path, monkeypatch):
    monkeypatch.setattr(lesson_code, "COURSE", tmp_path)

    def of(text):
        (tmp_path / "helper.py").write_text(text, encoding="utf-8")
        return module_fingerprint("helper.py")

    before = of('"""Halves."""\n\n\ndef half(x):\n    """Half."""\n    return x / 2\n')
    assert of("def half(x):\n    return x / 2  # of it\n") == before
    assert of("def half(x):\n    return x / 3\n") != before
