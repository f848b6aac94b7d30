"""One thing followed through films: pixels against features, dive 19b's own functions.

Every way sees the same films of drawings and photos that nothing was learnt from, and
may search as far. The features are those of a network trained as in the dive, on three
times as many pairs.
"""

import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.boxes import iou
from utils.arrays.comparisons import Comparisons

LESSON = "19b_tracking"
CELLS = ["deal", "window", "follow-one", "pixels"]
CELLS += ["siamese", "pairs", "learn", "by-features"]
FUNCTIONS = ["REACH", "middle", "window", "follow_one", "cut_out", "by_pixels"]
FUNCTIONS += ["PIECE", "SEARCHED", "new_embedding", "siamese", "training_pairs"]
FUNCTIONS += ["learn_to_follow", "by_features"]
SEEDS, FILMS = range(5), 20
PAIRS = 4500  # three times as many as in the dive


def run_and_store():
    """Follow, print a table, store every run; True if the dive's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for seed in SEEDS:
        start = time.process_time()
        embed = page["learn_to_follow"](PAIRS, seed)
        for change in ("nothing", *page["HARD"], "all"):
            runs.append(_run(page, embed, change, seed))
            print("  ", runs[-1], flush=True)
        print(f"   {time.process_time() - start:.0f} s of a processor", flush=True)
    helpers = ["utils/arrays/films.py"]
    store_result("tracking", runs, LESSON, FUNCTIONS, helpers, ["deal"])
    hard = [run for run in runs if run["change"] == "all"]
    ways = [name for name in hard[0] if name not in ("change", "seed", "errors")]
    scores = {way: np.array([run[way] for run in hard]) for way in ways}
    rows = [[way, f"{s.mean():.3f} ± {s.std(ddof=1):.3f}"] for way, s in scores.items()]
    print_table("Frames followed, all changes at once", ["", "share"], rows)
    judge = Comparisons(scores, planned=2)  # as the dive's
    return judge.clearly_better("features", "pixels, normalised") and (
        judge.clearly_better("pixels, renewed", "features")
    )


def _run(page, embed, change, seed):
    """Shares of frames with an IoU of a half or more, the mean of all films."""
    hard = page["HARD"]
    strength = {} if change == "nothing" else hard if change == "all" else None
    strength = {change: hard[change]} if strength is None else strength
    ways = {
        "pixels, plain": (page["plain"], False),
        "pixels, normalised": (page["normalised"], False),
        "pixels, renewed": (page["normalised"], True),
        "features": (page["by_features"](embed), False),
    }
    rng = np.random.default_rng(1000 + seed)
    shares = {name: [] for name in ways}
    errors = {name: [] for name in ways}
    for _ in range(FILMS):
        film = page["make_film"]
        frames, truth = film(page["new_things"], page["test_photos"], rng, **strength)
        for name, ((begin, find), renew) in ways.items():
            boxes = page["follow_one"](frames, truth[0], begin, find, renew)
            fits = [iou([a], [b])[0, 0] for a, b in zip(boxes, truth, strict=True)]
            shares[name].append(np.mean(np.array(fits[1:]) >= 0.5))
            apart = (boxes - truth)[1:].reshape(-1, 2, 2).mean(axis=1)
            errors[name].append(np.hypot(*apart.T).mean())
    return {
        "change": change,
        "seed": seed,
        **{
            name: round(float(np.mean(of_films)), 4)
            for name, of_films in shares.items()
        },
        "errors": [round(float(np.mean(of_films)), 2) for of_films in errors.values()],
    }
