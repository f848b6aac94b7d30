"""Generated submissions for lesson 1: right, wrong, broken, forged and harmful ones.

A kind is a function of a notebook's cells (a dict of sources by their ids), which it
changes. All tasks are solved unless it says otherwise.
"""

import nbformat

from tests.tools import harmful_kinds
from tests.tools.submission_cells import (
    TASKS,
    THIRD,
    cell_id,
    first,
    lesson,
    registered_in,
    solved,
)

KINDS = {**harmful_kinds.KINDS}
kind = registered_in(KINDS)


def hand_in(path, change, short=True):
    """Store a submission, whose cells `change` has changed, under a path."""
    notebook = lesson(short)
    cells = {cell.id: cell.source for cell in notebook.cells}
    cells |= {cell_id(name): solved(name) for name in TASKS}
    cells["student"] = f'student = "{path.stem}"'
    change(cells)
    notebook.cells = [cell for cell in notebook.cells if cell.id in cells]
    for cell in notebook.cells:
        cell.source = cells[cell.id]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


@kind
def right(cells):
    pass


@kind
def right_with_code_of_the_lesson(cells):
    cells["settings"] += "\ndef starts_in(room, stride):\n    return room // stride + 1"
    own, used = "(height - kh) // stride + 1", "starts_in(height - kh, stride)"
    cells[cell_id("output_shape")] = solved("output_shape").replace(own, used)


@kind
def right_under_another_name(cells):
    code = "mine = [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]\nexercise.sobel_y.check(mine)"
    cells[cell_id("sobel_y")] = code


@kind
def wrong(cells):
    first_line = "def output_shape(image_shape, filters_shape, stride):\n    return "
    check = "\nexercise.output_shape.check(output_shape)"
    cells[cell_id("output_shape")] = f"{first_line}(1, 1, 1){check}"
    cells[cell_id("sobel_y")] = "sobel_y = -1\nexercise.sobel_y.check(sobel_y)"


@kind
def unsolved(cells):
    cells |= {cell.id: cell.source for cell in lesson(short=True).cells[2:]}


@kind
def syntax_error(cells):
    cells[cell_id("sobel_y")] = "sobel_y = [[1, 2,\nexercise.sobel_y.check(sobel_y)"


@kind
def stops_half_way(cells):
    first(cells, "sobel_y", "1 / 0")


@kind
def missing_cell(cells):
    del cells[cell_id("sobel_y")]


@kind
def endless_answer(cells):
    cells[cell_id("learning_step")] = """
import time


def learning_step(picture, wanted, kernel, rate):
    while True:
        time.sleep(0.01)

exercise.learning_step.check(learning_step)"""


@kind
def endless_cell(cells):
    first(cells, THIRD, "while True:\n    pass")


@kind
def endless_in_c(cells):
    """It waits for itself, and does not let go of the interpreter meanwhile."""
    code = """
    import ctypes
    api = ctypes.pythonapi
    api.PyThread_allocate_lock.restype = ctypes.c_void_p
    lock = ctypes.c_void_p(api.PyThread_allocate_lock())
    api.PyThread_acquire_lock(lock, 1)
    api.PyThread_acquire_lock(lock, 1)"""
    first(cells, THIRD, code.replace("\n    ", "\n"))


@kind
def exits(cells):
    first(cells, "learning_step", "import sys\nsys.exit(0)")


@kind
def hungry(cells):
    first(cells, "learning_step", "hoard = np.ones(20 * 2**27)")


@kind
def asks_for_input(cells):
    first(cells, "learning_step", "input('Which rate?')")


@kind
def prints_without_end(cells):
    first(cells, "learning_step", "for _ in range(1000):\n    print('x' * 100_000)")
