"""Does weight decay make lesson 10's recipe better, with the rate chosen for both?

First a search: every peak of the learning rate with every weight decay, from one seed.
Then the best without decay and the best with it, from five fresh seeds. All are trained
for one epoch on 20 000 of the training images and judged on 10 000 others; the test
images are not touched.
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

LESSON = "10_training_better"
FUNCTIONS = ["fast_network", "one_cycle", "train", "PEAKS", "DECAYS"]
LEARN = 20_000
SEARCH_SEED, FRESH_SEEDS = 100, range(5)


def run_and_store():
    """Search, train the two winners anew, store each run; True, as it has no target."""
    lesson = lesson_namespace(LESSON)
    grid = [(peak, decay) for peak in lesson["PEAKS"] for decay in lesson["DECAYS"]]
    runs = spread(_trained, [("search", *pair, SEARCH_SEED) for pair in grid])
    without = _best(runs, [pair for pair in grid if pair[1] == 0])
    with_decay = _best(runs, [pair for pair in grid if pair[1] > 0])
    winners = [(pair, seed) for seed in FRESH_SEEDS for pair in (without, with_decay)]
    runs += spread(_trained, [("fresh", *pair, seed) for pair, seed in winners])
    store_result("decay", runs, LESSON, FUNCTIONS)
    _report(runs)
    return True


def _trained(part, peak, decay, seed):
    lesson = lesson_namespace(LESSON)
    (images, labels), _ = load_mnist()
    images = images[..., None]
    learn = images[:LEARN], labels[:LEARN]
    judge = images[50_000:], labels[50_000:]
    keras.utils.set_random_seed(seed)
    model = lesson["fast_network"]()
    start = time.perf_counter()
    lesson["train"](model, *learn, epochs=1, peak=peak, decay=decay)
    seconds = time.perf_counter() - start
    scores = model.predict(judge[0], batch_size=1000, verbose=0)
    return {
        "part": part,
        "peak": peak,
        "decay": decay,
        "epochs": 1,
        "seed": seed,
        "seconds": round(seconds, 2),
        "valid_accuracy": float((scores.argmax(axis=1) == judge[1]).mean()),
    }


def _best(runs, pairs):
    """The (peak, decay) with the best mean; the first, if two are level."""
    return max(pairs, key=lambda pair: statistics.mean(_accuracies(runs, *pair)))


def _accuracies(runs, peak, decay, part="search"):
    wanted = part, peak, decay
    return [
        100 * run["valid_accuracy"]
        for run in runs
        if (run["part"], run["peak"], run["decay"]) == wanted
    ]


def _report(runs):
    rows = []
    for part, peak, decay in dict.fromkeys(
        (run["part"], run["peak"], run["decay"]) for run in runs
    ):
        found = _accuracies(runs, peak, decay, part)
        mean = f"{statistics.mean(found):.2f}"
        rows.append([part, str(peak), str(decay), str(len(found)), mean])
    header = ["part", "peak", "decay", "seeds", "valid. %"]
    print_table("Weight decay: mean over seeds", header, rows)
