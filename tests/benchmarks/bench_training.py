"""How much sooner do short recipes read digits as well as a public example?

The example is Keras' own "Simple MNIST convnet" (F. Chollet, keras.io/examples/vision/
mnist_convnet), as lesson 10c writes it: 34 826 parameters, Adam, batches of 128, 15
epochs, a tenth of the training images kept for validation. The recipes are read out of
lesson 10c. All take turns in one process: whenever an example has trained three epochs,
each recipe trains from a new seed. Seconds are those of `fit`, compiling of the graph
included, by the clock and by the processor (all threads together, so other work on the
computer counts less); accuracy is that of the last epoch on the 10 000 test images.
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
FUNCTIONS = ["public_example", "fast_network", "shifts", "one_cycle", "train"]
FUNCTIONS += ["RECIPES", "train_recipe"]
SEEDS = range(5)
EXAMPLE, EXAMPLE_EPOCHS = "public example", 15

# Least mean accuracy, and most time as a share of the example's.
TARGETS = {"recipe, 1 epoch": (0.990, 1 / 20), "recipe, 2 epochs": (0.993, 1 / 10)}


def run():
    """Print the table, with one seed of the example; True if both targets hold."""
    return _report(_measure(example_seeds=1))


def run_and_store():
    """As run, with three; store every training in data/results/speed.json."""
    runs = _measure(example_seeds=3)
    store_result("speed", runs, LESSON, FUNCTIONS)
    return _report(runs)


def _measure(example_seeds):
    """One dict for each training, the example's first."""
    (images, labels), test = load_mnist()
    images, test = images[..., None], (test[0][..., None], test[1])
    lesson = lesson_namespace(LESSON)
    # TensorFlow starts its threads in the first training; none of ours pays for it.
    lesson["train"](lesson["fast_network"](), images[:1280], labels[:1280], epochs=1)

    examples, runs = [], []
    for example_seed in range(example_seeds):
        keras.utils.set_random_seed(example_seed)
        example, times = _compiled(lesson["public_example"]()), []
        parts = _slices(EXAMPLE_EPOCHS, len(SEEDS))
        for part, seed in zip(parts, SEEDS, strict=True):
            times.append(_times(lambda m=example, p=part: _fit(m, images, labels, p)))
            if example_seed == 0:
                runs += _recipes(lesson, seed, images, labels, test)
        whole = {key: round(sum(t[key] for t in times), 2) for key in times[0]}
        examples.append(
            _run(EXAMPLE, example_seed, EXAMPLE_EPOCHS, example, whole, test)
        )
    return examples + runs


def _recipes(lesson, seed, images, labels, test):
    """One dict for each recipe, trained from this seed."""
    runs = []
    for name, settings in lesson["RECIPES"].items():
        keras.utils.set_random_seed(seed)
        trained = []
        times = _times(
            lambda chosen=settings, kept=trained: kept.append(
                lesson["train_recipe"](images, labels, **chosen)
            )
        )
        runs.append(_run(name, seed, settings["epochs"], trained.pop(), times, test))
    return runs


def _compiled(model):
    """The public example, compiled as it is published."""
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model


def _slices(epochs, parts):
    """The epochs in equal parts, as (first, after the last): (0, 3), (3, 6), …"""
    each = epochs // parts
    return [(each * part, each * (part + 1)) for part in range(parts)]


def _fit(example, images, labels, epochs):
    first, end = epochs
    example.fit(
        images,
        keras.utils.to_categorical(labels, 10),
        batch_size=128,
        initial_epoch=first,
        epochs=end,
        validation_split=0.1,
        verbose=0,
    )


def _times(call):
    start, processor = time.perf_counter(), time.process_time()
    call()
    return {
        "seconds": round(time.perf_counter() - start, 2),
        "processor_seconds": round(time.process_time() - processor, 2),
    }


def _run(recipe, seed, epochs, model, times, test):
    scores = model.predict(test[0], batch_size=1000, verbose=0)
    run = {
        "recipe": recipe,
        "seed": seed,
        "epochs": epochs,
        "parameters": model.count_params(),
        **times,
        "test_accuracy": float((scores.argmax(axis=1) == test[1]).mean()),
    }
    print("  ", run, flush=True)
    return run


def _report(runs):
    groups = {
        name: [run for run in runs if run["recipe"] == name]
        for name in (EXAMPLE, *TARGETS)
    }
    seconds = {
        name: statistics.mean(run["seconds"] for run in own)
        for name, own in groups.items()
    }
    rows, good = [], True
    for name, own in groups.items():
        accuracies = [run["test_accuracy"] for run in own]
        mean = statistics.mean(accuracies)
        spread = f" ± {100 * statistics.stdev(accuracies):.2f}" if len(own) > 1 else ""
        share = seconds[name] / seconds[EXAMPLE]
        target = ""
        if name in TARGETS:
            least, most = TARGETS[name]
            good &= mean >= least and share <= most
            target = f"≥ {100 * least:.1f} %, ≤ 1/{1 / most:.0f}"
        accuracy = f"{100 * mean:.2f}{spread} %"
        counts = [str(own[0]["parameters"]), str(len(own))]
        times = [f"{seconds[name]:.1f} s", f"1/{1 / share:.1f}"]
        rows.append([name, *counts, accuracy, *times, target])
    header = ["", "parameters", "seeds", "test accuracy", "time", "share", "target"]
    print_table("Time to accuracy, MNIST, by turns in one process", header, rows)
    print(f"  targets {'met' if good else 'MISSED'}")
    return good
