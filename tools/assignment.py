"""Make a lesson into an assignment: `make assignment LESSON=03`.

The lesson with its text and stubs, a cell for the student's name, and no outputs.
"""

import sys

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from tools.cells import call_in, clear
from tools.grading.submissions import NOT_NAMED
from tools.lessons import (
    COURSE,
    UnknownLesson,
    exercises_module,
    lesson_number,
    notebook_path,
)
from tools.whole_files import write_whole
from utils.checking.record import exercises
from utils.checking.tasks import Task

FOLDER = COURSE / "assignments"  # not under version control
INSTRUCTIONS = (
    "**To hand in.** Write your name into the cell below, between the quotation marks. "
    "Work through the lesson; what counts are its tasks. Run all "
    "cells once more from top to bottom, save, and hand in this one file."
)


class AlreadyThere(Exception):
    """There is another file in the assignment's place; the message says so."""


def assignment(number):
    """The notebook to hand out for a lesson, whose number has two digits."""
    notebook = nbformat.read(notebook_path(number), as_version=4)
    names = [task.name for task in exercises(exercises_module(number), Task)]
    for cell in notebook.cells:
        clear(cell)
        name, method = call_in(cell) or (None, None)
        if method == "check" and name in names:
            cell.metadata |= {"exercise": name, "deletable": False}
    name_cell = new_code_cell(f'student = "{NOT_NAMED}"', id="student")
    name_cell.metadata["deletable"] = False
    notebook.cells[1:1] = [new_markdown_cell(INSTRUCTIONS, id="hand-in"), name_cell]
    notebook.metadata["assignment"] = {"lesson": number}
    return notebook


def make_assignment(number, folder=FOLDER):
    """Store a lesson's assignment, and return its path.

    Raises AlreadyThere rather than replace a file that differs from it.
    """
    path = folder / notebook_path(number).name
    store(path, nbformat.writes(assignment(number)) + "\n")
    return path


def store(path, text):
    """Store a notebook, given as its text, with the folders above it.

    Raises AlreadyThere rather than replace a file that differs from it.
    """
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise AlreadyThere(
            f"{path} is there already and differs from what would be made now: move or "
            "delete it first."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)


def main():
    """Make the assignment of the lesson that the command line names."""
    try:
        path = make_assignment(lesson_number("".join(sys.argv[1:2])))
    except (AlreadyThere, UnknownLesson) as error:
        sys.exit(str(error))
    print(f"The assignment to hand out: {path}")


if __name__ == "__main__":
    main()
