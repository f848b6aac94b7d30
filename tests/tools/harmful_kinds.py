"""Kinds of submissions that forge, spy, destroy, or are cut off: see handed_in.py."""

from tests.tools.submission_cells import (
    TASKS,
    THIRD,
    cell_id,
    first,
    registered_in,
)
from tools.lessons import COURSE

COURSE_OWN = str(COURSE / "README.md")
KINDS = {}
kind = registered_in(KINDS)


@kind
def leaves(cells):
    first(cells, THIRD, "import os\nos._exit(0)")


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
def uses_the_network(cells):
    code = "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9/')"
    first(cells, "learning_step", code)


@kind
def starts_programs(cells):
    code = "import subprocess\nwhile True:\n    subprocess.Popen(['sleep', '60'])"
    first(cells, "learning_step", code)
    first(cells, "sobel_y", "import os\nwhile True:\n    os.fork()")


@kind
def fills_its_folder(cells):
    code = """
    try:
        with open("sparse", "wb") as file:
            file.truncate(900 * 2**20)
        for number in range(10**6):
            open(f"{number}", "w").close()
    except OSError:
        pass"""
    first(cells, "sobel_y", code.replace("\n    ", "\n"))


@kind
def floods_its_channel(cells):
    code = """
    import os
    for number in range(3, 30):
        try:
            for _ in range(100):
                os.write(number, bytes(2**20))
        except OSError:
            pass"""
    first(cells, THIRD, code.replace("\n    ", "\n"))


@kind
def closes_its_channel(cells):
    first(cells, THIRD, "import os\nos.closerange(3, 100)")


@kind
def crashes(cells):
    first(cells, THIRD, "import ctypes\nctypes.string_at(0)")


@kind
def hoards_in_nameless_files(cells):
    code = """
    import os, time
    hoard = [os.memfd_create("x") for _ in range(30)]
    for number in hoard:
        os.write(number, bytes(2**27))
    time.sleep(60)"""
    first(cells, THIRD, code.replace("\n    ", "\n"))


@kind
def forks_without_end(cells):
    first(cells, THIRD, "import os\nwhile True:\n    os.fork()")


@kind
def keeps_the_channel_open(cells):
    code = """
    import os, time
    if not os.fork():
        os.setsid()
        time.sleep(3600)"""
    first(cells, "sobel_y", code.replace("\n    ", "\n"))


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
from utils.checking import tasks
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
    """A kind that tries to empty, overwrite and replace folders, in every cell."""

    def change(cells):
        first(cells, "shift_kernel", f"shutil.rmtree({str(victim)!r})")
        code = "import shutil\nshutil.rmtree('..', ignore_errors=True)"
        first(cells, "shift_kernel", code)
        path = str(victim / "precious.txt")
        first(cells, "output_shape", f"open({path!r}, 'w').write('gone')")
        first(cells, "sobel_y", f"import os\nos.rename({path!r}, 'stolen')")
        first(cells, "learning_step", f"import os\nos.remove({COURSE_OWN!r})")

    return change


def copies(path):
    """A kind that reads another submission."""
    return lambda cells: first(cells, "sobel_y", f"print(open({str(path)!r}).read())")


def leaves_a_program_behind(seconds):
    """A kind that starts a program from C, unseen, which would run for so long."""
    code = f"import ctypes\nctypes.CDLL(None).system(b'sleep {seconds} &')"
    return lambda cells: first(cells, "sobel_y", code)
