"""nbgrader itself hands out a lesson, validates it and grades what comes back."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest

from tools.grade import grade_folder
from tools.grading.report import RIGHT
from tools.lessons import COURSE, exercises_module
from tools.nbgrader_source import make_source
from utils.checking.record import exercises
from utils.checking.tasks import Task

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        find_spec("nbgrader") is None,
        reason="nbgrader is not installed; `make test` does it",
    ),
]

LESSON, NAME = "02", "02_relu"
TASKS = {task.name: task for task in exercises(exercises_module(LESSON), Task)}
WRONG = "def shrink(x, limit):\n    return x\n\n\nexercise.shrink.check(shrink)"
SCORES = """
import sys
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as book:
    for submission in book.assignment_submissions(sys.argv[1]):
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                print(submission.student.id, grade.name, grade.score, grade.max_score)
"""


class Course:
    """A folder in which nbgrader is at home, and what it says there."""

    def __init__(self, folder):
        self.folder = folder
        self.source = make_source(LESSON, folder)

    def run(self, *arguments):
        """What Python says to these arguments; nbgrader needs its programs in PATH."""
        ours = {
            "PATH": os.pathsep.join(
                [str(Path(sys.executable).parent), os.environ["PATH"]]
            ),
            "PYTHONPATH": str(COURSE),
            "PYTHONUTF8": "1",
            "JUPYTER_CONFIG_DIR": str(self.folder / "no_settings"),
        }
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=os.environ | ours,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return done.stdout + done.stderr

    def nbgrader(self, *arguments):
        return self.run("-m", "nbgrader", *map(str, arguments))

    def hand_in(self, student, answers, short=False):
        """Store a student's copy of what was released, with some cells rewritten.

        short: without the cells that no task needs.
        """
        released = self.folder / "release" / NAME / f"{NAME}.ipynb"
        notebook = nbformat.read(released, as_version=4)
        for cell in notebook.cells:
            cell.source = answers.get(cell.metadata.get("exercise"), cell.source)
        if short:
            notebook.cells = [
                cell
                for cell in notebook.cells
                if "nbgrader" in cell.metadata or "utils.exercises" in cell.source
            ]
        path = self.folder / "submitted" / student / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
        return path


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course whose lesson nbgrader has released."""
    course = Course(tmp_path_factory.mktemp("nbgrader"))
    said = course.nbgrader("generate_assignment", NAME)
    assert (course.folder / "release" / NAME / f"{NAME}.ipynb").exists(), said
    return course


def solved(*names):
    return {
        name: f"{TASKS[name].code}\n\nexercise.{name}.check({name})" for name in names
    }


@pytest.fixture(scope="module")
def handed_in(course):
    """The copies of three students, by their names."""
    return {
        "ann": course.hand_in("ann", solved(*TASKS)),
        "bob": course.hand_in("bob", solved("merge_layers") | {"shrink": WRONG}, True),
        "eve": course.hand_in("eve", {}, True),
    }


@pytest.fixture(scope="module")
def scores(course, handed_in):
    """{(student, grade): (points, out of)}, from nbgrader's own data base."""
    said = course.nbgrader("autograde", NAME, "--create")
    lines = course.run("-c", SCORES, NAME).splitlines()
    found = [line.split() for line in lines if len(line.split()) == 4]
    assert len(found) == len(handed_in) * len(TASKS), said
    return {(who, name): (float(p), float(o)) for who, name, p, o in found}


def test_what_is_released_fails_until_it_is_solved(course, handed_in):
    unsolved = course.nbgrader("validate", handed_in["eve"])
    assert f"VALIDATION FAILED ON {len(TASKS)} CELL(S)!" in unsolved
    assert unsolved.count("Not solved yet: put your answer in place of the") >= 1
    right = course.nbgrader("validate", handed_in["ann"])
    assert "Success! Your notebook passes all the tests." in right


def test_make_grade_gives_what_nbgrader_has_collected_the_same_points(course, scores):
    rows = grade_folder(course.folder / "submitted", jobs=1, tell=lambda line: None)
    found = {
        (row.student, f"point-{name}"): (float(state == RIGHT), 1.0)
        for row in rows
        for name, (state, _) in row.results.items()
    }
    assert found == scores


def test_each_right_answer_gets_its_point_and_no_other(scores):
    right = {"ann": {*TASKS}, "bob": {"merge_layers"}, "eve": set()}
    for student, names in right.items():
        for name in TASKS:
            points = float(name in names)
            assert scores[student, f"point-{name}"] == (points, 1.0), (student, name)
