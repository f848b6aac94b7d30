"""`make lab` brings every lesson into `workbook/`, and leaves what is written there."""

import subprocess
import sys
import tomllib
import types

import nbformat
import pytest

from tests.tools.small_course import (
    SOLVED,
    code,
    newer,
    small_lesson,
    text,
)
from tools import lab
from tools.copying import copies, notebook_file
from tools.copying.copies import State, state_of
from tools.lessons import COURSE, all_lessons, notebook_path

ROOMS = ("utils", "tests", "tools")


@pytest.mark.parametrize("name", all_lessons())
def test_a_copy_is_the_lesson_as_published_without_outputs(name):
    copy = nbformat.reads(notebook_file.text_of(copies.fresh(name)), as_version=4)
    nbformat.validate(copy)
    published = nbformat.read(notebook_path(name), as_version=4)
    assert [(c.id, c.source) for c in copy.cells] == [
        (c.id, c.source) for c in published.cells
    ]
    for cell in copy.cells:
        assert not cell.get("outputs") and not cell.get("execution_count")
        assert "outputs_hidden" not in cell.metadata.get("jupyter", {})


def test_what_folds_code_stays_and_what_folds_outputs_goes(course):
    decides = next(c for c in course.copy()["cells"] if c["id"] == "decides")
    assert decides["metadata"] == {"jupyter": {"source_hidden": True}}


def test_the_first_time_is_told_and_the_second_is_silent(empty_course):
    empty_course.publish(small_lesson())
    assert empty_course.told() == [lab.FIRST_TIME]
    assert empty_course.files() == ["03_twice.ipynb"]
    assert empty_course.told() == []


def test_an_update_of_the_course_leaves_what_was_written_in(course):
    course.write_into("try", SOLVED)
    before = course.path().read_bytes()
    course.publish(newer())
    (line,) = course.told()
    assert line.startswith("The course has a newer form of lesson 3: ")
    assert course.path().read_bytes() == before


def test_all_older_copies_are_told_in_one_line(course):
    course.publish(small_lesson(), "03b_thrice")
    course.publish(small_lesson(), "12_dozen")
    course.told()
    for name, stem in ("03", "03_twice"), ("03b", "03b_thrice"), ("12", "12_dozen"):
        course.write_into("title", "# Mine", name)
        course.publish(newer(), stem)
    (line,) = course.told()
    assert "of lessons 3, 3b and 12: " in line and "\n" not in line


@pytest.mark.parametrize(
    "newer",
    [
        [text("title", "# 3 · Twice, in other words"), *small_lesson()[1:]],
        small_lesson()[:-1],
        [*small_lesson()[:1], *reversed(small_lesson()[1:])],  # in another order
    ],
)
def test_an_untouched_copy_is_renewed_silently(course, newer):
    course.publish(newer)
    assert course.told() == []
    assert course.sources() == [cell["source"] for cell in newer]
    assert course.files() == ["03_twice.ipynb"]


def test_outputs_alone_are_no_newer_form(course):
    course.write_into("try", SOLVED)
    cells = small_lesson()
    cells[1]["outputs"] = []
    course.publish(cells)
    assert course.told() == []


def test_a_copy_that_was_run_is_not_untouched(course):
    course.edit(lambda by_id, cells: by_id["setting"].update(execution_count=1))
    course.publish(newer())
    assert state_of("03") is State.OLDER


@pytest.mark.parametrize(
    "change",
    [
        lambda by_id, cells: by_id["question"].update(source="Mine"),
        lambda by_id, cells: by_id["question"].update(cell_type="raw"),
        lambda by_id, cells: cells.append(text("note", "My note")),
        lambda by_id, cells: cells.remove(by_id["end"]),
        lambda by_id, cells: cells.reverse(),
    ],
)
def test_a_copy_that_was_changed_is_not_untouched(course, change):
    course.edit(change)
    assert state_of("03") is State.NEWEST
    course.publish(newer())
    assert state_of("03") is State.OLDER


def test_what_is_new_or_was_deleted_comes(course):
    course.publish(small_lesson(), "14_new")
    course.path().unlink()
    course.told("14")
    assert course.files() == ["03_twice.ipynb", "14_new.ipynb"]


def test_what_else_lies_there_is_left_alone(course):
    own = {"utils.txt": "mine", "03_mine.ipynb": "{}", "03_twice_kept.ipynb": "x"}
    for name, content in own.items():
        (course.workbook / name).write_text(content)
    course.publish(newer())
    course.told()
    for name, content in own.items():
        assert (course.workbook / name).read_text() == content


@pytest.mark.parametrize("mark", [None, 3, {}, {"form": "title"}])
def test_a_notebook_that_the_course_did_not_make_is_left_alone(course, mark):
    copy = course.copy() | {"metadata": {"workbook": mark}}
    notebook_file.write(course.path(), copy)
    before = course.path().read_bytes()
    course.publish(newer())
    assert state_of("03") is State.OWN
    assert course.told() == [] and course.path().read_bytes() == before


def test_the_lesson_named_opens_in_jupyterlab(course, monkeypatch, capsys):
    asked = []
    module = types.SimpleNamespace(main=asked.extend)
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", module)
    monkeypatch.setattr(sys, "argv", ["lab", "3", "--no-browser"])
    lab.main()
    assert "--LabApp.default_url=/lab/tree/workbook/03_twice.ipynb" in asked
    assert f"--LabApp.extra_labextensions_path={lab.EXTENSIONS}" in asked
    assert asked[-1] == "--no-browser"
    assert capsys.readouterr().out == ""


def test_opening_waits_for_no_large_library():
    large = {"tensorflow", "keras", "numpy", "nbformat", "jupyterlab", "utils"}
    program = f"import tools.lab, sys; print({large} & {{*sys.modules}})"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=COURSE, capture_output=True, text=True
    )
    assert result.stdout.strip() == "set()"


def test_the_copies_stay_out_of_the_repository_and_of_its_checks():
    ignored = (COURSE / ".gitignore").read_text().splitlines()
    settings = tomllib.loads((COURSE / "pyproject.toml").read_text())
    names = settings["tool"]["ruff"]["extend-exclude"]
    assert "workbook" in names and {f"{name}/" for name in names} <= {*ignored}
    assert copies.WORKBOOK == COURSE / "workbook"
    # Nor are the course's own folders left out, which git and ruff know by their names.
    ours = [path.name for place in ROOMS for path in (COURSE / place).rglob("*")]
    assert not {*names} & {*ours}


def test_cells_may_hold_any_sign(course):
    course.edit(lambda by_id, cells: cells.append(code("odd", "'\ud800 \U0001f41f'")))
    assert course.sources()[-1] == "'\ud800 \U0001f41f'"
    assert state_of("03") is State.NEWEST
