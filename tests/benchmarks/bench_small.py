"""How few parameters read digits this well, and how well does one network read them?

Lesson 10c's `tiny_network` and `small_network`, three seeds each, and one training of
its `large_network`, all with the lesson's `train` and augmentation, on the 60 000
training images. Accuracy is that of the last epoch on the 10 000 test images.
"""

import statistics
import time

from tests.benchmarks.measure import print_table
from tests.benchmarks.spread import spread
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_mnist
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "10c_how_small_can_it_be"
FUNCTIONS = ["tiny_network", "small_network", "large_network", "SETTINGS"]
FUNCTIONS += ["narrow", "pooled", "normalised", "shifts", "one_cycle", "train"]
SEEDS = {"tiny_network": range(3), "small_network": range(3), "large_network": [0]}

# Most parameters, least mean accuracy.
TARGETS = {"tiny_network": (3_000, 0.990), "small_network": (8_000, 0.993)}


def run_and_store():
    """Train, print, store in data/results/small.json; True if both targets hold."""
    jobs = [(name, seed) for name, seeds in SEEDS.items() for seed in seeds]
    runs = spread(_trained, jobs)
    store_result("small", runs, LESSON, FUNCTIONS)
    return _report(runs)


def _trained(name, seed):
    lesson = lesson_namespace(LESSON)
    (images, labels), (test_images, test_labels) = load_mnist()
    images, test_images = images[..., None], test_images[..., None]
    keras.utils.set_random_seed(seed)
    model = lesson[name]()
    start = time.perf_counter()
    lesson["train"](model, images, labels, **lesson["SETTINGS"][name])
    seconds = time.perf_counter() - start
    scores = model.predict(test_images, batch_size=1000, verbose=0)
    return {
        "network": name,
        "seed": seed,
        "epochs": lesson["SETTINGS"][name]["epochs"],
        "parameters": model.count_params(),
        "seconds": round(seconds, 1),
        "test_accuracy": float((scores.argmax(axis=1) == test_labels).mean()),
    }


def _report(runs):
    rows, good = [], True
    for name in SEEDS:
        own = [run for run in runs if run["network"] == name]
        mean = statistics.mean(run["test_accuracy"] for run in own)
        parameters, seconds = own[0]["parameters"], own[0]["seconds"]
        target = ""
        if name in TARGETS:
            most, least = TARGETS[name]
            good &= parameters <= most and mean >= least
            target = f"≥ {100 * least:.1f} %, ≤ {most}"
        accuracy = f"{100 * mean:.2f} %"
        counts = [str(parameters), str(len(own)), str(own[0]["epochs"])]
        rows.append([name, *counts, accuracy, f"{seconds:.0f} s", target])
    header = ["", "parameters", "seeds", "epochs", "test accuracy", "time", "target"]
    print_table("Small and large networks, MNIST", header, rows)
    print(f"  targets {'met' if good else 'MISSED'}")
    return good
