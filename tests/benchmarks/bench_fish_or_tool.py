"""Is lesson 8's network better than one number, and what does it go by?

Lesson 8's function trains on 66 photos: five splits, so that each photo is a test photo
once, and all of that for several seeds, each of which deals the photos anew. One seed
with twice the learning rate, too. Counted are test photos read rightly, and
test fish that are called a tool, as they are and changed.
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

# Learning rates, and the seeds of each.
RATES = {0.0005: range(5), 0.001: range(1)}


def run_and_store():
    """Train all, print a table and store data/results/fish_or_tool.json."""
    lesson = lesson_namespace(LESSON)
    photos, labels, _ = load_photos(("fish", "tool"), size=64)
    runs = []
    for rate, seeds in RATES.items():
        for seed in seeds:
            for split in range(5):
                runs.append(_train(lesson, photos, labels, rate, seed, split))
                print("  ", runs[-1], flush=True)
                keras.backend.clear_session()
    store_result("fish_or_tool", runs, LESSON, FUNCTIONS, HELPERS)
    _report(runs)
    return True


def _train(lesson, photos, labels, rate, seed, split):
    """One network: counts of its test photos, and of the fish among them."""
    piles = stratified_split(labels, shares=(0.2,) * 5, seed=seed)
    train, valid, test = lesson["roles"](piles, split)
    model, history = lesson["train_carefully"](
        photos, labels, train, valid, seed=5 * seed + split, learning_rate=rate
    )
    brightness = photos.mean(axis=(1, 2, 3))
    threshold = lesson["best_threshold"](brightness[train], labels[train])
    tool = labels[test] == 1
    run = {
        "seed": seed,
        "split": split,
        "learning_rate": rate,
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
    for rate in RATES:
        of_rate = [run for run in runs if run["learning_rate"] == rate]
        for name in of_rate[0]:
            if name in ("seed", "split", "learning_rate", "epochs", "photos", "fish"):
                continue
            rights = name in ("network", "brightness rule", "always tool")
            among = "photos" if rights else "fish"
            shares = [100 * run[name] / run[among] for run in of_rate]
            rows.append([f"{rate} {name}", among, f"{statistics.mean(shares):.1f}"])
    print_table("Lesson 8: right, or called a tool", ["what", "of", "mean %"], rows)
