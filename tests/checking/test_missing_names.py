"""In a notebook, a missing name gets the cell that defines it; a letter, its quotes."""

import json
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from traitlets.config import Config

from utils.checking import missing_names
from utils.checking.missing_names import where_defined
from utils.exercises import lesson_03

# One lesson's notebook, as a learner has it: (kind, source).
CELLS = [
    ("markdown", "# Pooling\n\n## Windows\n\nText."),
    ("code", "%matplotlib inline\nimport numpy as np\nfrom math import pi as circle"),
    ("code", "def pool_map(feature_map, size=2):\n    inside = 1\n    return inside"),
    ("markdown", "## Counts"),
    (
        "code",
        "with open(path) as file, lock:\n    first, *rest = 1, 2\n    rows[0] = 3",
    ),
    ("code", "for step in range(3):\n    if step:\n        seen: int = step"),
    ("code", "def broken(:\n    lost = 1"),
]


def notebook(folder, cells=CELLS, name="03_pooling.ipynb"):
    listed = [{"cell_type": kind, "source": [source]} for kind, source in cells]
    path = folder / name
    path.write_text(json.dumps({"cells": listed}), "utf-8")
    return path


class Shell:
    """As much of IPython's shell as the finder asks for."""

    kernel = True

    def __init__(self, ran, **names):
        self.user_ns = {"In": ["", ran], **names}


@pytest.fixture
def kernel(monkeypatch):
    def pretend(ran="", **names):
        monkeypatch.setattr(missing_names, "_kernel", lambda: Shell(ran, **names))

    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    pretend()
    return pretend


@pytest.mark.parametrize(
    ("name", "line", "section"),
    [
        ("np", "import numpy as np", "Windows"),
        ("circle", "from math import pi as circle", "Windows"),
        ("pool_map", "def pool_map(feature_map, size=2):", "Windows"),
        ("file", "with open(path) as file, lock:", "Counts"),
        ("rest", "first, *rest = 1, 2", "Counts"),
        ("step", "for step in range(3):", "Counts"),
        ("seen", "seen: int = step", "Counts"),
    ],
)
def test_the_cell_that_defines_a_name_is_found(
    name, line, section, kernel, tmp_path, monkeypatch
):
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook(tmp_path)))
    assert where_defined(name) == (
        f'`{name}` is defined by `{line}`, in the section "{section}". Run that cell '
        "first, or all above: Run ▸ Run All Above Selected Cell."
    )


@pytest.mark.parametrize("name", ["inside", "path", "rows", "lost", "numpy", "xyz"])
def test_what_no_cell_defines_is_not_found(name, kernel, tmp_path, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook(tmp_path)))
    assert where_defined(name) == ""


def test_the_notebook_is_found_by_its_editor_or_by_its_lesson(
    kernel, tmp_path, monkeypatch
):
    assert lesson_03.__name__ in sys.modules
    path = notebook(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert where_defined("pool_map").startswith("`pool_map` is defined by")
    path.rename(tmp_path / "mine.ipynb")
    assert where_defined("pool_map") == ""
    kernel(__vsc_ipynb_file__=str(tmp_path / "mine.ipynb"))
    assert where_defined("pool_map").startswith("`pool_map` is defined by")


def test_the_cell_that_was_just_run_is_not_advised(kernel, tmp_path, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook(tmp_path)))
    kernel(ran=CELLS[2][1])
    assert where_defined("pool_map") == ""


@pytest.mark.parametrize("content", ["", "[]", '{"cells": 3}', "{"])
def test_a_file_that_is_no_notebook_is_passed_over(
    content, kernel, tmp_path, monkeypatch
):
    path = tmp_path / "console"
    path.write_text(content)
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    assert where_defined("np") == ""


def test_without_a_kernel_nothing_is_looked_for(tmp_path, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook(tmp_path)))
    assert where_defined("np") == ""


STUB = "def max_pool(maps, size, stride):\n    return pool_map(maps)\n"
RUN = [
    "from utils.exercises import lesson_03 as exercise",
    "pool_map(3)",
    "no_such_name",
    "exercise.window_3_stride_2.answer(b)",
    "exercise.max_pol.check(1)",
    f"{STUB}\nexercise.max_pool.check(max_pool)",
    "1 / 0",
    "def inner():\n    return pool_map(3)\n\ninner()",
    "exercise.max_pool",
    "exercise.minus_ones.answer()",
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What each of the cells shows that are run in a kernel of their own."""
    folder = tmp_path_factory.mktemp("lesson")
    notebook(folder)
    cells = [nbformat.v4.new_code_cell(source) for source in RUN]
    page = nbformat.v4.new_notebook(cells=cells)
    config = Config({"KernelManager": {"transport_encryption": "auto"}})
    resources = {"metadata": {"path": str(folder)}}
    client = NotebookClient(page, allow_errors=True, resources=resources, config=config)
    client.execute()
    texts = {}
    for cell in page.cells:
        parts = [
            "\n".join(output.get("traceback", [])) + output.get("text", "")
            or output["data"]["text/plain"]
            for output in cell.outputs
        ]
        texts[cell.source] = "".join(parts)
    return texts


@pytest.mark.parametrize("source", [RUN[1], RUN[7]])
def test_a_traceback_gets_a_line_more(source, shown):
    text = shown[source]
    assert "Traceback" in text and "name 'pool_map' is not defined" in text
    assert (
        text.count("`pool_map` is defined by `def pool_map(feature_map, size=2)") == 1
    )


def test_other_tracebacks_stay_as_they_are(shown):
    assert shown["no_such_name"].rstrip().endswith("name 'no_such_name' is not defined")
    assert "ZeroDivisionError" in shown["1 / 0"] and "Traceback" in shown["1 / 0"]


def test_a_letter_without_quotes_gets_one_sentence(shown):
    sentence = 'The letter of a choice stands between quotes: answer("b").'
    assert shown["exercise.window_3_stride_2.answer(b)"].strip() == sentence


def test_a_misspelt_task_gets_one_sentence(shown):
    sentence = "Lesson 3 has no max_pol: did you mean max_pool?"
    assert shown["exercise.max_pol.check(1)"].strip() == sentence


def test_a_check_says_which_cell_its_answer_lacks(shown):
    text = shown[RUN[5]]
    assert "it stops with NameError: name 'pool_map' is not defined" in text
    assert "`pool_map` is defined by" in text and "Traceback" not in text


def test_what_is_left_empty_or_bare_is_answered(shown):
    assert shown["exercise.max_pool"].startswith("✗ max_pool is wrong so far.")
    assert shown["exercise.minus_ones.answer()"].startswith("Run this cell to answer")
