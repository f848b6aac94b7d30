"""How far does a network fall between two simulated worlds? Dive 15c's, trained.

"ways": trained on simulation A, on B, on half of each, or on A with everything drawn at
random; the same number of scenes and of steps for all. Each is judged on scenes of A
and of B that it has not seen; the first and the last also on A with one group of B's
looks. "longer": trained on A, with a third of the epochs and with twice as many. Every
seed is stored as soon as it is complete.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.boxes import match
from utils.arrays.streets import Streets
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15c_roads"
CELLS = ["worlds", "network", "recipe", "judge"]
HELPERS = ["utils/arrays/streets.py", "utils/arrays/street_plans.py"]
HELPERS += ["utils/arrays/street_looks.py", "utils/training/grid_answers.py"]
HELPERS += ["utils/training/digit_recipe.py"]
SEEDS = range(5)
LENGTHS = (1, 6)  # epochs, besides the lesson's
TESTED = 200  # scenes of each test
SURE = 0.3  # the score from which a sign counts as found
SIZES = (9, 12, 15, 18, 23)  # pixels: the limits between small and large signs


def run_and_store():
    """Train all, print a table, store every run; True if the findings still hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    tests = _tests(page)
    learners = [_Learner(page, epochs) for epochs in (page["EPOCHS"], *LENGTHS)]
    runs = []
    for seed in SEEDS:
        for run in _of_seed(page, learners, seed, tests):
            print("  ", run, flush=True)
            runs.append(run)
        store_result("roads", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _tests(page):
    """{name: scenes}: both worlds, and A with one group of B's looks."""
    looks = {"A": page["A"], "B": page["B"]}
    for group in page["GROUPS"]:
        looks[f"A, {group} of B"] = page["A"] | {group: "other"}
    return {
        name: page["streets_of"](look, TESTED, seed=7, pile="test")
        for name, look in looks.items()
    }


class _Learner:
    """One network, prepared once for so many epochs, which starts anew every time."""

    def __init__(self, page, epochs):
        self.page, self.epochs = page, epochs
        self.network = page["new_network"]()
        page["prepare"](self.network, epochs)

    def trained(self, streets, seed):
        """The network after training, and the seconds that it took a processor."""
        start = time.process_time()
        keras.utils.set_random_seed(seed)
        self.network.set_weights(self.page["new_network"]().get_weights())
        for variable in self.network.optimizer.variables:
            variable.assign(keras.ops.zeros_like(variable))
        self.page["learn"](self.network, streets, self.epochs)
        return self.network, round(time.process_time() - start, 1)


def _of_seed(page, learners, seed, tests):
    """All trainings from one seed."""
    usual, *others = learners
    ways = _ways(page, seed)
    for way, streets in ways.items():
        network, seconds = usual.trained(streets, seed)
        run = {"part": "ways", "way": way, "seed": seed, "epochs": usual.epochs}
        run |= {"cpu_seconds": seconds} | _judged(
            page, network, tests, way in ("A", "random")
        )
        for name in ("A", "B"):
            run[f"read {name}"] = _read_by_size(page, network, tests[name])
        yield run
    for learner in others:
        network, seconds = learner.trained(ways["A"], seed)
        run = {"part": "longer", "way": "A", "seed": seed, "epochs": learner.epochs}
        yield run | {"cpu_seconds": seconds} | _judged(page, network, tests, False)


def _judged(page, network, tests, on_all):
    """mAP of signs and IoU of marks on A and B, or on all tests."""
    scores = {}
    for name, scenes in tests.items():
        if on_all or name in ("A", "B"):
            signs, marks = page["judged"](network, scenes)
            scores[f"map {name}"] = round(float(signs), 4)
            scores[f"iou {name}"] = round(float(marks), 4)
    return scores


def _ways(page, seed):
    """{name: what is learnt}: scenes of its own for every seed."""
    looks = {"A": page["A"], "B": page["B"], "random": page["ANY"]}
    ways = {
        way: page["streets_of"](look, page["COUNT"], 100 * (seed + 1) + k)
        for k, (way, look) in enumerate(looks.items())
    }
    return ways | {"both": _half_of_each(ways["A"], ways["B"])}


def _half_of_each(first, second):
    """Every second scene of the one and of the other, in turn."""
    odd = np.arange(len(first.images)) % 2 == 1
    parts = []
    for name, ours, theirs in zip(first._fields, first, second, strict=True):
        if name in ("boxes", "labels"):
            pairs = zip(ours, theirs, odd, strict=True)
            parts.append([b if other else a for a, b, other in pairs])
        else:
            parts.append(
                np.where(odd[:, *[np.newaxis] * (ours.ndim - 1)], theirs, ours)
            )
    return Streets(*parts)


def _read_by_size(page, network, streets):
    """The share of signs of each size that are found and rightly named."""
    found, _ = page["answers_to"](network, streets.images)
    read, total = np.zeros((2, len(SIZES) - 1))
    for (boxes, scores, labels), true_boxes, true_labels in zip(
        found, streets.boxes, streets.labels, strict=True
    ):
        sure = scores >= SURE
        hits = match(
            boxes[sure], scores[sure], true_boxes, 0.5, labels[sure], true_labels
        )
        longer = (true_boxes[:, 2:] - true_boxes[:, :2]).max(axis=1, initial=0)
        bins = np.searchsorted(SIZES, longer, side="right") - 1
        np.add.at(total, bins, 1)
        np.add.at(read, bins[hits[hits >= 0]], 1)
    return (read / total).round(3).tolist()


def _report(runs):
    rows = []
    usual = [run for run in runs if run["part"] == "ways"]
    for way in dict.fromkeys(run["way"] for run in usual):
        for name in ("map A", "map B", "iou A", "iou B"):
            scores = np.array([run[name] for run in usual if run["way"] == way])
            rows.append([way, name, f"{scores.mean():.3f} ± {scores.std(ddof=1):.3f}"])
    print_table("Trained on …, judged on …; mean of the seeds", ["", "", ""], rows)
    of_a = [run for run in usual if run["way"] == "A"]
    return all(run["map B"] < run["map A"] / 2 for run in of_a)
