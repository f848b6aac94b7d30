"""Praise or blame: dive 16b's bag of words and TextCNN on ten splits of the sentences.

Both choose what they have to choose by the same part of each split: the one how much
weights cost, the other how long it learns. Then both learn from all but the test.
"""

import functools
import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.spread import spread
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.comparisons import interval_over_splits

LESSON = "16b_words"
CELLS = ["reviews", "bag", "textcnn", "train-text"]
SPLITS = range(10)
MOST_EPOCHS = 15
MARGIN = 0.03  # as the dive says
TEST_SHARE = 0.2


def run_and_store():
    """Read all, print a table, store every run; True if the two are about equal."""
    runs = spread(_run, [(seed,) for seed in SPLITS])
    store_result("reviews", runs, LESSON, [], [], CELLS)
    scores = {
        way: np.array([run[way] for run in runs]) for way in ("bag of words", "TextCNN")
    }
    ahead = scores["TextCNN"] - scores["bag of words"]
    low, high = interval_over_splits(ahead, 0.95, TEST_SHARE)
    rows = [[way, f"{s.mean():.3f} ± {s.std(ddof=1):.3f}"] for way, s in scores.items()]
    rows.append(["TextCNN less the bag", f"{low:+.3f} to {high:+.3f}"])
    print_table("Test sentences right, ten splits", ["", "share"], rows)
    return bool(-MARGIN < low and high < MARGIN)


@functools.cache
def _page():
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    return page


def _run(seed):
    page = _page()
    learn, choose, test = page["split"](seed)
    texts = [page["sentences"][place] for place in test]
    truth = page["praise"][test]
    start = time.process_time()
    bag = page["bag_of_words"](learn, choose)(texts)
    seconds = [time.process_time() - start]
    start = time.process_time()
    history = page["train_textcnn"](learn, MOST_EPOCHS, seed, watched=choose)[2]
    # The mean of three epochs, or the luckiest would be chosen.
    accuracy = np.convolve(history["val_accuracy"], np.ones(3) / 3, "valid")
    epochs = int(accuracy.argmax()) + 2
    both = np.concatenate([learn, choose])
    network, vocabulary, _ = page["train_textcnn"](both, epochs, seed)
    answers = network.predict(page["numbered"](texts, vocabulary), verbose=0)[:, 0]
    seconds.append(time.process_time() - start)
    return {
        "seed": seed,
        "bag of words": round(float(np.mean(bag == truth)), 4),
        "TextCNN": round(float(np.mean((answers > 0.5) == truth)), 4),
        "epochs": epochs,
        "agree": round(float(np.mean((answers > 0.5) == bag)), 4),
        "seconds": [round(s, 1) for s in seconds],
    }
