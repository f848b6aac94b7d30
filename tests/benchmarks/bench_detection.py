"""How well lesson 14's detector finds digits: trained as in the lesson, and longer.

Every training has scenes and a start of its own, and is judged by the lesson's test
scenes: digits and photos that no training has seen. Stored are mean average precision,
also blind to the names and without suppression, precision at 101 recalls, what became
of every true digit, how the sizes of the digits matter, and false alarms on scenes
without a digit. The longer trainings compute in bfloat16, but for the answers:
some processors need less time for it.
"""

from typing import NamedTuple

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.boxes import (
    iou,
    mean_average_precision,
    non_maximum_suppression,
    precision_at_recalls,
    precision_recall,
)
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "14_detection"
CELLS = ["scenes", "wanted", "detector", "loss", "recipe", "decode"]
HELPERS = ["utils/arrays/scenes.py", "utils/training/digit_recipe.py"]


class Way(NamedTuple):
    """How much is learnt, from how many starts, in which numbers."""

    scenes: int
    epochs: int
    seeds: range
    policy: str


WAYS = {
    "as in the lesson": Way(8_000, 1, range(5), "float32"),
    "longer": Way(24_000, 8, range(3), "mixed_bfloat16"),
}
SIZES = (8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64)
TARGETS = 0.75, 0.9  # mean average precision, as wished for
THRESHOLD = 0.45  # of the suppression
SURE = 0.3  # the score above which a box is drawn


def run_and_store():
    """Train all, print a table, store every run; True if both reach their targets."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    experiment = _Experiment(page)
    runs = []
    for way in WAYS:
        for seed in WAYS[way].seeds:
            runs.append(experiment.run(way, seed))
            print("  ", {k: v for k, v in runs[-1].items() if k != "precision"})
    store_result("detection", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


class _Experiment:
    """The lesson's page, and the scenes that judge."""

    def __init__(self, page):
        self.page, self.test = page, page["test"]
        self.truths = list(zip(self.test.boxes, self.test.labels, strict=True))
        self.by_size = {
            size: page["scenes_of"]("test", 200, seed=size, sizes=(size, size))
            for size in SIZES
        }
        self.empty = page["scenes_of"]("test", 500, seed=8, number=(0, 0))

    def run(self, way, seed):
        """Train once and return all that is stored of it."""
        count, epochs, _, policy = WAYS[way]
        keras.config.set_dtype_policy(policy)
        scenes = self.page["scenes_of"]("train", count, 100 + seed, number=(4, 7))
        network = self.page["train_detector"](scenes, epochs, seed)
        keras.config.set_dtype_policy("float32")  # other questions may follow
        raw = self._raw(network, self.test)
        found = _suppressed(raw)
        run = {
            "way": way,
            "seed": seed,
            "scenes": count,
            "epochs": epochs,
            "policy": policy,
            "map": mean_average_precision(found, self.truths),
            "map_any_name": mean_average_precision(
                [(boxes, scores, 0 * labels) for boxes, scores, labels in found],
                [(boxes, 0 * labels) for boxes, labels in self.truths],
            ),
            "map_unsuppressed": mean_average_precision(raw, self.truths),
            "precision": _mean_curve(found, self.truths).round(4).tolist(),
            **_fates(found, self.truths),
            "map_by_size": {
                size: self._map(network, scenes)
                for size, scenes in self.by_size.items()
            },
            "false_alarms": sum(
                int(np.sum(scores > SURE))
                for _, scores, _ in _suppressed(self._raw(network, self.empty))
            ),
        }
        keras.backend.clear_session()
        return {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in run.items()
        }

    def _raw(self, network, scenes):
        answers = network.predict(scenes.images[..., np.newaxis], verbose=0)
        return [self.page["boxes_of"](raw) for raw in answers]

    def _map(self, network, scenes):
        found = _suppressed(self._raw(network, scenes))
        truths = list(zip(scenes.boxes, scenes.labels, strict=True))
        return round(mean_average_precision(found, truths), 4)


def _suppressed(raw):
    """One box for each digit, as in the lesson, whose task it is."""
    found = []
    for boxes, scores, labels in raw:
        kept = non_maximum_suppression(boxes, scores, THRESHOLD)
        found.append((boxes[kept], scores[kept], labels[kept]))
    return found


def _mean_curve(found, truths):
    """Precision at 101 recalls, (101,), the mean over the digits."""
    curves = [precision_recall(found, truths, label=digit)[:2] for digit in range(10)]
    return np.mean([precision_at_recalls(*curve) for curve in curves], axis=0)


def _fates(found, truths):
    """What became of the true digits, by boxes surer than SURE, in %."""
    fates = dict.fromkeys(("right", "misnamed", "misplaced", "missed"), 0)
    for (boxes, scores, labels), (true_boxes, true_labels) in zip(
        found, truths, strict=True
    ):
        overlaps = iou(true_boxes, boxes[scores > SURE])
        same = true_labels[:, np.newaxis] == labels[scores > SURE]
        for fit, named in zip(overlaps, same, strict=True):
            if (fit[named] >= 0.5).any():
                fates["right"] += 1
            elif (fit >= 0.5).any():
                fates["misnamed"] += 1
            elif (fit > 0.1).any():
                fates["misplaced"] += 1
            else:
                fates["missed"] += 1
    total = sum(fates.values())
    return {name: round(100 * count / total, 2) for name, count in fates.items()}


def _report(runs):
    rows, reached = [], []
    for way, target in zip(WAYS, TARGETS, strict=True):
        of_way = [run for run in runs if run["way"] == way]
        maps = np.array([run["map"] for run in of_way])
        reached.append(maps.mean() >= target)
        fates = [
            f"{np.mean([run[fate] for run in of_way]):.1f}"
            for fate in ("misnamed", "misplaced", "missed")
        ]
        rows.append([way, f"{maps.mean():.3f} ± {maps.std(ddof=1):.3f}", *fates])
    header = ["", "mAP", "misnamed %", "misplaced %", "missed %"]
    print_table("Test scenes, mean of the seeds", header, rows)
    return all(reached)
