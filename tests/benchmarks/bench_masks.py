"""Does a mask head know whose pixels they are? Dive 15f's network, trained.

One trunk, four heads of one size, taught together: "own" says which pixels in a box are
its object's, "own, rounded" the same from whole cells, "thing in the box" which pixels
are any thing's, "thing anywhere" that without boxes. Judged on drawings and grounds
that were not learnt, in scenes whose boxes lie apart and in crowded ones, with the true
boxes and with those that the network finds ("heads"). The rate is chosen by another
seed, which learns from four kinds of drawings and is judged on a fifth ("rates").
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.instances import THRESHOLDS, mask_ious
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15f_a_mask_in_each_box"
CELLS = ["deal", "crowded", "tests", "points", "align", "align-layer"]
CELLS += ["head", "trunk", "heads", "targets", "lesson-for", "recipe"]
CELLS += ["paste", "share-out", "scores", "read", "boxes-found"]
HELPERS = ["utils/arrays/scenes.py", "utils/arrays/instances.py"]
HELPERS += ["utils/training/digit_recipe.py", "utils/training/thing_detector.py"]
RATES, TUNING_SEED, SEEDS = (0.005, 0.01), 100, range(1, 6)
TUNED_ON = "bug"  # a kind that the tuning seed does not learn


def run_and_store():
    """Train all, print a table, store every run; True if the findings still hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs, learners = [], {}
    for part in (_rates, _heads):
        for some in part(page, learners, runs):
            print(*some, sep="\n", flush=True)
            runs.extend(some)
            # After every seed, so that an interrupted benchmark keeps the whole ones.
            store_result("masks", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


class _Learner:
    """A network for one rate, prepared once, which starts anew for every seed."""

    def __init__(self, page, peak):
        self.page, self.peak = page, peak
        self.network = page["prepared"](peak=peak)

    def taught(self, lesson, seed):
        """The network after its training, and what to store of that."""
        start = time.process_time()
        keras.utils.set_random_seed(seed)
        model = self.network[2]
        model.set_weights(self.page["new_network"]()[2].get_weights())
        for variable in model.optimizer.variables:
            variable.assign(keras.ops.zeros_like(variable))
        self.page["teach"](self.network, lesson)
        seconds = round(time.process_time() - start, 1)
        return {"seed": seed, "rate": self.peak, "cpu_seconds": seconds}


def _lesson(page, things, grounds, seed):
    scenes = page["crowded"](things, grounds, page["SCENES"], 100 + seed)
    return page["lesson_for"](scenes, seed)


def _rates(page, learners, _):
    kinds = [kind for kind in page["LEARNT_KINDS"] if kind != TUNED_ON]
    grounds = page["soft"][~page["held_out"]]
    new, known = grounds[::3], grounds[np.arange(len(grounds)) % 3 != 0]
    images, boxes, owners = page["crowded"](page["painted"]([TUNED_ON]), new, 80, 9)
    lesson = _lesson(page, page["painted"](kinds), known, TUNING_SEED)
    for peak in RATES:
        learners[peak] = _Learner(page, peak)
        names = learners[peak].taught(lesson, TUNING_SEED)
        network = learners[peak].network
        _, maps = network[0].predict(images, verbose=0)
        yield [
            {"part": "rates", "head": head}
            | names
            | _judged(page, network, head, maps, boxes, owners)
            for head in page["HEADS"]
        ]


def _best_rate(runs):
    """The rate with the best IoU, mean over the heads."""
    means = {
        rate: np.mean([run["iou"] for run in runs if run["rate"] == rate])
        for rate in RATES
    }
    return max(means, key=means.get)


def _heads(page, learners, runs):
    learner = learners[_best_rate(runs)]
    network = learner.network
    grounds = page["soft"][~page["held_out"]]
    tests = {name: page["test_scenes"](name) for name in page["TESTS"]}
    for seed in SEEDS:
        lesson = _lesson(page, page["learnt_things"], grounds, seed)
        names = learner.taught(lesson, seed)
        runs_of_seed = []
        for test, (images, true_boxes, owners) in tests.items():
            raw, maps = network[0].predict(images, verbose=0)
            found = [page["boxes_of"](one) for one in raw]
            for kind, boxes in (("true", true_boxes), ("found", found)):
                for head in page["HEADS"]:
                    run = {"part": "heads", "test": test, "boxes": kind, "head": head}
                    score = _judged(
                        page, network, head, maps, boxes, owners, kind == "true"
                    )
                    runs_of_seed.append(run | names | score)
            blobs = _scores(page["blobs_of"](network, maps), owners)
            run = {"part": "heads", "test": test, "boxes": "none", "head": "blobs"}
            runs_of_seed.append(run | names | {"surest": blobs})
        yield runs_of_seed


def _judged(page, network, head, maps, boxes, owners, are_true=True):
    """AP at 0.50, at 0.75 and mean AP, pixels shared out in both ways; IoU of masks.

    And how well each tells its own pixels from strangers in its box.
    """
    masks = page["masks_of"](network, head, maps, boxes)
    ways = {
        "surest": lambda m, b: m,
        "nearest": lambda m, b: -page["from_centre"](b),
    }
    result = {
        name: _scores(
            [
                page["shared_out"](m, order(m, b))
                for m, b in zip(masks, boxes, strict=True)
            ],
            owners,
        )
        for name, order in ways.items()
    }
    if are_true:
        ious = page["own_ious"](masks, owners)
        result |= {
            "iou": round(float(ious.mean()), 4),
            "iou_75": round(float(np.mean(ious >= 0.75)), 4),
        }
        shares = page["told_apart"](masks, boxes, owners)
        if len(shares):  # none where boxes lie apart
            result["told_apart"] = round(float(shares.mean()), 4)
    return result


def _scores(objects, owners):
    """AP at 0.50, at 0.75 and mean AP: `instance_score`, the IoUs computed once."""
    curves = []
    for one, owner in zip(objects, owners, strict=True):
        ious = mask_ious(one, owner.astype(int))
        hits = (ious[..., np.newaxis] > THRESHOLDS).sum(axis=(0, 1))
        curves.append(hits / (sum(ious.shape) - hits))
    curve = np.mean(curves, axis=0)
    return [round(float(x), 4) for x in (curve[0], curve[5], curve.mean())]


def _report(runs):
    rows, means = [], {}
    heads = [run for run in runs if run["part"] == "heads"]
    names = dict.fromkeys((r["test"], r["boxes"], r["head"]) for r in heads)
    for name in names:
        those = [r for r in heads if (r["test"], r["boxes"], r["head"]) == name]
        row = list(name)
        for way in ("surest", "nearest"):
            scores = np.array([r.get(way, [np.nan] * 3)[-1] for r in those])
            means[*name, way] = scores.mean()
            row.append(f"{scores.mean():.3f} ± {scores.std(ddof=1):.3f}")
        for figure in ("iou", "told_apart"):
            means[*name, figure] = np.mean([r.get(figure, np.nan) for r in those])
            row.append(f"{means[*name, figure]:.3f}")
        rows.append(row)
    columns = ["scenes", "boxes", "head", "surest", "nearest", "IoU", "told apart"]
    print_table("Mean AP of masks, five seeds", columns, rows)
    return _as_on_the_page(means)


def _as_on_the_page(means):
    """Whether the heads come in the order that the dive tells of."""

    def best(head, boxes="true", test="crowded"):
        return np.nanmax([means[test, boxes, head, w] for w in ("surest", "nearest")])

    def told_apart(head):
        return means["crowded", "true", head, "told_apart"]

    orders = [
        min(best("own"), best("thing in the box")) > best("thing anywhere"),
        best("own") > best("own, rounded"),
        told_apart("own") > told_apart("thing in the box"),
        best("own") > best("own", "found"),
        best("thing anywhere", "found") > best("blobs", "none"),
        best("thing anywhere", "found", "apart") < best("blobs", "none", "apart"),
    ]
    return bool(np.all(orders))
