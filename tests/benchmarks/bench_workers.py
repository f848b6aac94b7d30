"""Lesson 20: seconds a step with one worker and two, for networks of several sizes.

The control is one worker that takes half of each batch and talks to nobody: what two
take beyond it is the talk, and what it takes beyond half is what does not halve.

Each worker has one thread, so two have two cores, as two machines have. Of a network's
steps that one is kept which a tenth of them beat: what other programs add to a step is
noise that only lengthens it. "processor" are the seconds that all threads of a worker
used, without those in which it waited.
"""

import json
import tempfile
from pathlib import Path

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from utils.training.workers import run_workers

LESSON = "20_more_than_one_machine"
SCRIPT = Path(__file__).with_name("worker_times.py")
HELPERS = ("cluster/train.py", "tests/benchmarks/worker_times.py")
SEEDS = range(1, 6)  # repetitions: nothing here is random but the computer
CASES = {"one": (1, 1), "half alone": (1, 2), "two": (2, 2)}  # workers, shares
KEPT = 10  # per cent


def run_and_store():
    """Time all, print a table, store it; True if the claims of the lesson hold."""
    runs = [run for seed in SEEDS for case in CASES for run in _time(seed, case)]
    store_result("workers", runs, LESSON, [], HELPERS)
    return _report(runs)


def _time(seed, case):
    workers, shares = CASES[case]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seen.json"
        run_workers(workers, file, shares, patience=1200, script=SCRIPT)
        seen = json.loads(file.read_text(encoding="utf-8"))
    runs = []
    for network in seen:
        for kind in ("seconds", "processor"):
            network[kind] = round(float(np.percentile(network[kind], KEPT)), 5)
        runs.append({"seed": seed, "case": case, "workers": workers, **network})
        print("  ", runs[-1], flush=True)
    return runs


def _report(runs):
    def least(kind, case, network):
        return min(
            run[kind]
            for run in runs
            if (run["case"], run["filters"], run["hidden"]) == (case, *network)
        )

    networks = sorted({(run["filters"], run["hidden"]) for run in runs})
    rows = [
        [
            str(n),
            *[f"{least(k, c, n):.4f}" for k in ("processor", "seconds") for c in CASES],
        ]
        for n in networks
    ]
    heads = ["network", *[f"{c}, {k}" for k in ("work", "clock") for c in CASES]]
    print_table("Seconds a step", heads, rows)
    gains = [least("seconds", "one", n) / least("seconds", "two", n) for n in networks]
    return min(gains) < 0.8 and max(gains) > 1.2
