"""How well does the public example of lesson 10c read digits, trained as published?

Three seeds, 15 epochs each, 54 000 images and 6 000 that judge; accuracy is that of the
last epoch on the 10 000 test images. Nothing is chosen by it.
"""

import statistics

from tests.benchmarks.bench_training import (
    EXAMPLE_EPOCHS,
    LESSON,
    compiled_example,
    digits,
    test_accuracy,
    train_example,
)
from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

SEEDS = range(3)


def run_and_store():
    """Train, print, store in data/results/example.json; there is no target."""
    (images, labels), test = digits()
    lesson, runs = lesson_namespace(LESSON), []
    for seed in SEEDS:
        keras.utils.set_random_seed(seed)
        model = compiled_example(lesson)
        train_example(model, images, labels, EXAMPLE_EPOCHS)
        counts = {"epochs": EXAMPLE_EPOCHS, "parameters": model.count_params()}
        runs.append(
            {"seed": seed, **counts, "test_accuracy": test_accuracy(model, test)}
        )
    store_result("example", runs, LESSON, ["public_example"])
    accuracies = [100 * run["test_accuracy"] for run in runs]
    rows = [[str(len(runs)), f"{statistics.mean(accuracies):.2f} %"]]
    print_table("The public example, MNIST", ["seeds", "test accuracy"], rows)
    return True
