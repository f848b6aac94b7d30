"""Which reading of a network parts nuclei that touch? Dive 15b's network, trained.

Two kinds of network, all with the dive's own functions: "maps" gives nucleus, border
and depth, "mask" the nucleus alone. They learn from the columns before LINE; what is
read is judged on those from it on, seeds SEEDS, at the learning rate that another seed
has chosen on columns CHOOSE after learning from those before them ("rates").
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.arrays.instances import THRESHOLDS, hits, instance_score
from utils.files.nuclei import load_nuclei
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15b_instances"
FUNCTIONS = ["on_the_line", "count", "DEEPEST", "RIM", "depths", "three_maps"]
FUNCTIONS += ["filtered", "unet", "STEPS", "BATCH", "RATE", "crops", "prepare", "learn"]
FUNCTIONS += ["maps_of", "LEAST", "SETTINGS", "read", "best_setting", "find"]
HELPERS = ["utils/arrays/instances.py", "utils/training/digit_recipe.py"]
LINE, CHOOSE = 320, np.s_[:, 224:320]
KINDS = {"maps": 3, "mask": 1}  # of network, and how many maps it gives
BLIND = ("blobs", "distance")  # to all but the mask
WAYS = {"maps": (*BLIND, "border", "depth"), "mask": BLIND}
RATES, TUNING_SEED, SEEDS = (0.01, 0.03), 100, range(1, 6)


def run_and_store():
    """Print and store all runs; True if the learnt depth finds most nuclei."""
    lesson = lesson_namespace(LESSON)
    runs = []
    for kind in KINDS:
        for result in _of_kind(lesson, kind):
            print("  ", result, flush=True)
            runs.append(result)
    store_result("instances", runs, LESSON, FUNCTIONS, HELPERS)
    return _report(runs)


class _Learner:
    """One kind of network, prepared once, which starts anew for every seed."""

    def __init__(self, lesson, kind, rate):
        self.lesson, self.outputs = lesson, KINDS[kind]
        self.model = lesson["unet"](self.outputs)
        lesson["prepare"](self.model, rate)

    def maps(self, seed, picture, nuclei, line):
        """The maps of the whole picture, learnt before the line; processor seconds."""
        start = time.process_time()
        keras.utils.set_random_seed(seed)
        self.model.set_weights(self.lesson["unet"](self.outputs).get_weights())
        for variable in self.model.optimizer.variables:
            variable.assign(keras.ops.zeros_like(variable))
        wanted = self.lesson["three_maps"](nuclei)[..., : self.outputs]
        self.lesson["learn"](self.model, picture[:, :line], wanted[:, :line], seed)
        said = self.lesson["maps_of"](self.model, picture)
        return said, round(time.process_time() - start, 1)


def _of_kind(lesson, kind):
    """A run for each rate; then the other seeds at the better one."""
    picture, nuclei = load_nuclei()
    learners = {rate: _Learner(lesson, kind, rate) for rate in RATES}
    tried = {}
    for rate, learner in learners.items():
        said, seconds = learner.maps(TUNING_SEED, picture, nuclei, CHOOSE[1].start)
        tried[rate] = _mask_iou(said[CHOOSE], nuclei[CHOOSE])
        found = {"rate": rate, "seed": TUNING_SEED, "iou": tried[rate]}
        yield {"part": "rates", "kind": kind} | found | {"cpu_seconds": seconds}
    best = max(tried, key=tried.get)
    for seed in SEEDS:
        said, seconds = learners[best].maps(seed, picture, nuclei, LINE)
        names = {"part": "readings", "kind": kind, "rate": best, "seed": seed}
        names["iou"] = _mask_iou(said[:, LINE:], nuclei[:, LINE:])
        names["cpu_seconds"] = seconds
        for way in WAYS[kind]:
            yield names | {"way": way} | _judged(lesson, said, way, nuclei)
    keras.backend.clear_session()


def _mask_iou(said, nuclei):
    mask, truth = said[..., 0] > 0.5, nuclei > 0
    return round(float(np.sum(mask & truth) / np.sum(mask | truth)), 4)


def _judged(lesson, said, way, nuclei):
    """What is found beyond the line, and its AP at each threshold."""
    halved = lesson["on_the_line"](nuclei, LINE)
    truth = lesson["without"](nuclei, halved)
    found = lesson["find"](said, way, truth, halved, LINE)
    truth = truth[:, LINE:]
    scores = [round(instance_score(found, truth, t), 4) for t in THRESHOLDS.tolist()]
    return {
        "found": lesson["count"](found),
        "hits": len(hits(found, truth)),
        "ap": scores,
        "mean_ap": round(float(np.mean(scores)), 4),
    }


def _report(runs):
    means = {}
    for run in runs:
        if run["part"] == "readings":
            means.setdefault((run["kind"], run["way"]), []).append(run)
    rows = [
        [
            *names,
            f"{np.mean([run['found'] for run in those]):.1f}",
            f"{np.mean([run['hits'] for run in those]):.1f}",
            f"{np.mean([run['mean_ap'] for run in those]):.3f} ± "
            f"{np.std([run['mean_ap'] for run in those], ddof=1):.3f}",
        ]
        for names, those in means.items()
    ]
    heads = ["network", "read by", "found", "hits", "mean AP"]
    print_table("Nuclei of the test columns, seeds apart", heads, rows)
    reached = np.mean([run["mean_ap"] for run in means["maps", "depth"]]) >= 0.55
    print(f"  target, learnt depth 0.55 or more: {'met' if reached else 'MISSED'}")
    return bool(reached)
