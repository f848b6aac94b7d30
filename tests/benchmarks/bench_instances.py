"""Which reading of a network parts nuclei that touch? Dive 15b's network, trained.

Two kinds of network, all with the dive's own functions: "maps" gives nucleus, border
and depth, "mask" the nucleus alone. They learn from columns LEARN, seeds SEEDS; the
setting of each reading has the best mean AP on columns CHOOSE, as the same network says
them; what is read with it is judged on columns TEST. The learning rate is chosen by
another seed, by the IoU of the mask on CHOOSE ("rates"). "each_ap", "each_hits" and
"each_found" are those of every setting on the test: to look at, not to choose by.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.arrays.instances import THRESHOLDS, hits, instance_score, mean_instance_score
from utils.files.nuclei import load_nuclei
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15b_instances"
FUNCTIONS = ["on_the_line", "count", "DEEPEST", "RIM", "depths", "three_maps"]
FUNCTIONS += ["filtered", "unet", "STEPS", "BATCH", "RATE", "crops", "prepare", "learn"]
FUNCTIONS += ["maps_of", "LEAST", "SETTINGS", "read", "best_setting", "find"]
HELPERS = ["utils/arrays/instances.py", "utils/training/digit_recipe.py"]
LINES = 224, 320
LEARN, CHOOSE, TEST = np.s_[:, :224], np.s_[:, 224:320], np.s_[:, 320:]
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

    def maps(self, seed, picture, nuclei):
        """The maps of the whole picture, learnt from a part; processor seconds."""
        start = time.process_time()
        keras.utils.set_random_seed(seed)
        self.model.set_weights(self.lesson["unet"](self.outputs).get_weights())
        for variable in self.model.optimizer.variables:
            variable.assign(keras.ops.zeros_like(variable))
        wanted = self.lesson["three_maps"](nuclei)[..., : self.outputs]
        self.lesson["learn"](self.model, picture[LEARN], wanted[LEARN], seed)
        said = self.lesson["maps_of"](self.model, picture)
        return said, round(time.process_time() - start, 1)


def _of_kind(lesson, kind):
    """A run for each rate; then the other seeds at the better one."""
    picture, nuclei = load_nuclei()
    learners = {rate: _Learner(lesson, kind, rate) for rate in RATES}
    tried = {}
    for rate, learner in learners.items():
        said, seconds = learner.maps(TUNING_SEED, picture, nuclei)
        tried[rate] = _mask_iou(said[CHOOSE], nuclei[CHOOSE])
        found = {"rate": rate, "seed": TUNING_SEED, "iou": tried[rate]}
        yield {"part": "rates", "kind": kind} | found | {"cpu_seconds": seconds}
    best = max(tried, key=tried.get)
    for seed in SEEDS:
        said, seconds = learners[best].maps(seed, picture, nuclei)
        names = {"part": "readings", "kind": kind, "rate": best, "seed": seed}
        names["iou"] = _mask_iou(said[TEST], nuclei[TEST])
        names["cpu_seconds"] = seconds
        for way in WAYS[kind]:
            setting = _chosen(lesson, said, way, nuclei)
            judged = _judged(lesson, said, way, setting, nuclei)
            yield names | {"way": way, "setting": setting} | judged
    keras.backend.clear_session()


def _mask_iou(said, nuclei):
    mask, truth = said[..., 0] > 0.5, nuclei > 0
    return round(float(np.sum(mask & truth) / np.sum(mask | truth)), 4)


def _chosen(lesson, said, way, nuclei):
    """The setting that is best on columns CHOOSE, of which the network knows none."""
    halved = lesson["on_the_line"](nuclei, LINES[0])
    halved |= lesson["on_the_line"](nuclei, LINES[1])
    truth = lesson["without"](nuclei, halved)
    return lesson["best_setting"](said[CHOOSE], way, truth[CHOOSE], halved[CHOOSE])


def _judged(lesson, said, way, setting, nuclei):
    """What is found beyond the line, and its AP at each threshold."""
    halved = lesson["on_the_line"](nuclei, LINES[1])
    truth = lesson["without"](nuclei, halved)[TEST]
    settings = lesson["SETTINGS"][way]
    read = {s: lesson["find"](said[TEST], way, s, halved[TEST]) for s in settings}
    found = read[setting]
    scores = [round(instance_score(found, truth, t), 4) for t in THRESHOLDS.tolist()]
    return {
        "found": lesson["count"](found),
        "hits": len(hits(found, truth)),
        "ap": scores,
        "mean_ap": round(float(np.mean(scores)), 4),
        "each_found": [lesson["count"](objects) for objects in read.values()],
        "each_hits": [len(hits(objects, truth)) for objects in read.values()],
        "each_ap": [
            round(mean_instance_score(objects, truth), 4) for objects in read.values()
        ],
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
