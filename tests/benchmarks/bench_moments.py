"""What sliding along time is worth: lesson 19's actions that set in later than learnt.

Both networks see all eight frames, and learn at the rates that `actions` has found. In
every film learnt from, the action sets in early; in the test, early or late. A control
with the frames as channels has learnt from films of both sorts.
"""

import numpy as np

from tests.benchmarks.bench_actions import CELLS, HELPERS, LESSON, share
from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.clips import make_clips
from utils.arrays.comparisons import Comparisons
from utils.files.results import load_result

SEEDS = range(1, 6)
MARGIN = 0.06  # within which the lesson calls a network's answers guessing
LEARN, TEST = 2_000, 1_200  # films
BEGINS = {"early": (0, 1), "late": (3, 4), "any": (0, 1, 2, 3, 4)}  # first frame is 0
STEPS = 3  # so long an action goes on
TRIALS = (
    ("frames as channels", "early"),
    ("Conv3D", "early"),
    ("frames as channels", "any"),
)


def run_and_store():
    """Train all, print a table, store every run; True if the lesson's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    rates = {run["way"]: run["rate"] for run in load_result("actions")["runs"]}
    runs = []
    for seed in SEEDS:
        learn = {
            name: make_clips(
                LEARN, page["LEARNT"], 2_000 + seed, begins=BEGINS[name], steps=STEPS
            )
            for name in ("early", "any")
        }
        tests = {
            name: make_clips(
                TEST, page["NEVER_SEEN"], 3_000 + seed, begins=BEGINS[name], steps=STEPS
            )
            for name in ("early", "late")
        }
        for way, films in TRIALS:
            network = page["train"](way, *learn[films], seed, rates[way])
            run = {"seed": seed, "way": way, "learnt": films, "rate": rates[way]}
            for name, test in tests.items():
                run[name] = share(page, network, way, test)
            print("  ", run, flush=True)
            runs.append(run)
    store_result("moments", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _report(runs):
    scores = {}
    for run in runs:
        for name in ("early", "late"):
            key = f"{run['way']}, learnt {run['learnt']}, tested {name}"
            scores.setdefault(key, []).append(run[name])
    rows = [[key, f"{np.mean(found):.3f}"] for key, found in scores.items()]
    print_table("Films of things never seen", ["", "right"], rows)
    names = [f"{way}, learnt {learnt}, tested late" for way, learnt in TRIALS]
    late = {name: np.array(scores[name]) for name in names}
    late["chance"] = np.full(len(SEEDS), 1 / 6)
    flat, deep, both = names
    judge = Comparisons(late, planned=3)
    return (
        judge.about_equal(flat, "chance", MARGIN)
        and judge.clearly_better(deep, flat)
        and judge.clearly_better(both, flat)
    )
