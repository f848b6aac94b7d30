"""Make a lesson into an assignment of nbgrader: `make assignment LESSON=3 NBGRADER=1`.

It is laid out as nbgrader's manual says ("Creating and grading assignments",
https://nbgrader.readthedocs.io/en/stable/user_guide/creating_and_grading_assignments.html)
in `source/03_pooling/03_pooling.ipynb`: each task's cell is a solution cell, whose
solution nbgrader takes out of what students get; the cell below it is a locked test,
worth a point, that asks the lesson's own check. nbgrader itself is not needed for it.
"""

import re
import sys

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from tools.assignment import FOLDER, AlreadyThere, assignment, store
from tools.cells import call_in
from tools.lessons import (
    UnknownLesson,
    exercises_module,
    lesson_number,
    notebook_path,
)
from tools.whole_files import write_whole

COURSE_FOLDER = FOLDER / "nbgrader"  # nbgrader's "course directory"
SCHEMA_VERSION = 3
INSTRUCTIONS = (
    "**To hand in.** Work through the lesson; what counts are its tasks, a point each. "
    "The cell below each task, which cannot be edited, gives the point. Run all cells "
    "once more from top to bottom, save, and submit."
)
START = """
# nbgrader runs notebooks in folders of its own; here the lesson's files are found.
import os
from pathlib import Path

import utils

os.chdir(Path(utils.__file__).parents[1] / "notebooks")
"""
TEST = """
# The point for {name}: the lesson's own check must call the answer right.
from utils.checking.graded import require_right
from utils.exercises import lesson_{lesson}

require_right(lesson_{lesson}.{name}, globals())
"""
CONFIG = """
# Settings for nbgrader, which reads them where it is started: in this folder.
c = get_config()

# Nothing is left where a solution was: the lesson's stub, with its `...`, is above.
c.ClearSolutions.code_stub = {"python": ""}

# Seconds for a cell. Some train, and nbgrader's own limit is 30.
c.ExecutePreprocessor.timeout = 300

# Messages to and from the kernel are encrypted where it can; else it prints warnings.
c.KernelManager.transport_encryption = "auto"
"""
ITS_CHECK = re.compile(r"^exercise\.\w+\.check\(", re.MULTILINE)


def source(number):
    """The notebook that nbgrader makes the students' from; number: as in "03"."""
    notebook, cells = assignment(number), []
    for cell in notebook.cells:
        if cell.id == "hand-in":
            cells += [new_markdown_cell(INSTRUCTIONS, id="hand-in"), _start()]
        elif cell.id != "student":  # nbgrader knows who is who by folders
            cells.append(cell)
        name = cell.metadata.get("exercise")
        if name and call_in(cell) == (name, "check"):
            _solve(cell, getattr(exercises_module(number), name))
            cells.append(_test(number, name))
    notebook.cells = cells
    return notebook


def make_source(number, folder=COURSE_FOLDER):
    """Store what nbgrader needs for a lesson, and return the notebook's path.

    Its settings are stored where there are none yet. Raises AlreadyThere rather than
    replace a notebook that differs.
    """
    name = notebook_path(number).stem
    path = folder / "source" / name / f"{name}.ipynb"
    store(path, nbformat.writes(source(number)) + "\n")
    settings = folder / "nbgrader_config.py"
    if not settings.exists():
        write_whole(settings, CONFIG.lstrip())
    return path


def _start():
    cell = new_code_cell(START.strip(), id="start-nbgrader")
    return _marked(cell, "start", locked=True)


def _solve(cell, task):
    """Put the solution between the stub and its check, in nbgrader's marks.

    Taken out again, it leaves the cell as it was.
    """
    at = ITS_CHECK.search(cell.source).start()
    stub, check = cell.source[:at], cell.source[at:]
    gap = len(stub) - len(stub.rstrip("\n"))
    solution = f"### BEGIN SOLUTION\n{task.code}\n### END SOLUTION"
    cell.source = f"{stub.rstrip()}\n{solution}" + "\n" * (gap - 1) + check
    _marked(cell, task.name, solution=True)


def _test(number, name):
    text = TEST.strip().format(name=name, lesson=number)
    cell = new_code_cell(text, id=f"point-{name.replace('_', '-').lower()}")
    return _marked(cell, f"point-{name}", grade=True, locked=True, points=1)


def _marked(cell, grade_id, grade=False, solution=False, locked=False, **more):
    """The cell with what nbgrader's schema asks of its metadata."""
    cell.metadata["nbgrader"] = {
        "schema_version": SCHEMA_VERSION,
        "grade_id": grade_id,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": False,
        "cell_type": cell.cell_type,
        **more,
    }
    return cell


def main():
    """Make the assignment of the lesson that the command line names."""
    try:
        path = make_source(lesson_number("".join(sys.argv[1:2])))
    except (AlreadyThere, UnknownLesson) as error:
        sys.exit(str(error))
    folder = path.parents[2]
    print(f"nbgrader's source, with the solutions in it: {path}")
    print(f"In {folder}: nbgrader generate_assignment {path.stem}")


if __name__ == "__main__":
    main()
