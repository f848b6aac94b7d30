"""Is lesson 8's network better than one number, and what does it go by?

Lesson 8's function trains on 66 photos: five splits, so that each photo is a test photo
once, and all of that for several seeds, each of which deals the photos anew. Counted
are test photos read rightly, and test fish that are called a tool, as they are and
changed.
"""

import statistics

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_photos, stratified_split
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "08_keras_sequential"
FUNCTIONS = ["network", "augmentation", "train_carefully", "roles", "answers"]
FUNCTIONS += ["best_threshold", "variants"]
HELPERS = ["utils/files/datasets.py"]

SEEDS, SPLITS = range(5), range(5)


def run_and_store():
    """Train all, print a table and store data/results/fish_or_tool.json."""
    lesson = lesson_namespace(LESSON)
    photos, labels, _ = load_photos(("fish", "tool"), size=64)
    runs = []
    for seed in SEEDS:
        for split in SPLITS:
            runs.append(_train(lesson, photos, labels, seed, split))
            print("  ", runs[-1], flush=True)
            keras.backend.clear_session()
    store_result("fish_or_tool", runs, LESSON, FUNCTIONS, HELPERS)
    _report(runs)
    return True


def _train(lesson, photos, labels, seed, split):
    """One network: counts of its test photos, and of the fish among them."""
    piles = stratified_split(labels, shares=(0.2,) * 5, seed=seed)
    train, valid, test = lesson["roles"](piles, split)
    model, history = lesson["train_carefully"](
        photos, labels, train, valid, seed=5 * seed + split
    )
    brightness = photos.mean(axis=(1, 2, 3))
    threshold = lesson["best_threshold"](brightness[train], labels[train])
    tool = labels[test] == 1
    run = {
        "seed": seed,
        "split": split,
        "epochs": len(history["loss"]),
        "photos": len(test),
        "network": int(sum((lesson["answers"](model, photos[test]) > 0.5) == tool)),
        "brightness rule": int(sum((brightness[test] >= threshold) == tool)),
        "always tool": int(sum(tool)),
        "fish": int(sum(~tool)),
    }
    for name, images in lesson["variants"](photos[test[~tool]]).items():
        run[name] = int(sum(lesson["answers"](model, images) > 0.5))
    return run


def _report(runs):
    rows = []
    for name in ("network", "brightness rule", "always tool"):
        rows.append(_row(runs, f"{name}, right", name, "photos"))
    for name in list(runs[0])[list(runs[0]).index("fish") + 1 :]:
        rows.append(_row(runs, f"{name}, called tool", name, "fish"))
    print_table("Lesson 8: mean ± standard deviation over seeds", ["what", "%"], rows)


def _row(runs, title, name, among):
    shares = []
    for seed in SEEDS:
        of_seed = [run for run in runs if run["seed"] == seed]
        found, all_of_them = (sum(run[key] for run in of_seed) for key in (name, among))
        shares.append(100 * found / all_of_them)
    spread = statistics.stdev(shares)
    return [title, f"{statistics.mean(shares):.1f} ± {spread:.1f}"]
