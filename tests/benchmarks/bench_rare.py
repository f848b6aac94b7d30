"""Which loss where foreground is rare? Dive 15d's network, trained in four ways.

Each way is trained for few steps and for many, by the dive's own cells, seeds SEEDS, at
the learning rate that another seed has chosen on the scenes to choose by ("rates"). The
threshold is chosen there, too; IoU, and what shares are worth, is judged on the test.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15d_rare_pixels"
CELLS = ["scenes", "network", "losses", "ways", "thresholds"]
HELPERS = ["utils/arrays/scenes.py", "utils/training/digit_recipe.py"]
STEPS = (150, 600)
TWICE = 2 * STEPS[-1]  # would more have changed it?
TRAINED_TWICE = ("cross-entropy", "Dice")
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
TRIED_FIRST = (0.01, 0.03, 0.1)
TUNING_SEED, SEEDS, SEEDS_TWICE = 100, range(1, 6), range(1, 3)
BINS = np.linspace(0, 1, 11)


def run_and_store():
    """Print and store all; True if Dice leads early at one half and is behind late."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for steps in STEPS:
        for way in page["WAYS"]:
            for run in _of_way(page, way, steps):
                print("  ", run, flush=True)
                runs.append(run)
    store_result("rare", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _of_way(page, way, steps):
    """A run for each rate tried, then the other seeds at the best of them."""
    learner, tried = _Learner(page, way), {}
    waiting = list(TRIED_FIRST)
    while waiting:
        rate = waiting.pop(0)
        run = learner.run(steps, rate, TUNING_SEED)
        tried[rate] = run["choose"]
        yield {"part": "rates"} | run
        if not waiting:
            waiting = _beyond(tried)
    best = max(tried, key=tried.get)
    for seed in SEEDS:
        yield {"part": "runs"} | learner.run(steps, best, seed)
    if steps == STEPS[-1] and way in TRAINED_TWICE:
        for seed in SEEDS_TWICE:
            yield {"part": "twice"} | learner.run(TWICE, best, seed)
    keras.backend.clear_session()


def _beyond(tried):
    """The next rate to try where the best one lies at an end of those tried."""
    best = RATES.index(max(tried, key=tried.get))
    beside = [RATES[k] for k in (best - 1, best + 1) if 0 <= k < len(RATES)]
    return [rate for rate in beside if rate not in tried][:1]


class _Learner:
    """A network for each length and rate, prepared once; it starts anew for a seed."""

    def __init__(self, page, way):
        self.page, self.way, self.models = page, way, {}

    def run(self, steps, rate, seed):
        """Train, choose the threshold, judge on the test: a flat dict."""
        start = time.process_time()
        to_choose, said = self._trained(steps, rate, seed)
        page, truth = self.page, self.page["test"][1]
        chosen = page["ious"](to_choose, page["choose_by"][1])
        best = int(np.argmax(chosen))
        found = page["ious"](said, truth)
        return {
            "way": self.way,
            "steps": steps,
            "rate": rate,
            "seed": seed,
            "choose": round(float(chosen[best]), 4),
            "threshold": round(float(page["THRESHOLDS"][best]), 4),
            "half": round(float(found[page["HALF"]]), 4),
            "iou": round(float(found[best]), 4),
            "by_threshold": found.round(4).tolist(),
            "area": round(float(said.sum() / truth.sum()), 4),
            **_calibration(said, truth),
            "cpu_seconds": round(time.process_time() - start, 1),
        }

    def _trained(self, steps, rate, seed):
        """Shares on the scenes to choose by and on the test."""
        page, names = self.page, (steps, rate)
        if names not in self.models:
            self.models[names] = page["prepared"](self.way, *names)
        model = self.models[names]
        keras.utils.set_random_seed(seed)
        model.set_weights(page["unet"](page["WAYS"][self.way][1]).get_weights())
        for variable in model.optimizer.variables:
            variable.assign(keras.ops.zeros_like(variable))
        page["learn"](model, steps, seed)
        return [page["shares_of"](model, page[pile]) for pile in ("choose_by", "test")]


def _calibration(said, truth):
    """In each tenth of the shares: how many pixels, their mean share, their truth."""
    bins = np.clip(np.digitize(said.ravel(), BINS) - 1, 0, len(BINS) - 2)
    count, share, true = (
        np.bincount(bins, weights, len(BINS) - 1)
        for weights in (None, said.ravel(), truth.ravel())
    )
    some = np.maximum(count, 1)
    return {
        "pixels": count.astype(int).tolist(),
        "said": (share / some).round(4).tolist(),
        "true": (true / some).round(4).tolist(),
    }


def _report(runs):
    rows, means = [], {}
    for part, way, steps in dict.fromkeys(
        (run["part"], run["way"], run["steps"]) for run in runs
    ):
        of = [
            run
            for run in runs
            if (run["part"], run["way"], run["steps"]) == (part, way, steps)
        ]
        if part == "rates":
            continue
        half, iou, threshold = (
            np.array([run[key] for run in of]) for key in ("half", "iou", "threshold")
        )
        means[part, way, steps] = half.mean(), iou.mean()
        row = f"{half.mean():.3f}", f"{iou.mean():.3f} ± {iou.std(ddof=1):.3f}"
        where = f"{threshold.min():.2f} to {threshold.max():.2f}"
        rows.append([f"{way}, {steps} steps", str(of[0]["rate"]), *row, where])
    heads = ["", "rate", "IoU at 0.5", "at the chosen", "threshold"]
    print_table("IoU on the test scenes, seeds apart", heads, rows)
    few, many = STEPS
    early = means["runs", "Dice", few][0] > means["runs", "cross-entropy", few][0] + 0.1
    late = [means["runs", way, many][1] for way in ("begun at the share", "Dice")]
    return bool(early and late[0] > late[1])
