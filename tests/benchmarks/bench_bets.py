"""What are the bets of a convolution worth? Lesson 5's networks, trained to the end.

Every network learns from the 2 000 digits of a seed and reads 3 000 fresh ones, both
the seed's own. PARTIES have one thing changed from one to the next. Those that the
lesson compares are trained again on a few seeds, for twice as many epochs and at other
learning rates, to see whether the time or the rate decides.
"""

import numpy as np
from scipy import ndimage

from tests.benchmarks.measure import print_runs
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.page.quiet import quiet_start

with quiet_start():
    from utils.training.equal_terms import accuracy, digits_of, train_on_equal_terms

LESSON = "05_why_convnets"
FUNCTIONS = ["RELU", "dense", "local", "convolution", "pooling", "strided"]
FUNCTIONS += ["global_pooling", "shuffle_pixels", "move_at_random"]
HELPERS = ["utils/training/equal_terms.py", "utils/training/local_layer.py"]

# Which function of the lesson, its settings, and what is done to the digits.
PARTIES = {
    "dense": ("dense", {}, "as they are"),
    "local": ("local", {}, "as they are"),
    "convolution, 8 filters": ("convolution", {"filters": 8}, "as they are"),
    "local, 28 filters": ("local", {"filters": 28}, "as they are"),
    "convolution": ("convolution", {}, "as they are"),
    "wide dense": ("dense", {"units": 1152}, "as they are"),
    "strided": ("strided", {}, "as they are"),
    "pooling": ("pooling", {}, "as they are"),
    "global pooling": ("global_pooling", {}, "as they are"),
    "dense, moved": ("dense", {"units": 56}, "moved"),
    "local, moved": ("local", {}, "moved"),
    "convolution, 8 filters, moved": ("convolution", {"filters": 8}, "moved"),
    "local, 28 filters, moved": ("local", {"filters": 28}, "moved"),
    "convolution, moved": ("convolution", {}, "moved"),
    "dense, shuffled": ("dense", {}, "shuffled"),
    "scattered": ("local", {}, "shuffled"),
    "convolution, shuffled": ("convolution", {}, "shuffled"),
    "strided, shuffled": ("strided", {}, "shuffled"),
    "pooling, shuffled": ("pooling", {}, "shuffled"),
}
READ_CHANGED = ["dense", "convolution", "strided", "pooling", "global pooling"]

# All parties on equal terms; then, on fewer seeds, whether time or rate decides.
SEEDS, EPOCHS, RATE = range(8), 25, 0.003
FEWER_SEEDS, TWICE, OTHER_RATES = range(3), 50, (0.001, 0.01, 0.03)
LOOKED_AT_TWICE = ["dense", "scattered", "local", "local, 28 filters"]
LOOKED_AT_TWICE += ["convolution, 8 filters", "convolution", "strided", "pooling"]
LOOKED_AT_TWICE += ["local, 28 filters, moved", "convolution, moved"]
LOOKED_AT_TWICE += ["strided, shuffled", "pooling, shuffled"]
SHIFTS, ANGLES = range(7), (0, 15, 30, 45, 60, 90)

KEYS = ["party", "epochs", "learning_rate"]  # of a setting


def trainings():
    """Every (party, seeds, epochs, learning rate) that is trained."""
    yield from ((party, SEEDS, EPOCHS, RATE) for party in PARTIES)
    for party in LOOKED_AT_TWICE:
        yield party, FEWER_SEEDS, TWICE, RATE
        yield from ((party, FEWER_SEEDS, EPOCHS, rate) for rate in OTHER_RATES)


def run_and_store():
    """Train all, print a table and store every run in data/results/bets.json."""
    lesson = lesson_namespace(LESSON)
    runs = [run for training in trainings() for run in train(lesson, *training)]
    store_result("bets", runs, LESSON, FUNCTIONS, HELPERS)
    print_runs("Lesson 5: mean ± standard deviation over seeds", runs, KEYS)
    return True


def train(lesson, party, seeds, epochs, learning_rate):
    """One dict for each seed."""
    function, settings, change = PARTIES[party]
    changed = _changed(lesson, change)
    learn, fresh = {}, {}
    for seed in seeds:
        (images, labels), (fresh_images, fresh_labels) = digits_of(seed)
        learn[seed] = changed(images, seed), labels
        fresh[seed] = changed(fresh_images, seed + 100), fresh_labels
    networks = train_on_equal_terms(
        lambda: lesson[function](**settings), learn, epochs, learning_rate
    )
    return [
        {
            "party": party,
            "seed": seed,
            "epochs": epochs,
            "learning_rate": learning_rate,
            "parameters": network.count_params(),
            "learnt": round(accuracy(network, *learn[seed]), 3),
            "fresh": round(accuracy(network, *fresh[seed]), 3),
            **(_read_changed(network, *fresh[seed]) if party in READ_CHANGED else {}),
        }
        for seed, network in zip(seeds, networks, strict=True)
    ]


def _changed(lesson, change):
    if change == "moved":
        return lesson["move_at_random"]
    if change == "shuffled":
        return lambda images, seed: lesson["shuffle_pixels"](images)
    return lambda images, seed: images


def _read_changed(network, images, labels):
    """Fresh digits read after a shift to the right (none loses ink), and turned."""
    has_room = images[:, :, -SHIFTS[-1] :].max(axis=(1, 2, 3)) == 0
    movable, movable_labels = images[has_room], labels[has_room]
    shifted = [np.roll(movable, shift, axis=2) for shift in SHIFTS]
    few, few_labels = images[:1_000], labels[:1_000]
    turned = [
        ndimage.rotate(few, angle, axes=(2, 1), reshape=False, order=1)
        for angle in ANGLES
    ]
    return {
        "shifted": [round(accuracy(network, x, movable_labels), 3) for x in shifted],
        "turned": [round(accuracy(network, x, few_labels), 3) for x in turned],
    }
