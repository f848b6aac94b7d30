"""A broken notebook fails pytest, run as we run it, with one readable report.

Tiny notebooks are stored in a folder of their own, and pytest runs on them with our
settings in a process of its own: one process for all that differ in their cells only.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from tools.lessons import COURSE

pytestmark = pytest.mark.long

PATIENCE = 600  # seconds for a cell: a run that waited for it would exceed GIVE_UP
GIVE_UP = 180  # seconds for a run, on a machine that is busy with other tests


def code(source, *outputs, tags=()):
    return new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})


def stdout(text):
    return new_output("stream", name="stdout", text=text)


def result(text):
    return new_output("execute_result", data={"text/plain": text})


def shown(data):
    return new_output("display_data", data=data)


SWALLOWS_THE_INTERRUPT = """\
import time
try:
    time.sleep(600)
except KeyboardInterrupt:
    pass
"""
MAKE_ANIMATION_ID = """\
import uuid
from IPython.display import HTML, display
display(HTML(f'<img id="_anim_img{uuid.uuid4().hex}">'))
"""
FIGURE = {"text/plain": "<Figure size 640x480 with 1 Axes>", "image/png": "iVBORw"}
ANIMATION = {
    "text/plain": "<IPython.core.display.HTML object>",
    "text/html": f'<img id="_anim_img{"0" * 32}">',
}
IGNORED = ["nbval-ignore-output"]
AFTER = code("print('after')", stdout("after\n"))

GOOD = {
    "good": [
        code("print(1 + 1)", stdout("2\n")),
        code("6 * 7", result("42")),
        code("Out[2], In[2]", result("(42, '6 * 7')")),
        code("import matplotlib.pyplot as plt\nplt.plot([1, 2]);", shown(FIGURE)),
        code(MAKE_ANIMATION_ID, shown(ANIMATION)),
        code("from pathlib import Path\nPath('good.ipynb').exists()", result("True")),
        code("import random\nrandom.random()", result("0.1"), tags=IGNORED),
        code("import sys\nprint('a log line', file=sys.stderr)"),
    ]
}
BROKEN = {
    "raising": [code("x = 1"), code("x / 0"), AFTER, AFTER],
    "wrong_number": [code("print(3.14)", stdout("3.15\n")), AFTER],
    "wrong_output_count": [code("print(3.14)"), AFTER],
    "line_magic": [code("%no_such_magic\nprint(2)", tags=IGNORED), AFTER],
    "cell_magic": [code("%%no_such_magic\nprint(2)"), AFTER],
    # GIVE_UP, far below PATIENCE, is what proves that nobody waited for this one.
    "dead_kernel": [code("import os\nos._exit(1)"), AFTER],
    "warning": [code("import warnings\nwarnings.warn('x')", tags=IGNORED), AFTER],
}
SLOW = {
    "endless": [code("while True:\n    pass"), AFTER],
    "swallows_the_interrupt": [code(SWALLOWS_THE_INTERRUPT), AFTER],
}


def run_pytest(folder, notebooks, cell_timeout=PATIENCE, **variables):
    """Store the notebooks in a folder and run pytest there with our settings."""
    for name, cells in notebooks.items():
        numbered = [
            cell | {"execution_count": number, "id": f"cell-{number}"}
            for number, cell in enumerate(cells, start=1)
        ]
        stored = nbformat.from_dict(new_notebook(cells=numbered))
        nbformat.write(stored, folder / f"{name}.ipynb")
    command = [sys.executable, "-m", "pytest", folder]
    command += ["-c", COURSE / "pyproject.toml", "--rootdir", folder]
    command += ["-n0", "-p", "no:cacheprovider", f"--junitxml={folder / 'report.xml'}"]
    command += [f"--nbval-cell-timeout={cell_timeout}"]
    # The outer pytest's own variables would tell the inner one that it is a worker.
    outer = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    return subprocess.run(
        command,
        env=outer | variables,
        capture_output=True,
        encoding="utf-8",
        timeout=GIVE_UP,
    )


def read_reports(folder):
    """Map each notebook to its cells' outcomes: (passed | failure | skipped, text)."""
    reports = {}
    for case in ElementTree.parse(folder / "report.xml").iter("testcase"):
        outcome, text = "passed", ""
        for child in case:
            outcome, text = child.tag, f"{child.get('message')}\n{child.text}"
        notebook = case.get("classname").removesuffix(".ipynb")
        reports.setdefault(notebook, []).append((outcome, text))
    return reports


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Run pytest on all three sets at the same time; the folder and process of each."""
    folders = [tmp_path_factory.mktemp("notebooks") for _ in range(3)]
    with ThreadPoolExecutor() as pool:
        started = [
            pool.submit(run_pytest, folders[0], GOOD, MPLBACKEND="Agg"),
            pool.submit(run_pytest, folders[1], BROKEN),
            pool.submit(run_pytest, folders[2], SLOW, cell_timeout=2),
        ]
    return [
        (folder, run.result()) for folder, run in zip(folders, started, strict=True)
    ]


@pytest.fixture(scope="module")
def reports(runs):
    """The reports of the broken notebooks, from both runs."""
    found = {}
    for folder, run in runs[1:]:
        assert run.returncode == 1, run.stdout + run.stderr
        assert "\x1b" not in run.stdout
        found |= read_reports(folder)
    return found


def test_a_good_notebook_passes_whatever_the_shell_sets(runs):
    _, run = runs[0]
    assert run.returncode == 0, run.stdout + run.stderr
    assert " 8 passed in " in run.stdout.splitlines()[-1]


EXPECTED = {
    "raising": (
        "Cell 2: ZeroDivisionError: division by zero",
        "passed failure skipped skipped",
    ),
    "wrong_number": ("Cell 1: Cell outputs differ", "failure passed"),
    "wrong_output_count": ("Cell 1: Cell outputs differ", "failure passed"),
    "line_magic": (
        "Cell 1: UsageError: Line magic function `%no_such_magic` not found.",
        "failure skipped",
    ),
    "cell_magic": (
        "Cell 1: UsageError: Cell magic `%%no_such_magic` not found.",
        "failure skipped",
    ),
    "dead_kernel": (
        "Cell 1: the kernel died while running this cell",
        "failure skipped",
    ),
    "warning": ("Cell 1: the cell printed a warning", "failure passed"),
    "endless": ("Cell 1: the cell was not done within 2 seconds", "failure skipped"),
    "swallows_the_interrupt": (
        "Cell 1: the cell was not done within 2 seconds",
        "failure skipped",
    ),
}


@pytest.mark.parametrize("notebook", BROKEN | SLOW)
def test_a_broken_notebook_makes_one_report(reports, notebook):
    sentence, outcomes = EXPECTED[notebook]
    found = reports[notebook]
    assert [outcome for outcome, _ in found] == outcomes.split()
    (failure,) = (text for outcome, text in found if outcome == "failure")
    assert failure.startswith(sentence)


def test_a_skipped_cell_names_the_cell_that_broke(reports):
    (_, _, (_, text), _) = reports["raising"]
    assert "an earlier cell of this notebook failed (cell 2)" in text


def test_a_wrong_number_is_shown_beside_the_right_one(reports):
    ((_, text), _) = reports["wrong_number"]
    assert r"'3.15\n' == '3.14\n'" in text
