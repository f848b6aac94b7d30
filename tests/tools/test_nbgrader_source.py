"""What nbgrader gets: its own schema is kept, and nothing is given away by it."""

import re
from copy import deepcopy
from functools import cache
from itertools import pairwise
from types import SimpleNamespace

import nbformat
import pytest
from packaging.requirements import Requirement

from tools import assignment, nbgrader_source
from tools.grading.needed_cells import untouched
from tools.grading.submissions import code_cells
from tools.lessons import COURSE, exercises_module, lessons_with_exercises
from utils.checking.graded import NotRight
from utils.checking.record import exercises
from utils.checking.tasks import Task
from utils.checking.verdicts import State

LESSONS = lessons_with_exercises()
MARKED = re.compile(r"### BEGIN SOLUTION\n.*### END SOLUTION", re.DOTALL)
PIN = re.compile(r"^([\w-]+)==([\w.]+)", re.MULTILINE)


@cache
def made(lesson):
    """A lesson's source, not to be changed: it is made once for all tests."""
    return nbgrader_source.source(lesson)


def tasks_of(lesson):
    return {task.name: task for task in exercises(exercises_module(lesson), Task)}


def code_stub():
    """What the settings that are stored put in place of a solution."""
    config = SimpleNamespace(
        ClearSolutions=SimpleNamespace(), ExecutePreprocessor=SimpleNamespace()
    )
    config.KernelManager = SimpleNamespace()
    exec(nbgrader_source.CONFIG, {"get_config": lambda: config})
    return config.ClearSolutions.code_stub


def released(notebook):
    """The notebook as nbgrader makes it for students, with its own program."""
    preprocessors = pytest.importorskip("nbgrader.preprocessors")
    clear = preprocessors.ClearSolutions(code_stub=code_stub())
    return clear.preprocess(notebook, {})[0]


def is_nbgraders(cell):
    marks = cell.metadata.get("nbgrader", {})
    return marks.get("locked", False)


@pytest.mark.parametrize("lesson", LESSONS)
def test_nbgraders_own_schema_is_kept(lesson):
    nbgraderformat = pytest.importorskip("nbgrader.nbgraderformat")
    notebook = made(lesson)
    nbformat.validate(notebook)
    nbgraderformat.MetadataValidator().validate_nb(notebook)
    marked = [c.metadata.nbgrader for c in notebook.cells if "nbgrader" in c.metadata]
    assert nbgraderformat.SCHEMA_VERSION == marked[0].schema_version
    start, *pairs = [(m.grade, m.solution, m.locked, m.grade_id) for m in marked]
    assert start == (False, False, True, "start")
    wanted = []
    for name in tasks_of(lesson):
        wanted.append((False, True, False, name))
        wanted.append((True, False, True, f"point-{name}"))
    assert pairs == wanted
    assert sum(mark.get("points", 0) for mark in marked) == len(tasks_of(lesson))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_tasks_cell_is_followed_by_its_point(lesson):
    cells = made(lesson).cells
    for cell, following in pairwise(cells):
        if "exercise" in cell.metadata:
            name = cell.metadata["exercise"]
            assert following.metadata.nbgrader.grade_id == f"point-{name}"
            assert f"require_right(lesson_{lesson}.{name}, globals())" in (
                following.source
            )


@pytest.mark.parametrize("lesson", LESSONS)
def test_students_get_the_cells_of_the_courses_own_assignment(lesson):
    own = [c for c in assignment.assignment(lesson).cells if c.id != "student"]
    theirs = released(deepcopy(made(lesson))).cells
    theirs = [cell for cell in theirs if not is_nbgraders(cell)]
    sources = {cell.id: cell.source for cell in own if cell.id != "hand-in"}
    assert sources == {c.id: c.source for c in theirs if c.id != "hand-in"}
    assert [cell.id for cell in own] == [cell.id for cell in theirs]


