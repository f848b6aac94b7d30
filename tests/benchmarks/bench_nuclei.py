"""What does a network need to say which pixels? Lesson 15's networks, trained.

Three parts, all with the lesson's own functions. "networks": three ways up and three
kinds of skip; they learn from the columns LEARN and are judged on CHOOSE, five seeds
each, at the learning rate that another seed has chosen ("rates"). "recipe": the
lesson's last network, from other seeds than its own, judged on TEST.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.nuclei import load_nuclei
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15_segmentation"
FUNCTIONS = ["iou", "best_threshold", "halved", "doubled", "unpooled", "filtered"]
FUNCTIONS += ["coarsened", "raised", "segmenter", "crops", "prepare", "learn", "shares"]
FUNCTIONS += ["depth", "STEPS", "RATE"]
LEARN, CHOOSE = np.s_[:, :224], np.s_[:, 224:320]
OPEN, TEST = np.s_[:, :320], np.s_[:, 320:]
NETWORKS = [("nearest", "none"), ("transposed", "none"), ("indices", "none")]
NETWORKS += [("nearest", "coarse"), ("nearest", "kept")]
CROSSENTROPY = "binary_crossentropy"
SMALL = (8, 16, 32)  # filters of the networks that are compared
RATES, TUNING_SEED, SEEDS, OTHER_SEEDS = (0.01, 0.03), 100, range(5), (1, 2, 3)
STEPS, BATCH, RECIPE_BATCH = 120, 4, 8
DEPTHS = range(1, 9)  # pixels from the border


def run_and_store():
    """Print and store all runs; True if the recipe reaches what lesson 15 asserts."""
    lesson = lesson_namespace(LESSON)
    runs = []
    for part in (_networks, _recipe):
        for result in part(lesson):
            print("  ", result, flush=True)
            runs.append(result)
    store_result("nuclei", runs, LESSON, FUNCTIONS)
    return _report(runs)


class _Learner:
    """One kind of network, prepared once, which starts anew for every seed."""

    def __init__(self, lesson, build, steps, rate):
        self.lesson, self.build, self.steps = lesson, build, steps
        self.model = build()
        lesson["prepare"](self.model, steps, rate, CROSSENTROPY)

    def trained(self, seed, picture, truth, batch):
        """The network after training, and the seconds that it took a processor."""
        start = time.process_time()
        keras.utils.set_random_seed(seed)
        self.model.set_weights(self.build().get_weights())
        for variable in self.model.optimizer.variables:
            variable.assign(keras.ops.zeros_like(variable))
        self.lesson["learn"](self.model, picture, truth, self.steps, batch, seed)
        return self.model, round(time.process_time() - start, 1)


def _networks(lesson):
    for way, skips in NETWORKS:
        yield from _compared(lesson, way, skips)


def _compared(lesson, way, skips):
    """A run for each rate; then five other seeds at the better one."""
    picture, nuclei = load_nuclei()
    truth = nuclei > 0
    names = {"way": way, "skips": skips}

    def build():
        return lesson["segmenter"](way, skips, SMALL)

    def run(seed, rate):
        known = picture[LEARN], truth[LEARN]
        model, seconds = learners[rate].trained(seed, *known, BATCH)
        scores = _scores(lesson, model, picture, truth)
        return names | {"rate": rate, "seed": seed, "cpu_seconds": seconds} | scores

    learners = {rate: _Learner(lesson, build, STEPS, rate) for rate in RATES}
    tried = {rate: run(TUNING_SEED, rate) for rate in RATES}
    for found in tried.values():
        yield {"part": "rates"} | found
    best = max(tried, key=lambda rate: tried[rate]["chosen"])
    for seed in SEEDS:
        yield {"part": "networks"} | run(seed, best)
    keras.backend.clear_session()


def _scores(lesson, model, picture, truth):
    """IoU on CHOOSE at 0.5, at a threshold chosen on LEARN; mistakes by depth."""
    learnt, said = (lesson["shares"](model, picture[part]) for part in (LEARN, CHOOSE))
    threshold = float(lesson["best_threshold"](learnt, truth[LEARN]))
    masks = {"iou": said > 0.5, "chosen": said > threshold}
    scores = {
        name: round(float(lesson["iou"](mask, truth[CHOOSE])), 4)
        for name, mask in masks.items()
    }
    wrong = masks["iou"] != truth[CHOOSE]
    depth = np.ceil(lesson["depth"](truth[CHOOSE]))
    wrong = [round(float(wrong[depth == d].mean()), 4) for d in DEPTHS]
    return scores | {"threshold": threshold, "wrong": wrong}


def _recipe(lesson):
    picture, nuclei = load_nuclei()
    truth = nuclei > 0

    def build():
        return lesson["segmenter"]("nearest", "kept")

    learner = _Learner(lesson, build, lesson["STEPS"], lesson["RATE"])
    for seed in OTHER_SEEDS:
        model, seconds = learner.trained(seed, picture[OPEN], truth[OPEN], RECIPE_BATCH)
        mask = lesson["shares"](model, picture[TEST]) > 0.5
        iou = round(float(lesson["iou"](mask, truth[TEST])), 4)
        yield {"part": "recipe", "seed": seed, "iou": iou, "cpu_seconds": seconds}


def _report(runs):
    found = {}
    for run in runs:
        if run["part"] != "rates":
            names = (run.get(key) for key in ("part", "way", "skips"))
            found.setdefault(" ".join(filter(None, names)), []).append(run["iou"])
    rows = [
        [name, f"{np.mean(values):.3f} ± {np.std(values, ddof=1):.3f}"]
        for name, values in found.items()
    ]
    print_table("IoU on columns that were not learnt from", ["", "IoU"], rows)
    reached = np.mean(found["recipe"]) >= 0.9
    print(f"  target, recipe 0.9 or more: {'met' if reached else 'MISSED'}")
    return bool(reached)
