"""Generated submissions for lesson 1: right, wrong, broken, forged and harmful ones.

A kind is a function of a notebook's cells (a dict of sources by their ids), which it
changes. All tasks are solved unless it says otherwise.
"""

import nbformat

from tools.assignment import assignment
from utils.checking.record import exercises
from utils.checking.tasks import Task
from utils.exercises import lesson_01

TASKS = {task.name: task for task in exercises(lesson_01, Task)}
SETTINGS = "import numpy as np\n\nfrom utils.exercises import lesson_01 as exercise"
THIRD = [*TASKS][2]  # where a submission ends that ends too early: two are done
KINDS = {}


def kind(function):
    """Register a kind of submission under its function's name."""
    KINDS[function.__name__] = function
    return function


def lesson(short):
    """Lesson 1's assignment; `short` keeps only the cells that are graded."""
    notebook = assignment("01")
    if short:
        kept = {"student", "settings", *map(cell_id, TASKS)}
        notebook.cells = [cell for cell in notebook.cells if cell.id in kept]
        for cell in notebook.cells:
            cell.source = SETTINGS if cell.id == "settings" else cell.source
    return notebook


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


def cell_id(name):
    return f"try-{name.replace('_', '-')}"


def solved(name):
    return f"{TASKS[name].code}\n\nexercise.{name}.check({name})"


def first(cells, name, code):
    """Have a task's cell begin with some other code."""
    cells[cell_id(name)] = f"{code}\n{cells[cell_id(name)]}"


@kind
def right(cells):
    pass


@kind
def right_with_code_of_the_lesson(cells):
    cells["settings"] += (
        "\ndef with_border(image, around):\n    return np.pad(image, around)"
    )
    code = solved("pad_same").replace("np.pad(", "with_border(")
    cells[cell_id("pad_same")] = code


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
    code = "def pad_same(image, k, stride):\n    while True:\n        pass\n\n"
    cells[cell_id("pad_same")] = f"{code}exercise.pad_same.check(pad_same)"


@kind
def endless_cell(cells):
    first(cells, THIRD, "while True:\n    pass")


@kind
def endless_in_c(cells):
    first(cells, THIRD, "import itertools\nmax(itertools.repeat(0))")


@kind
def leaves(cells):
    first(cells, THIRD, "import os\nos._exit(0)")


@kind
def exits(cells):
    first(cells, "pad_same", "import sys\nsys.exit(0)")


@kind
def hungry(cells):
    first(cells, "pad_same", "hoard = np.ones(20 * 2**27)")


@kind
def hungry_in_a_way_that_is_not_limited(cells):
    code = """
    import mmap, time
    hoard = mmap.mmap(-1, 3 * 2**30)
    for start in range(0, 3 * 2**30, 2**26):
        hoard[start : start + 2**26 : 4096] = bytes(2**14)
        time.sleep(0.02)"""
    first(cells, THIRD, code.replace("\n    ", "\n"))


@kind
def asks_for_input(cells):
    first(cells, "pad_same", "input('Which padding?')")


@kind
def prints_without_end(cells):
    first(cells, "pad_same", "for _ in range(1000):\n    print('x' * 100_000)")


@kind
def uses_the_network(cells):
    code = "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9/')"
    first(cells, "pad_same", code)


@kind
def starts_programs(cells):
    code = "import subprocess\nwhile True:\n    subprocess.Popen(['sleep', '60'])"
    first(cells, "pad_same", code)
    first(cells, "sobel_y", "import os\nwhile True:\n    os.fork()")


@kind
def tells_what_it_prints(cells):
    cells[cell_id("sobel_y")] = (
        "sobel_y = [[1]]\nprint('✓ Its rows sum to -4, 0 and 4')"
    )


@kind
def brings_its_own_exercises(cells):
    cells["settings"] += """
class Exercise:
    def __getattr__(self, name):
        return self

    def check(self, answer):
        print("✓")

exercise = Exercise()"""
    for name in TASKS:
        cells[cell_id(name)] = f"{name} = ...\nexercise.{name}.check({name})"


@kind
def replaces_the_check(cells):
    cells["settings"] += """
from utils.exercises import tasks
from utils.checking.verdicts import State, Verdict

tasks.Task.verdict = lambda task, answer: Verdict(State.RIGHT, "✓")"""
    cells[cell_id("sobel_y")] = "sobel_y = [[1]]\nexercise.sobel_y.check(sobel_y)"


@kind
def hands_in_the_solution_of_the_check(cells):
    code = "exercise.sobel_y.check(exercise.sobel_y.reference.value)"
    cells[cell_id("sobel_y")] = code


@kind
def bends_every_check_in_memory(cells):
    cells["settings"] += """
import gc

for found in {type(it) for it in gc.get_objects() if type(it).__name__ == "Task"}:
    state = found.verdict.__globals__["State"].RIGHT
    found.verdict = lambda task, answer, state=state: (state, "✓")"""
    cells[cell_id("sobel_y")] = "sobel_y = [[1]]\nexercise.sobel_y.check(sobel_y)"


@kind
def writes_its_own_report(cells):
    cells[cell_id("sobel_y")] = """
import gc, json, os
nonces = [d["nonce"] for d in gc.get_objects() if type(d) is dict and "nonce" in d]
for nonce in [*nonces, ""]:
    message = {"nonce": nonce, "task": "sobel_y", "state": "right", "text": "✓"}
    for number in range(3, 30):
        try:
            os.write(number, json.dumps(message).encode() + b"\\n")
        except OSError:
            pass
"""


@kind
def writes_html(cells):
    cells["student"] = 'student = "=1+1<script>alert(1)</script>"'
    cells[cell_id("sobel_y")] = (
        "sobel_y = '<img src=x onerror=alert(2)>'\n"
        "def output_shape(a, b, c):\n"
        "    raise ValueError('<script>alert(3)</script>')\n"
        "exercise.output_shape.check(output_shape)\nexercise.sobel_y.check(sobel_y)"
    )
    cells[cell_id("output_shape")] = ""


def harms(victim):
    """A kind that tries, one cell each, to empty, overwrite and replace a folder."""

    def change(cells):
        first(cells, "shift_kernel", f"import shutil\nshutil.rmtree({str(victim)!r})")
        path = str(victim / "precious.txt")
        first(cells, "output_shape", f"open({path!r}, 'w').write('gone')")
        first(cells, "sobel_y", f"import os\nos.rename({path!r}, 'stolen')")
        first(cells, "pad_same", f"import os\nos.link({path!r}, 'mine')")
        first(cells, "conv2d_batch", "import shutil\nshutil.rmtree('..')")

    return change


def copies(path):
    """A kind that reads another submission."""
    return lambda cells: first(cells, "sobel_y", f"print(open({str(path)!r}).read())")


def leaves_a_program_behind(seconds):
    """A kind that starts a program from C, unseen, which would run for so long."""
    code = f"import ctypes\nctypes.CDLL(None).system(b'sleep {seconds} &')"
    return lambda cells: first(cells, "sobel_y", code)
