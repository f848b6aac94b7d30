"""How lesson 16's ways find heartbeats under noise, each with its own threshold.

Every run has a network of its own and noise of its own; all ways hear the same noise,
and each chooses its threshold in the first three minutes. Controls are a rule that is
adapted to the noise, and the same network that has learnt from pieces without noise.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.comparisons import Comparisons
from utils.arrays.events import count_hits

LESSON = "16_sequences"
CELLS = ["heart", "rules", "one-filter", "noise", "network", "judge", "adapted"]
HELPERS = ["utils/training/digit_recipe.py", "utils/arrays/events.py"]
LEVELS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)  # millivolts
SEEDS = range(1, 6)  # the lesson's own network is from seed 0


def run_and_store():
    """Train all, print a table, store every run; True if the lesson's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for seed in SEEDS:
        networks = {
            "network": page["train_beat_finder"](seed),
            "network, taught clean": page["train_beat_finder"](seed, strongest=0),
        }
        curves = {
            "peaks": np.asarray,
            "adapted peaks": page["adapted"],
            "slopes": page["steepness"],
            "one filter": page["likeness"],
        } | {
            name: lambda voltage, n=network: page["answers_of"](n, voltage)
            for name, network in networks.items()
        }
        noise = [
            page["with_noise"](page["heart"], level, np.random.default_rng([seed, k]))
            for k, level in enumerate(LEVELS)
        ]
        for way, curve in curves.items():
            runs.append({"seed": seed, "way": way, **_scores(page, curve, noise)})
            print("  ", runs[-1], flush=True)
    store_result("heartbeats", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _scores(page, curve, noise):
    """Of one way, for each level of noise: F1, and what it missed and invented."""
    f1, missed, invented = [], [], []
    for voltage in noise:
        found = page["found_in_test"](curve(voltage))
        hit = count_hits(found, page["beats"], page["NEAR"])
        f1.append(round(float(page["f1"](found, page["beats"])), 4))
        missed.append(len(page["beats"]) - hit)
        invented.append(len(found) - hit)
    return {"f1": f1, "missed": missed, "invented": invented}


def _report(runs):
    scores = {}
    for run in runs:
        scores.setdefault(run["way"], []).append(run["f1"])
    scores = {way: np.array(found) for way, found in scores.items()}
    rows = [
        [way, *(f"{mean:.3f}" for mean in found.mean(axis=0))]
        for way, found in scores.items()
    ]
    header = ["F1 at noise of (mV)", *(f"{level:g}" for level in LEVELS)]
    print_table("Last two minutes, mean of the seeds", header, rows)
    at = LEVELS.index(0.4)
    judge = Comparisons({way: f[:, at] for way, f in scores.items()}, planned=5)
    print("  network less adapted peaks:", judge.interval("network", "adapted peaks"))
    others = [way for way in scores if way not in ("network", "adapted peaks")]
    return all(judge.clearly_better("network", other) for other in others)
