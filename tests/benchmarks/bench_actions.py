"""What lesson 19's networks make of short films: six ways to look, on equal terms.

All have as many parameters, see the same films for as many steps, and learn at the best
of three rates, each its own, as chosen on films of a kind of thing that is neither
learnt nor tested. Then the twist: the action sets in early in every film learnt from,
and early or late in the test. One control has learnt from films of both sorts.
"""

from functools import partial

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
LONGER_SEEDS = (1, 2)
LEARN, TEST = 3_000, 1_200  # films
EARLY, LATE = {"begins": (0, 1), "steps": 3}, {"begins": (3, 4), "steps": 3}
ANY = {"begins": (0, 1, 2, 3, 4), "steps": 3}


def run_and_store():
    """Train all, print tables, store every run; True if the lesson's claims hold."""
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
    for seed in SEEDS:
        runs += _early_and_late(page, seed, rates)
    store_result("actions", runs, LESSON, [], HELPERS, CELLS)
    for seed in LONGER_SEEDS:
        runs += _twice_as_long(page, seed, rates)
    store_result("actions", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _best_rate(page, way):
    """The best of three, by films of vehicles, after six epochs."""
    learn = make_clips(LEARN, page["LEARNT"], 100)
    choose = make_clips(TEST, page["things"]("vehicle"), 101)
    shares = []
    for rate in RATES:
        network = page["train"](way, *learn, 100, rate, epochs=6)
        shares.append(_share(page, network, way, choose))
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
            "right": _rounded(forwards == test.actions),
            "axis": _rounded(forwards // 2 == test.actions // 2),
            "flips": _rounded(reverse == np.array(BACKWARDS)[forwards]),
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


def _early_and_late(page, seed, rates):
    learn = {
        name: make_clips(LEARN, page["LEARNT"], 2_000 + seed, **when)
        for name, when in (("early", EARLY), ("any", ANY))
    }
    tests = {
        name: make_clips(TEST, page["NEVER_SEEN"], 3_000 + seed, **when)
        for name, when in (("early", EARLY), ("late", LATE))
    }
    runs = []
    for way, films in (
        ("frames as channels", "early"),
        ("Conv3D", "early"),
        ("CNN, then GRU", "early"),
        ("frames as channels", "any"),
    ):
        network = page["train"](way, *learn[films], seed, rates[way])
        run = {"seed": seed, "way": way, "films": films, "rate": rates[way]}
        run |= {name: _share(page, network, way, test) for name, test in tests.items()}
        print("  ", run, flush=True)
        runs.append(run)
    return runs


def _twice_as_long(page, seed, rates):
    """Whether the three that see whole films would gain from more steps."""
    learn = make_clips(LEARN, page["LEARNT"], seed)
    test = make_clips(TEST, page["NEVER_SEEN"], 1_000 + seed)
    runs = []
    for way in ("frames as channels", "Conv3D", "CNN, then GRU"):
        network = page["train"](way, *learn, seed, rates[way], epochs=20)
        run = {"seed": seed, "way": way, "films": "twice as long", "rate": rates[way]}
        run["right"] = _share(page, network, way, test)
        print("  ", run, flush=True)
        runs.append(run)
    return runs


def _share(page, network, way, test):
    return _rounded(page["answers"](network, way, test.films) == test.actions)


def _rounded(right):
    return round(float(np.mean(right)), 4)


def _report(runs):
    whole = [run for run in runs if run["films"] == "whole"]
    right = {
        way: np.array([run["right"] for run in whole if run["way"] == way])
        for way in WAYS
    }
    rows = [[way, f"{s.mean():.3f} ± {s.std(ddof=1):.3f}"] for way, s in right.items()]
    print_table("Films of things never seen", ["", "right"], rows)
    parts = {}
    for run in runs:
        if run["films"] in ("early", "any"):
            parts.setdefault((run["way"], run["films"]), []).append(run)
    rows = [
        [f"{way}, learnt {films}"]
        + [f"{np.mean([run[part] for run in group]):.3f}" for part in ("early", "late")]
        for (way, films), group in parts.items()
    ]
    print_table("The action sets in", ["", "early", "late"], rows)
    right["chance"] = np.full(len(SEEDS), 1 / 6)
    right["a half"] = np.full(len(SEEDS), 1 / 2)
    judge = Comparisons(right, planned=3)
    return (
        judge.about_equal("one frame", "chance", 0.03)
        and not judge.clearly_better("one difference", "a half")
        and judge.clearly_better("two frames", "one difference")
    )
