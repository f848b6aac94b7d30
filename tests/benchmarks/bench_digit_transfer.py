"""What do layers trained on the digits 0 to 4 save, and cost, in reading 5 to 9?

Lesson 13b's two ways, five seeds each: all layers from random weights, or a new last
layer on those that `trained_afresh` trained on 0 to 4; and, as a check, on layers that
nobody trained. Seconds are processor seconds, of all cores together, so that a busy
computer does not distort them. They are those of the whole call, Keras' getting ready
included; the training on 0 to 4 has a row of its own. Accuracy is that on the test
images, of 5 to 9 (of 0 to 4 in that row).
"""

import statistics
import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_mnist
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "13b_how_many_photos"
FUNCTIONS = ["digits_from", "digit_layers", "fit_digits", "trained_afresh", "reusing"]
FUNCTIONS += ["draw", "DIGIT_EPOCHS"]
SEEDS = range(5)


def run_and_store():
    """Train, print, store in data/results/digit_transfer.json; True: no target."""
    lesson = lesson_namespace(LESSON)
    data = load_mnist()
    low, high = (
        [lesson["digits_from"](part, *digits) for part in data]
        for digits in ((0, 4), (5, 9))
    )
    # TensorFlow starts its threads in the first training; none of ours pays for it.
    lesson["trained_afresh"](low[0][0][:64], low[0][1][:64], epochs=1)

    runs = []
    for seed in SEEDS:
        for run in _trainings(lesson, seed, low, high):
            print("  ", run, flush=True)
            runs.append(run)
    store_result("digit_transfer", runs, LESSON, FUNCTIONS)
    _report(runs)
    return True


def _trainings(lesson, seed, low, high):
    """Yield one run after another; low and high: (training, test), each with labels."""

    def trained(way, per_class, test, train, *arguments):
        start = time.process_time()
        network = train(*arguments)
        seconds = time.process_time() - start
        return network, {
            "way": way,
            "per_class": per_class,
            "seed": seed,
            "processor_seconds": round(seconds, 2),
            "test_accuracy": float(lesson["share_right"](network, *test)),
        }

    keras.utils.set_random_seed(seed)
    trained_afresh, reusing = lesson["trained_afresh"], lesson["reusing"]
    first, run = trained("0 to 4", None, low[1], trained_afresh, *low[0], 1)
    yield run

    images, labels = high[0]
    bodies = {"reused": first.layers[0], "reused, untrained": lesson["digit_layers"]()}
    for per_class, epochs in lesson["DIGIT_EPOCHS"].items():
        few = _some_of_each(lesson, labels, per_class, seed)
        data = images[few], labels[few], epochs
        job = "from nothing", per_class, high[1], trained_afresh
        yield trained(*job, *data)[1]
        for way, body in bodies.items():
            yield trained(way, per_class, high[1], reusing, body, *data)[1]


def _some_of_each(lesson, labels, per_class, seed):
    """Return the indices of so many examples of each digit; None: of all."""
    if per_class is None:
        return np.arange(len(labels))
    return lesson["draw"](labels, per_class, seed)[0]


def _report(runs):
    groups = {}
    for run in runs:
        groups.setdefault((run["per_class"], run["way"]), []).append(run)
    rows = []
    for (per_class, way), group in groups.items():
        accuracies = [100 * run["test_accuracy"] for run in group]
        mean, spread = statistics.mean(accuracies), statistics.stdev(accuracies)
        seconds = statistics.mean(run["processor_seconds"] for run in group)
        counts = [str(per_class or "all"), str(len(group))]
        rows.append([way, *counts, f"{mean:.2f} ± {spread:.2f}", f"{seconds:.1f}"])
    header = ["", "per digit", "seeds", "test accuracy %", "processor seconds"]
    print_table("Digits 5 to 9: mean ± standard deviation over seeds", header, rows)
