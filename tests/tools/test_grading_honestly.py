"""No right notebook loses a mark: the table says what the lesson itself says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.tools.honest_ways import WAYS
from tests.tools.submission_cells import SETTINGS, TASKS
from tests.tools.walls import HAS_WALL
from tools import grade
from tools.grading.report import RIGHT

pytestmark = pytest.mark.long

WAYS_OF = {name: [way for way in WAYS if way[1] == name] for name in TASKS}
BATCHES = [*zip(*WAYS_OF.values(), strict=True)]  # one way of each task in a notebook

# Runs all cells as a notebook does, with the lesson's own checks: what is right then?
BY_THE_LESSON = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell

right, shell = {}, InteractiveShell.instance()
shell.enable_gui = lambda gui=None: None  # as a notebook's own shell has one
for number, cells in enumerate(json.load(sys.stdin)):
    for name in [name for name in sys.modules if name.startswith("utils.exercises")]:
        del sys.modules[name]
    shell.reset()
    for cell in cells:
        shell.run_cell(cell, store_history=True)
    lesson = sys.modules["utils.exercises.lesson_01"]
    tasks = [vars(lesson)[name] for name in sys.argv[1:]]
    right[number] = [task.name for task in tasks if task.state.value == "right"]
print("\\n" + json.dumps([*right.values()]))
"""


def cells_of(batch):
    return [SETTINGS, *(cell for _, _, cells, _ in batch for cell in cells)]


@pytest.fixture(scope="module")
def right_in_the_lesson(tmp_path_factory):
    """For each batch, the names of the tasks that the lesson itself calls right."""
    folder = tmp_path_factory.mktemp("lesson") / "notebooks"
    for name in ("data", "images"):
        (folder.parent / name).mkdir()
        (folder.parent / name / "README.md").touch()
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", BY_THE_LESSON, *TASKS],
        input=json.dumps([cells_of(batch) for batch in BATCHES]),
        cwd=folder,
        env=os.environ | {"MPLBACKEND": "Agg"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    folder = tmp_path_factory.mktemp("honest")
    for number, batch in enumerate(BATCHES):
        notebook = new_notebook(cells=[new_code_cell(cell) for cell in cells_of(batch)])
        nbformat.write(notebook, folder / f"{number}.ipynb")
    rows = grade.grade_folder(folder, jobs=2, tell=lambda line: None)
    return {Path(row.file).stem: row for row in rows}


def test_there_are_enough_ways():
    assert len(WAYS) == len(BATCHES) * len(TASKS) >= 30


@pytest.mark.parametrize("name, task, cells, right", WAYS, ids=[w[0] for w in WAYS])
def test_a_way_gets_the_mark_of_the_lesson(
    rows, right_in_the_lesson, name, task, cells, right
):
    if name == "shell" and not HAS_WALL:
        pytest.skip("without a wall, no programs may be started")
    number = next(n for n, b in enumerate(BATCHES) if name in [w[0] for w in b])
    state, sentence = rows[str(number)].results[task]
    assert (task in right_in_the_lesson[number]) == right
    assert (state == RIGHT) == right, sentence


def test_the_page_says_when_the_last_try_was_not_the_best(rows):
    row = next(row for row in rows.values() if "earlier try" in row.remark)
    assert "output_shape" in row.remark or "shift_kernel" in row.remark
    assert "Right in an earlier try" in row.results["shift_kernel"][1]


def test_who_works_honestly_gets_no_other_remark(rows):
    for row in rows.values():
        if "start another program" in row.remark and not HAS_WALL:
            continue  # the way called "shell"
        assert not row.remark or row.remark.startswith("right in an earlier try"), row
