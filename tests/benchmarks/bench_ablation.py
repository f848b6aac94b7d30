"""What does each change of lesson 10 bring, beyond the noise between seeds?

Every row of the lesson's table, and some changes to the last one, trained on 50 000 of
the training images and judged on the 10 000 others, so that no choice is made on the
test set; and, to see the noise itself, many seeds of two rows. The networks and the
training are the lesson's.
"""

import functools
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
FUNCTIONS = [
    "fast_network",
    "one_cycle",
    "normalised",
    "classic_network",
    "train",
    "train_plainly",
    "CLIMB",
    "climb",
]
CLIMB_SEEDS, CHANGE_SEEDS, NOISE_SEEDS = range(5), range(3), range(20)
CHANGE_EPOCHS = (1, 4)

# Each is added alone to the lesson's network and training; dive 10b reads "changes".
CHANGES = {
    "none": {},
    "no label smoothing": {"smoothing": 0.0},
    "dropout": {"dropout": 0.3},
    "augmentation": {"shift": 0.05},
    "more channels": {"widen": 1.5},
}
NOISY_ROWS = ("none", "more channels")


def run_and_store():
    """Train everything, print the means, store each run; True, as it has no target."""
    (images, labels), _ = load_mnist()
    images = images[..., None]
    data = (images[:50_000], labels[:50_000]), (images[50_000:], labels[50_000:])
    runs = [_trained(*job, *data) for job in _jobs(lesson_namespace(LESSON))]
    store_result("ablation", runs, LESSON, FUNCTIONS)
    _report(runs)
    return True


def _jobs(lesson):
    """(part, row, epochs, seed, training function) of every run, seeds outermost.

    So that whatever slows the computer for a while slows all rows of a part alike.
    """
    jobs = []
    for seed in CLIMB_SEEDS:
        for row, settings in lesson["CLIMB"].items():
            jobs.append(("climb", row, 1, seed, lesson["climb"], (), settings))
    for epochs in CHANGE_EPOCHS:
        for seed in CHANGE_SEEDS:
            for row, settings in CHANGES.items():
                change = functools.partial(_change, lesson)
                job = ("changes", row, epochs, seed, change)
                jobs.append((*job, (epochs,), settings))
    for seed in NOISE_SEEDS:
        for row in NOISY_ROWS:
            job = ("noise", row, 1, seed, functools.partial(_change, lesson))
            jobs.append((*job, (1,), CHANGES[row]))
    return jobs


def _change(lesson, images, labels, epochs, smoothing=0.1, **network):
    """Build and train one row of CHANGES; return the network."""
    model = _variant(lesson["fast_network"], **network)
    lesson["train"](model, images, labels, epochs, smoothing=smoothing)
    return model


def _variant(fast_network, dropout=0.0, shift=0.0, widen=1.0):
    """The fast network with dropout, with shifted images, or with more channels."""

    def copy(layer):
        settings = layer.get_config()
        if isinstance(layer, layers.Conv2D):
            settings["filters"] = int(widen * settings["filters"])
        return type(layer).from_config(settings)

    moves = [layers.RandomTranslation(shift, shift, fill_mode="constant")]
    fast = fast_network(moves if shift else [])
    *body, last = keras.models.clone_model(fast, clone_function=copy).layers
    drop = [layers.Dropout(dropout)] if dropout else []
    return keras.Sequential([keras.Input((28, 28, 1)), *body, *drop, last])


def _trained(part, row, epochs, seed, function, arguments, settings, train, valid):
    keras.utils.set_random_seed(seed)
    start = time.perf_counter()
    model = function(*train, *arguments, **settings)
    seconds = time.perf_counter() - start
    scores = model.predict(valid[0], batch_size=1000, verbose=0)
    return {
        "part": part,
        "row": row,
        "epochs": epochs,
        "seed": seed,
        "parameters": model.count_params(),
        "seconds": round(seconds, 2),
        "valid_accuracy": float((scores.argmax(axis=1) == valid[1]).mean()),
    }


def _report(runs):
    groups = {}
    for run in runs:
        groups.setdefault((run["part"], run["row"], run["epochs"]), []).append(run)
    rows = []
    for (part, row, epochs), group in groups.items():
        accuracies = [100 * run["valid_accuracy"] for run in group]
        mean, spread = statistics.mean(accuracies), statistics.stdev(accuracies)
        seconds = statistics.mean(run["seconds"] for run in group)
        counts = [str(epochs), str(len(group)), str(group[0]["parameters"])]
        rows.append(
            [part, row, *counts, f"{mean:.2f} ± {spread:.2f}", f"{seconds:.0f}"]
        )
    header = ["part", "row", "epochs", "seeds", "parameters", "valid. %", "seconds"]
    print_table("Ablation: mean ± standard deviation over seeds", header, rows)
