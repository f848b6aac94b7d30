"""Dive 20b: do larger batches learn as much from the same digits, and at which rate?

For each size of batch the rate is chosen on seeds and digits of their own. Then five
seeds, each with digits of its own, train at the rate of the smallest batch, at that
rate times the factor of the size (with and without a warm-up) or its root, and at the
size's own best. All this with equally many digits seen; then once more with equally
many steps, at rates chosen for that.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from utils.training.large_batches import DIGITS, accuracy, trained

LESSON = "20b_large_batches"
HELPERS = ("utils/training/large_batches.py",)
SIZES = (8, 32, 128, 512)
SEEN, STEPS = 4 * DIGITS, 256
RATES = [2.0**k for k in range(-5, 2)]
TUNING, SEEDS = (6, 7, 8), range(1, 6)


def run_and_store():
    """Tune, train, print a table, store all; True if the claims of the lesson hold."""
    runs = []
    for equal in ("digits", "steps"):
        best = {size: _tuned(equal, size, runs) for size in SIZES}
        for size in SIZES:
            for way, rate in _ways(equal, size, best).items():
                for seed in SEEDS:
                    runs.append(_run(equal, size, rate, seed, way))
    store_result("batches", runs, LESSON, [], HELPERS)
    return _report(runs)


def _ways(equal, size, best):
    """How the rate is set: {name: rate}."""
    if equal == "steps" or size == SIZES[0]:
        return {"own": best[size]}
    base, factor = best[SIZES[0]], size / SIZES[0]
    return {
        "as before": base,
        "root": base * factor**0.5,
        "linear": base * factor,
        "linear, warmed up": base * factor,
        "own": best[size],
    }


def _tuned(equal, size, runs):
    """The rate with the highest mean over the seeds for tuning; its runs are kept."""
    means = []
    for rate in RATES:
        tried = [_run(equal, size, rate, s, "tuning") for s in TUNING]
        means.append(np.mean([run["right"] for run in tried]))
        runs += tried
    return RATES[int(np.argmax(means))]


def _run(equal, size, rate, seed, way):
    steps = SEEN // size if equal == "digits" else STEPS
    rates = np.full(steps, rate)
    if way == "linear, warmed up":  # from a small one, over a quarter of the steps
        rates *= np.minimum(1, np.arange(1, steps + 1) / (steps / 4))
    run = {
        "seed": seed,
        "equal": equal,
        "way": way,
        "batch": size,
        "steps": steps,
        "rate": rate,
        "right": round(_right(size, rates, seed), 5),
    }
    print("  ", run, flush=True)
    return run


def _right(size, rates, seed):
    block = seed if seed in SEEDS else 0  # 0 is the one for tuning
    return accuracy(trained(size, rates, seed, block), block)


def _report(runs):
    judged = [run for run in runs if run["way"] != "tuning"]
    of = {}
    for run in judged:
        key = run["equal"], run["batch"], run["way"], run["rate"]
        of.setdefault(key, []).append(run["right"])
    rows = [
        [equal, str(batch), way, f"{rate:.4f}", f"{np.mean(right):.4f}"]
        for (equal, batch, way, rate), right in of.items()
    ]
    print_table("Read rightly", ["equal", "batch", "way", "rate", "mean"], rows)
    mean = {key[:3]: np.mean(right) for key, right in of.items()}
    holds = mean["digits", 32, "linear"] > mean["digits", 32, "as before"]
    ends = mean["digits", 512, "linear"] < 0.2 < mean["digits", 512, "own"]
    return bool(holds and ends)