def test_students_get_no_line_of_a_solution_that_the_lesson_does_not_show():
    own, theirs = assignment.assignment("03"), released(nbgrader_source.source("03"))
    shown = "\n".join(cell.source for cell in own.cells)
    text = "\n".join(cell.source for cell in theirs.cells)
    for task in tasks_of("03").values():
        lines = [line.strip() for line in task.code.splitlines()]
        secret = [line for line in lines if line and line not in shown]
        assert secret and not any(line in text for line in secret)


def test_the_source_holds_every_solution_once():
    notebook = nbgrader_source.source("03")
    text = "\n".join(cell.source for cell in notebook.cells)
    for task in tasks_of("03").values():
        assert text.count(task.code) == 1
    assert not any(cell.get("outputs") for cell in notebook.cells)


def run_tasks(notebook, lesson="03"):
    """Run a notebook's tasks and points as they follow; names of those that raise."""
    names = {"exercise": exercises_module(lesson)}
    failed = set()
    for task in tasks_of(lesson).values():
        task.state = State.OPEN
    for cell in notebook.cells:
        if "exercise" in cell.metadata:
            exec(cell.source, names)
        elif cell.metadata.get("nbgrader", {}).get("grade"):
            try:
                exec(cell.source, names)
            except NotRight:
                failed.add(cell.metadata.nbgrader.grade_id.removeprefix("point-"))
    for task in tasks_of(lesson).values():
        task.state = State.OPEN
    return failed


def test_each_point_is_given_for_the_solution_and_not_for_the_stub(capsys):
    notebook = nbgrader_source.source("03")
    assert run_tasks(notebook) == set()
    for cell in notebook.cells:
        cell.source = MARKED.sub("", cell.source)
    assert run_tasks(notebook) == {*tasks_of("03")}


def test_it_lies_where_nbgrader_looks_for_it(tmp_path):
    path = nbgrader_source.make_source("03", tmp_path / "course")
    assert path.relative_to(tmp_path).as_posix() == (
        "course/source/03_pooling/03_pooling.ipynb"
    )
    assert (tmp_path / "course" / "nbgrader_config.py").exists()
    assert nbgrader_source.COURSE_FOLDER.parent == assignment.FOLDER


def test_what_a_lecturer_has_changed_is_not_overwritten(tmp_path):
    path = nbgrader_source.make_source("03", tmp_path)
    settings = tmp_path / "nbgrader_config.py"
    settings.write_text("c = get_config()\n")
    assert nbgrader_source.make_source("03", tmp_path) == path
    assert settings.read_text() == "c = get_config()\n"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(assignment.AlreadyThere, match="move or delete it first"):
        nbgrader_source.make_source("03", tmp_path)


def test_a_lesson_that_is_none_is_refused_in_one_sentence(monkeypatch):
    monkeypatch.setattr("sys.argv", ["nbgrader_source", "77"])
    with pytest.raises(SystemExit, match=r"^There is|^Lesson 77 has no exercises"):
        nbgrader_source.main()


def test_make_grade_passes_over_nbgraders_own_cells():
    own = [c for c in assignment.assignment("03").cells if c.cell_type == "code"]
    stored = nbformat.writes(released(nbgrader_source.source("03"))).encode()
    cells = code_cells(stored)
    assert cells == [cell.source for cell in own if cell.id != "student"]
    names = [*tasks_of("03")]
    assert untouched(cells, names, [cell.source for cell in own]) == {*names}


def test_nbgrader_is_pinned_and_goes_with_the_other_pins():
    metadata = pytest.importorskip("importlib.metadata")
    pins = dict(PIN.findall((COURSE / "requirements.txt").read_text("utf-8")))
    text = (COURSE / "requirements-class.txt").read_text("utf-8")
    assert not pins.keys() & dict(PIN.findall(text)).keys()
    pytest.importorskip("nbgrader")
    assert metadata.version("nbgrader") == dict(PIN.findall(text))["nbgrader"]
    asked = map(Requirement, metadata.requires("nbgrader"))
    asked = [wish for wish in asked if not wish.marker or wish.marker.evaluate()]
    held = [wish for wish in asked if wish.name in pins]
    assert held and all(wish.specifier.contains(pins[wish.name]) for wish in held)
