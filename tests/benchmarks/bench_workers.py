"""Lesson 20: seconds a step with one worker and two, for networks of several sizes.

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
SEEDS = range(1, 3)  # repetitions: nothing here is random but the computer
KEPT = 10  # per cent


def run_and_store():
    """Time all, print a table, store it; True if the claims of the lesson hold."""
    runs = []
    for seed in SEEDS:
        for workers in (1, 2):
            runs += _time(seed, workers)
    store_result("workers", runs, LESSON, [], HELPERS)
    return _report(runs)


def _time(seed, workers):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seen.json"
        run_workers(workers, file, patience=1200, script=SCRIPT)
        seen = json.loads(file.read_text(encoding="utf-8"))
    runs = []
    for network in seen:
        for kind in ("seconds", "processor"):
            network[kind] = round(float(np.percentile(network[kind], KEPT)), 5)
        runs.append({"seed": seed, "workers": workers, **network})
        print("  ", runs[-1], flush=True)
    return runs


def _report(runs):
    def work(network, workers):
        keys = (*network, workers)
        return np.min(
            [
                run["processor"]
                for run in runs
                if (run["filters"], run["hidden"], run["workers"]) == keys
            ]
        )

    networks = sorted({(run["filters"], run["hidden"]) for run in runs})
    gains = {n: work(n, 1) / work(n, 2) for n in networks}
    rows = [
        [str(n), f"{work(n, 1):.4f}", f"{work(n, 2):.4f}", f"{gains[n]:.2f}"]
        for n in networks
    ]
    heads = ["network", "one", "two", "gain"]
    print_table("Seconds of a worker's processor a step", heads, rows)
    return bool(min(gains.values()) < 0.8 and max(gains.values()) > 1.2)
