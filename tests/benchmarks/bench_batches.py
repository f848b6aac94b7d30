"""Lesson 20: do larger batches learn as much from the same digits, and at which rate?

For each size of batch the rate is chosen on digits that belong to seeds of their own.
Then five seeds train with the rate of the smallest batch, with that rate times the
factor of the size (linear scaling), and with the size's own best.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from utils.training.large_batches import BatchTrainer

LESSON = "20_more_than_one_machine"
HELPERS = ("utils/training/large_batches.py", "utils/training/equal_terms.py")
SIZES = (32, 256, 1024)
RATES = [0.05 * 2**k for k in range(7)]  # 0.05 to 3.2
TUNING, SEEDS = (8, 9), range(1, 6)


def run_and_store():
    """Tune, train, print a table, store all; True if the claims of the lesson hold."""
    trainers = {size: BatchTrainer(size) for size in SIZES}
    runs = [
        _run(trainers[b], r, s, "tuning") for b in SIZES for r in RATES for s in TUNING
    ]
    best = {size: _best(runs, size) for size in SIZES}
    for size in SIZES:
        ways = {
            "as before": best[32],
            "scaled": best[32] * size / 32,
            "own": best[size],
        }
        if size == 32:
            ways = {"own": best[32]}
        for way, rate in ways.items():
            runs += [_run(trainers[size], rate, seed, way) for seed in SEEDS]
    store_result("batches", runs, LESSON, [], HELPERS)
    return _report(runs)


def _run(trainer, rate, seed, way):
    right = round(trainer.accuracy(rate, seed), 5)
    run = {
        "seed": seed,
        "way": way,
        "batch": trainer.batch,
        "rate": rate,
        "right": right,
    }
    print("  ", run, flush=True)
    return run


def _best(runs, size):
    """The rate with the highest mean on the digits for tuning."""
    means = [
        np.mean([r["right"] for r in runs if (r["batch"], r["rate"]) == (size, rate)])
        for rate in RATES
    ]
    return RATES[int(np.argmax(means))]


def _report(runs):
    judged = [run for run in runs if run["way"] != "tuning"]
    kinds = list(dict.fromkeys((r["batch"], r["way"], r["rate"]) for r in judged))
    means = {
        kind: np.mean(
            [r["right"] for r in judged if (r["batch"], r["way"], r["rate"]) == kind]
        )
        for kind in kinds
    }
    rows = [
        [str(b), way, f"{rate:.4f}", f"{means[b, way, rate]:.4f}"]
        for b, way, rate in kinds
    ]
    print_table("Read rightly", ["batch", "way", "rate", "mean"], rows)
    of = {(b, way): mean for (b, way, _), mean in means.items()}
    return bool(of[256, "as before"] < of[256, "scaled"])
