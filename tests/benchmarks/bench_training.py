"""How much sooner do short recipes read digits as well as a public example?

The example is Keras' own "Simple MNIST convnet" (F. Chollet, keras.io/examples/vision/
mnist_convnet), as lesson 10c writes it: 34 826 parameters, Adam, batches of 128, 15
epochs, a tenth of the training images kept for validation. The recipes are read out of
lesson 10c. All take turns in one process: the example trains an epoch, then each recipe
trains from a new seed, five times over; the example's 15 epochs take as long as its
first, which starts up, and 14 times the mean of the others. What it reads after all 15
is a question of its own, `bench_example`. Accuracy is that of the last epoch on the
10 000 test images.

Compared are the processor's seconds of `fit`, compiling of the graph included, because
those of the clock depend on what else the computer does; both are stored. In one thread
the two are equal on an idle computer: TF_NUM_INTRAOP_THREADS=1 TF_NUM_INTEROP_THREADS=1
in front of the command.
"""

import statistics
import time

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_mnist
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "10c_how_small_can_it_be"
FUNCTIONS = ["public_example", "fast_network", "one_cycle", "train", "RECIPES"]
FUNCTIONS += ["train_recipe"]
SEEDS = range(5)
EXAMPLE, EXAMPLE_EPOCHS = "public example, an epoch", 15

# Least mean accuracy, and most time as a share of the example's.
TARGETS = {"lean, 1 epoch": (0.990, 1 / 40), "longer, 4 epochs": (0.995, 1 / 10)}


def run():
    """Print the table; True if both targets hold."""
    return report(measured())


def run_and_store():
    """As run, and store every training in data/results/speed.json."""
    runs = measured()
    store_result("speed", runs, LESSON, FUNCTIONS)
    return report(runs)


def compiled_example(lesson):
    """The public example, compiled as it is published."""
    model = lesson["public_example"]()
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model


def train_example(model, images, labels, epochs, first=0):
    """Train it on, from one epoch to another."""
    targets = keras.utils.to_categorical(labels, 10)
    settings = {"batch_size": 128, "validation_split": 0.1, "verbose": 0}
    model.fit(images, targets, initial_epoch=first, epochs=epochs, **settings)


def digits():
    """Images and labels, to train on and to test with."""
    (images, labels), (test_images, test_labels) = load_mnist()
    return (images[..., None], labels), (test_images[..., None], test_labels)


def test_accuracy(model, test):
    scores = model.predict(test[0], batch_size=1000, verbose=0)
    return float((scores.argmax(axis=1) == test[1]).mean())


def measured():
    """One dict for each training, and for each epoch of the example."""
    (images, labels), test = digits()
    lesson = lesson_namespace(LESSON)
    # TensorFlow starts its threads in the first training; none of ours pays for it.
    lesson["train"](lesson["fast_network"](), images[:1280], labels[:1280], epochs=1)

    keras.utils.set_random_seed(0)
    example, runs = compiled_example(lesson), []
    for seed in SEEDS:
        times = _times(
            lambda at=seed: train_example(example, images, labels, at + 1, first=at)
        )
        runs.append({"recipe": EXAMPLE, "seed": 0, **_counts(example, 1), **times})
        print("  ", runs[-1], flush=True)
        for name, settings in lesson["RECIPES"].items():
            keras.utils.set_random_seed(seed)
            trained = []
            times = _times(
                lambda chosen=settings, kept=trained: kept.append(
                    lesson["train_recipe"](images, labels, **chosen)
                )
            )
            model = trained.pop()
            run = {"recipe": name, "seed": seed, **_counts(model, settings["epochs"])}
            runs.append({**run, **times, "test_accuracy": test_accuracy(model, test)})
            print("  ", runs[-1], flush=True)
    return runs


def _counts(model, epochs):
    return {"epochs": epochs, "parameters": model.count_params()}


def _times(call):
    """Seconds of the clock, and of all threads of this process together."""
    start, processor = time.perf_counter(), time.process_time()
    call()
    return {
        "seconds": round(time.perf_counter() - start, 2),
        "processor_seconds": round(time.process_time() - processor, 2),
    }


def report(runs):
    """Print the table; True if both targets hold."""
    first, *others = (
        run["processor_seconds"] for run in runs if run["recipe"] == EXAMPLE
    )
    whole = first + (EXAMPLE_EPOCHS - 1) * statistics.mean(others)
    rows, good = [["public example", "", "1", "", f"{whole:.1f} s", "1", ""]], True
    for name, (least, most) in TARGETS.items():
        own = [run for run in runs if run["recipe"] == name]
        accuracies = [run["test_accuracy"] for run in own]
        seconds = statistics.mean(run["processor_seconds"] for run in own)
        mean, spread = statistics.mean(accuracies), statistics.stdev(accuracies)
        good &= mean >= least and seconds <= most * whole
        rows.append(
            [
                name,
                f"{own[0]['parameters']}",
                f"{len(own)}",
                f"{100 * mean:.2f} ± {100 * spread:.2f} %",
                f"{seconds:.1f} s",
                f"1/{whole / seconds:.1f}",
                f"≥ {100 * least:.1f} %, ≤ 1/{1 / most:.0f}",
            ]
        )
    header = [
        "",
        "parameters",
        "seeds",
        "test accuracy",
        "processor",
        "share",
        "target",
    ]
    print_table("Time to accuracy, MNIST, by turns in one process", header, rows)
    print(f"  targets {'met' if good else 'MISSED'}")
    return good
