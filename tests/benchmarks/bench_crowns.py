"""Does dive 14d's detector find trees from the air in a place that it never saw?

It learns from pictures of two places and is judged in the third; and, for comparison,
from all three: how well it does in that place when it has learnt it, too. The number
of pieces and of steps is the same for both.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.boxes import mean_average_precision
from utils.files.crowns import PLACES, load_crowns
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "14d_things_never_seen"
CELLS = ["wanted", "detector", "loss", "recipe", "decode", "turned", "random-crops"]
HELPERS = ["utils/training/digit_recipe.py"]
SEEDS = range(3)
WAYS = {"never seen": PLACES[1:], "learnt, too": PLACES}  # PLACES[0] is judged
SURE = 0.3  # the score from which a box is drawn


def run_and_store():
    """Train all, print a table, store every run; True if the finding still holds."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for seed in SEEDS:
        for way in WAYS:
            runs.append(_run(page, way, seed))
            print("  ", runs[-1], flush=True)
            keras.backend.clear_session()
    store_result("crowns", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _run(page, way, seed):
    """Average precision in all three places; what is found in the first of them."""
    start = time.process_time()
    network = page["taught_crowns"](WAYS[way], seed)
    seconds = time.process_time() - start
    found = {place: _found(page, network, place) for place in PLACES}
    (boxes, scores, _), truths = found[PLACES[0]][0][0], found[PLACES[0]][1]
    sure = scores >= SURE
    share = float(page["share_found"](*found[PLACES[0]], SURE))
    return {
        "way": way,
        "seed": seed,
        "cpu_seconds": round(seconds, 1),
        "ap": {
            place: round(mean_average_precision(*both), 4)
            for place, both in found.items()
        },
        "recall": round(share, 4),
        "precision": round(share * len(truths[0][0]) / max(sure.sum(), 1), 4),
        "boxes": boxes[sure].round(1).tolist(),
    }


def _found(page, network, place):
    """What is found in the whole picture, and the truth: both lists of one."""
    picture, boxes = load_crowns(place)
    rows, columns = (n // page["STRIDE"] * page["STRIDE"] for n in picture.shape[:2])
    found = page["found_in"](network, picture[np.newaxis, :rows, :columns])
    return found, [(boxes, np.zeros(len(boxes), int))]


def _report(runs):
    rows, means = [], {}
    for way in WAYS:
        scores = [list(run["ap"].values()) for run in runs if run["way"] == way]
        means[way] = np.mean(scores, axis=0)
        rows.append([f"{PLACES[0]} {way}", *(f"{score:.3f}" for score in means[way])])
    print_table("Average precision, mean of the seeds", ["", *PLACES], rows)
    return means["never seen"][0] < 0.5 * means["learnt, too"][0]
