"""How much sooner does lesson 10's recipe read digits as well as a public example?

The example is Keras' own "Simple MNIST convnet" (F. Chollet, keras.io/examples/vision/
mnist_convnet), written here from its description: 34 826 parameters, Adam, batches of
128, 15 epochs, a tenth of the training images kept for validation. The recipe is read
out of lesson 10. All take turns in one process: whenever the example has trained three
epochs, each of our recipes trains from one new seed. Seconds are those of `fit`,
compiling of the graph included; accuracy is that of the last epoch on the 10 000 test
images.
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
    from keras import layers

LESSON = "10_training_better"
FUNCTIONS = ["fast_network", "shifts", "one_cycle", "train"]
SEEDS = range(5)
EXAMPLE, EXAMPLE_PARAMETERS, EXAMPLE_EPOCHS = "public example", 34_826, 15

# Least mean accuracy, and most time as a share of the example's.
TARGETS = {"recipe, 1 epoch": (0.990, 1 / 20), "recipe, 2 epochs": (0.993, 1 / 10)}


def run():
    """Print the table; True if both targets hold."""
    return _report(_measure())


def run_and_store():
    """As run, and store every training in data/results/speed.json."""
    runs = _measure()
    store_result("speed", runs, LESSON, FUNCTIONS)
    return _report(runs)


def public_example():
    """The network of the public example, compiled as it is published."""
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
            layers.MaxPooling2D(pool_size=(2, 2)),
            layers.Conv2D(64, kernel_size=(3, 3), activation="relu"),
            layers.MaxPooling2D(pool_size=(2, 2)),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ]
    )
    assert model.count_params() == EXAMPLE_PARAMETERS
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model


def _measure():
    """One dict for each training, the example's first."""
    (images, labels), test = load_mnist()
    images, test = images[..., None], (test[0][..., None], test[1])
    lesson = lesson_namespace(LESSON)
    recipes = {
        "recipe, 1 epoch": lambda: (lesson["fast_network"](), 1),
        "recipe, 2 epochs": lambda: (lesson["fast_network"](lesson["shifts"]()), 2),
    }
    # TensorFlow starts its threads in the first training; none of ours pays for it.
    lesson["train"](lesson["fast_network"](), images[:1280], labels[:1280], epochs=1)

    runs = []
    keras.utils.set_random_seed(0)
    example = public_example()
    seconds = 0
    slices = _slices(EXAMPLE_EPOCHS, len(SEEDS))
    for seed, epochs in zip(SEEDS, slices, strict=True):
        seconds += _seconds(
            lambda epochs=epochs: _continue(example, images, labels, epochs)
        )
        for name, build in recipes.items():
            keras.utils.set_random_seed(seed)
            model, count = build()
            own = _seconds(
                lambda m=model, c=count: lesson["train"](m, images, labels, epochs=c)
            )
            runs.append(_run(name, seed, count, model, own, test))
    runs.insert(0, _run(EXAMPLE, 0, EXAMPLE_EPOCHS, example, seconds, test))
    return runs


def _slices(epochs, parts):
    """The epochs in equal parts, as (first, after the last): (0, 3), (3, 6), …"""
    each = epochs // parts
    return [(each * part, each * (part + 1)) for part in range(parts)]


def _continue(example, images, labels, epochs):
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


def _seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _run(recipe, seed, epochs, model, seconds, test):
    scores = model.predict(test[0], batch_size=1000, verbose=0)
    return {
        "recipe": recipe,
        "seed": seed,
        "epochs": epochs,
        "parameters": model.count_params(),
        "seconds": round(seconds, 2),
        "test_accuracy": float((scores.argmax(axis=1) == test[1]).mean()),
    }


def _report(runs):
    example = next(run for run in runs if run["recipe"] == EXAMPLE)
    rows, good = [], True
    for name in (EXAMPLE, *TARGETS):
        own = [run for run in runs if run["recipe"] == name]
        accuracies = [run["test_accuracy"] for run in own]
        seconds = statistics.mean(run["seconds"] for run in own)
        mean = statistics.mean(accuracies)
        spread = f" ± {100 * statistics.stdev(accuracies):.2f}" if len(own) > 1 else ""
        share = seconds / example["seconds"]
        target = ""
        if name in TARGETS:
            least, most = TARGETS[name]
            good &= mean >= least and share <= most
            target = f"≥ {100 * least:.1f} %, ≤ 1/{1 / most:.0f}"
        rows.append(
            [
                name,
                f"{own[0]['parameters']}",
                f"{len(own)}",
                f"{100 * mean:.2f}{spread} %",
                f"{seconds:.1f} s",
                f"1/{1 / share:.1f}",
                target,
            ]
        )
    header = ["", "parameters", "seeds", "test accuracy", "time", "share", "target"]
    print_table("Time to accuracy, MNIST, by turns in one process", header, rows)
    print(f"  targets {'met' if good else 'MISSED'}")
    return good
