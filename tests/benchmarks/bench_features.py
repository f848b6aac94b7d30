"""Features by hand or learnt: who reads more digits, with how many to learn from?

Lesson 5b's three parties: a linear classifier on pixels, one on features made by hand,
and the network with pooling that learns its features, each with 500, 2 000 and 8 000
digits. All get as many steps for as many digits; some runs get twice as many.
"""

from tests.benchmarks.measure import print_runs
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.page.quiet import quiet_start

with quiet_start():
    from utils.training.equal_terms import accuracy, digits_of, train_on_equal_terms

LESSON = "05b_features_by_hand"
FUNCTIONS = ["RELU", "linear", "pooling", "oriented_gradients"]
HELPERS = ["utils/training/equal_terms.py", "utils/arrays/convolution.py"]

# Digits to learn from, and how often each is used: 500 steps of 100 digits, or more.
EPOCHS = {500: 100, 2_000: 25, 8_000: 10}
PARTIES = {
    "pixels": ("linear", 0.003),
    "by hand": ("linear", 0.003),
    "learnt": ("pooling", 0.003),
}
SEEDS, LONGER_SEEDS, LONGER = range(6), range(2), (500, 2_000)

KEYS = ["party", "n", "epochs"]  # of a setting


def run_and_store():
    """Train all, print a table and store every run in data/results/features.json."""
    lesson = lesson_namespace(LESSON)
    runs = []
    for n, epochs in EPOCHS.items():
        for party in PARTIES:
            runs += train(lesson, party, n, SEEDS, epochs)
    for n in LONGER:
        for party in PARTIES:
            runs += train(lesson, party, n, LONGER_SEEDS, 2 * EPOCHS[n])
    store_result("features", runs, LESSON, FUNCTIONS, HELPERS)
    print_runs("Lesson 5b: mean ± standard deviation over seeds", runs, KEYS)
    return True


def train(lesson, party, n, seeds, epochs):
    """One dict for each seed."""
    function, learning_rate = PARTIES[party]
    learn, fresh = {}, {}
    for seed in seeds:
        for part, (images, labels) in zip(
            (learn, fresh), digits_of(seed, n), strict=True
        ):
            if party == "by hand":
                images = lesson["oriented_gradients"](images).astype("float32")
            part[seed] = images, labels
    networks = train_on_equal_terms(lesson[function], learn, epochs, learning_rate)
    return [
        {
            "party": party,
            "n": n,
            "seed": seed,
            "epochs": epochs,
            "learning_rate": learning_rate,
            "parameters": network.count_params(),
            "learnt": round(accuracy(network, *learn[seed]), 3),
            "fresh": round(accuracy(network, *fresh[seed]), 3),
        }
        for seed, network in zip(seeds, networks, strict=True)
    ]
