"""Does a detector find things that it never saw? Dive 14d's networks, trained.

One class, "a thing", learnt from 10, 40 or 157 drawings of five kinds, or
from as many with those of two more kinds among them; the same number of scenes and
steps for all. Every network is judged on new scenes of what it learnt, and on
scenes of those two kinds; the last two also on stand-ins, and on real photos.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.boxes import (
    iou,
    mean_average_precision,
    precision_at_recalls,
    precision_recall,
)
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "14d_things_never_seen"
CELLS = ["deal", "wanted", "detector", "loss", "recipe", "decode"]
CELLS += ["stand-ins", "stand-in-scenes", "things"]
HELPERS = ["utils/arrays/scenes.py", "utils/training/digit_recipe.py"]
SEEDS = range(4)
FEW_SEEDS = 3  # of them for what is far from equal: few drawings
NUMBERS = (10, 40, 157)  # of drawings
WITH_NEW = "with the new kinds"  # the control: as many drawings as the most
SURE = 0.3  # the score from which a box is drawn


def run_and_store():
    """Train all, print a table, store every run; True if the findings still hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for seed in SEEDS:
        for run in _things(page, seed):
            print("  ", run, flush=True)
            runs.append(run)
            keras.backend.clear_session()
    store_result("objects", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _ways(page, seed):
    """{name: the drawings that are learnt}: a choice of its own for every seed."""
    rng = np.random.default_rng(seed)
    learnt, new = page["learnt_things"], page["new_things"]
    order = rng.permutation(len(learnt))
    numbers = NUMBERS if seed < FEW_SEEDS else NUMBERS[-1:]
    ways = {str(n): [learnt[k] for k in order[:n]] for n in numbers}
    return ways | {WITH_NEW: new + [learnt[k] for k in order[: NUMBERS[-1] - len(new)]]}


def _things(page, seed):
    new = page["scenes_of"](page["new_things"], page["test_photos"], 300, seed=7)
    for way, things in _ways(page, seed).items():
        start = time.process_time()
        network = page["taught_things"](things, seed)
        seconds = time.process_time() - start
        own = page["scenes_of"](things, page["test_photos"], 300, seed=8)
        run = {"part": "things", "way": way, "drawings": len(things), "seed": seed}
        run |= {"cpu_seconds": round(seconds, 1)}
        run |= _judged(page, network, own, "learnt") | _judged(
            page, network, new, "new"
        )
        if len(things) == NUMBERS[-1]:
            run |= _elsewhere(page, network)
        yield run


def _judged(page, network, scenes, name):
    """Average precision, share found and precision at 101 recalls."""
    found, truths = page["found_in"](network, scenes.images), page["truths_of"](scenes)
    curve = precision_at_recalls(*precision_recall(found, truths)[:2])
    return {
        f"ap_{name}": round(mean_average_precision(found, truths), 4),
        f"found_{name}": round(float(page["share_found"](found, truths, SURE)), 4),
        f"precision_{name}": curve.round(3).tolist(),
    }


def _elsewhere(page, network):
    """What it boxes where there is no drawing: stand-ins, real photos."""
    stand_ins = {}
    for name, scenes in page["stand_in_scenes"].items():
        found = page["found_in"](network, scenes.images)
        truths = page["truths_of"](scenes)
        stand_ins[name] = round(float(page["share_found"](found, truths, SURE)), 4)
    fits = [_fit_of_best(page, network, which) for which in page["THINGS"]]
    return {
        "stand_ins": stand_ins,
        "real_fits": [round(float(fit), 3) for fit, _ in fits],
        "real_boxes": [count for _, count in fits],
    }


def _fit_of_best(page, network, which):
    """The largest IoU of a box with the photo's thing, of all sizes; how many boxes."""
    boxes = []
    for side in page["SIDES"]:
        found, scores = page["found_at"](network, which, side)
        boxes.extend(found[scores >= SURE])
    boxes = np.reshape(boxes, (-1, 4))
    return iou(boxes, [page["THINGS"][which]]).max(initial=0), len(boxes)


def _report(runs):
    rows, means = [], {}
    for way in dict.fromkeys(run["way"] for run in runs):
        of_way = [run for run in runs if run["way"] == way]
        for name in ("ap_learnt", "ap_new"):
            scores = np.array([run[name] for run in of_way])
            means[way, name] = scores.mean()
            rows.append([way, name, f"{scores.mean():.3f} ± {scores.std(ddof=1):.3f}"])
    print_table("Average precision, mean of the seeds", ["", "", ""], rows)
    new = [means[str(number), "ap_new"] for number in NUMBERS]
    return new == sorted(new) and means[WITH_NEW, "ap_new"] > new[-1]
