"""How long does a learner wait for lesson 1's first picture?

Against a Python that only imports NumPy, SciPy and Matplotlib, without which no lesson
of the kind can start. Both are processes of their own, by turns; the lesson's cells are
the notebook's, up to the first that stores a picture, which is drawn as a notebook
draws it.
"""

import os
import subprocess
import sys
from functools import partial

import nbformat

from tests.benchmarks.measure import median_ratio, print_table
from tools.lessons import NOTEBOOKS, notebook_path
from utils.models.latency import times_by_turns

ROUNDS = 7
LARGEST_RATIO = 1.5
BARE = "import numpy, scipy.signal, matplotlib.pyplot"
DRAWN = """
import io
import matplotlib.pyplot as plt
plt.gcf().savefig(io.BytesIO(), format="png", bbox_inches="tight")
"""


def first_picture(name):
    """The code of a lesson from its first cell to its first picture, which is drawn."""
    sources = []
    for cell in nbformat.read(notebook_path(name), as_version=4).cells:
        if cell.cell_type == "code":
            sources.append(cell.source)
            if any("image/png" in output.get("data", {}) for output in cell.outputs):
                return "\n\n".join([*sources, DRAWN])
    raise ValueError(f"Lesson {name} stores no picture: run make outputs.")


def run():
    """Print the table; return whether the lesson starts fast enough."""
    programs = {"bare imports": BARE, "lesson 1, first picture": first_picture("01")}
    calls = {name: partial(start, code) for name, code in programs.items()}
    seconds = times_by_turns(calls, ROUNDS)
    ratios = {name: median_ratio(seconds, name, "bare imports") for name in programs}
    rows = [
        (name, f"{sorted(seconds[name])[ROUNDS // 2]:.2f}", f"{ratios[name]:.2f}")
        for name in programs
    ]
    print_table("From nothing to", ("", "seconds", "ratio"), rows)
    reached = ratios["lesson 1, first picture"] <= LARGEST_RATIO
    print(f"  at most {LARGEST_RATIO}: {'yes' if reached else 'MISSED'}")
    return reached


def start(code):
    """Run a program in a Python of its own, where the lesson would."""
    command = [sys.executable, "-c", code]
    environment = os.environ | {"MPLBACKEND": "Agg"}
    subprocess.run(
        command,
        cwd=NOTEBOOKS,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
