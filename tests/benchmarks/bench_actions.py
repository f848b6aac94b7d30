"""What lesson 19's networks make of short films: six ways to look, on equal terms.

All have as many parameters, see the same films for as many steps, and learn at the best
of three rates, each its own, as chosen on films of a kind of thing that is neither
learnt nor tested.
"""

from functools import partial
from itertools import pairwise

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.clips import BACKWARDS, make_clips
from utils.arrays.comparisons import Comparisons
from utils.models.latency import median_seconds
from utils.models.ledger import ledger, total_multiply_adds

LESSON = "19_video"
CELLS = ["films", "ways", "sum-up", "network", "train-films"]
HELPERS = ["utils/arrays/clips.py", "utils/training/digit_recipe.py"]
WAYS = (
    *("one frame", "one difference", "two frames"),
    *("frames as channels", "Conv3D", "CNN, then GRU"),
)
RATES = (0.003, 0.01, 0.03)
SEEDS = range(1, 6)  # the lesson's own network is from seed 0
LEARN, TEST = 3_000, 1_200  # films


def run_and_store():
    """Train all, print a table, store every run; True if the lesson's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    rates = {way: _best_rate(page, way) for way in WAYS}
    runs, networks = [], {}
    for seed in SEEDS:
        runs += _whole_films(page, seed, rates, networks)
    for way, ratio in _times(page, networks).items():
        for run in runs:
            if run["way"] == way:
                run["time"] = ratio
    store_result("actions", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _best_rate(page, way):
    """The best of three, by films of vehicles, after six epochs."""
    learn = make_clips(LEARN, page["LEARNT"], 100)
    choose = make_clips(TEST, page["things"]("vehicle"), 101)
    shares = []
    for rate in RATES:
        network = page["train"](way, *learn, 100, rate, epochs=6)
        shares.append(share(page, network, way, choose))
    print("  ", way, dict(zip(RATES, shares, strict=True)), flush=True)
    return RATES[int(np.argmax(shares))]


def _whole_films(page, seed, rates, networks):
    learn = make_clips(LEARN, page["LEARNT"], seed)
    test = make_clips(TEST, page["NEVER_SEEN"], 1_000 + seed)
    runs = []
    for way in WAYS:
        network = networks[way] = page["train"](way, *learn, seed, rates[way])
        forwards = page["answers"](network, way, test.films)
        reverse = page["answers"](network, way, test.films[:, ::-1])
        run = {
            "seed": seed,
            "way": way,
            "films": "whole",
            "rate": rates[way],
            "parameters": network.count_params(),
            "multiply_adds": total_multiply_adds(ledger(network)),
            "right": rounded(forwards == test.actions),
            "axis": rounded(forwards // 2 == test.actions // 2),
            "flips": rounded(reverse == np.array(BACKWARDS)[forwards]),
        }
        print("  ", run, flush=True)
        runs.append(run)
    return runs


def _times(page, networks):
    """Seconds for 64 films, by turns, as multiples of those of one frame."""
    films = make_clips(64, page["NEVER_SEEN"], 0).films
    calls = {
        way: partial(network.predict_on_batch, page["given"](way, films))
        for way, network in networks.items()
    }
    seconds = median_seconds(calls)
    return {way: round(s / seconds["one frame"], 1) for way, s in seconds.items()}


def share(page, network, way, test):
    """The share of films that a network is right on."""
    return rounded(page["answers"](network, way, test.films) == test.actions)


def rounded(right):
    """The mean, with no more digits than mean something."""
    return round(float(np.mean(right)), 4)


def _report(runs):
    right = {
        way: np.array([run["right"] for run in runs if run["way"] == way])
        for way in WAYS
    }
    rows = [[way, f"{s.mean():.3f} ± {s.std(ddof=1):.3f}"] for way, s in right.items()]
    print_table("Films of things never seen", ["", "right"], rows)
    right["chance"] = np.full(len(SEEDS), 1 / 6)
    right["a half"] = np.full(len(SEEDS), 1 / 2)
    judge = Comparisons(right, planned=6)  # as the lesson's
    steps = ["one difference", "two frames", "frames as channels", "Conv3D"]
    return (
        judge.about_equal("one frame", "chance", 0.03)
        and judge.clearly_better("a half", "one difference")
        and all(judge.clearly_better(b, a) for a, b in pairwise(steps))
    )
