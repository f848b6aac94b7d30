"""Depth from two eyes: block matching against networks, dive 17c's own functions.

All are judged by the same scenes, of drawings and photos that nothing was learnt from
or chosen by, and by hills of random dots, a kind of scene that nothing was learnt from.
Block matching gets the best of many settings, networks the best of three rates, both
found on scenes to choose by. The networks have as many weights, see as many scenes, and
differ in what they compare: features, or pixels.

A network with one eye covered would be one more control. In trials it ended with one
number for all pixels: matched with itself, the left picture has a softmax that starts
out decided for disparity 0, and an even start (no costs) at three rates did not help.
"""

import itertools
import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells

LESSON = "17c_depth_from_two_eyes"
CELLS = ["deal", "judged", "volume", "network", "teach"]
FUNCTIONS = ["DRAWINGS", "FOURTHS", "scenes", "judged", "Costs", "Expected"]
FUNCTIONS += ["new_network", "taught"]
HELPERS = ["utils/arrays/stereo.py", "utils/arrays/matching.py"]
NETWORKS = ("features", "pixels")  # by what they compare
SEEDS, TUNING_SEED = range(3), 100
SCENES, EPOCHS = 200, 4  # learnt from, how often
FEWER, RATES = 160, (0.0013, 0.004, 0.012)  # to choose the rate by, twice
GRID = {
    "local": (0, 15),
    "window": (1, 3, 5),
    "checked": (False, True),
    "median": (0, 7, 9, 11),
}


def run_and_store():
    """Choose, train, judge and store; True if the dive's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for part in (_settings, _rates, _networks):
        for some in part(page, runs):
            print(*some, sep="\n", flush=True)
            runs.extend(some)
            # After every seed, so that an interrupted benchmark keeps the whole ones.
            store_result("stereo", runs, LESSON, FUNCTIONS, HELPERS, ["deal"])
    return _report(runs)


def _rounded(scores):
    return {name: round(float(score), 4) for name, score in scores.items()}


def _matched(page, pairs, settings):
    found = page["block_matched"](pairs.left, pairs.right, page["MOST"], **settings)
    return _rounded(page["judged"](found, pairs))


def _settings(page, _):
    """Each setting of block matching on scenes to choose by; the best on the others."""
    pairs = page["scenes"]("choose", 30, 1)
    names = {"part": "settings", "way": "block matching", "seed": 1}
    tried = []
    for values in itertools.product(*GRID.values()):
        settings = dict(zip(GRID, values, strict=True))
        tried.append(names | settings | _matched(page, pairs, settings))
    yield tried
    best = min(tried, key=lambda run: run["error"])
    settings = {name: best[name] for name in GRID}
    for seed, (test, pairs) in enumerate(_tests(page).items()):
        names = {"part": "judged", "way": "block matching", "test": test, "seed": seed}
        yield [names | settings | _matched(page, pairs, settings)]
    learnt = np.median(page["scenes"]("learn", SCENES, 0).disparity)
    for seed, (test, pairs) in enumerate(_tests(page).items()):
        names = {"part": "judged", "way": "one number", "test": test, "seed": seed}
        found = np.full(pairs.disparity.shape, learnt)
        yield [names | _rounded(page["judged"](found, pairs))]


def _tests(page):
    return {
        "new drawings": page["scenes"]("judge", 60, 2),
        "dots": page["make_hills"](30, 3),
    }


def _trained(page, name, pairs, seed, epochs, peak, tests):
    """A run for each test of a network that is trained once."""
    start = time.process_time()
    network = page["taught"](name, pairs, seed, epochs, peak)
    seconds = round(time.process_time() - start, 1)
    names = {"way": name, "seed": seed, "rate": peak, "cpu_seconds": seconds}
    names["weights"] = network.count_params()
    some = []
    for test, shown in tests.items():
        found = network.predict([shown.left, shown.right], verbose=0)
        some.append(names | {"test": test} | _rounded(page["judged"](found, shown)))
    return some


def _rates(page, _):
    pairs = page["scenes"]("learn", FEWER, TUNING_SEED)
    tests = {"choose": page["scenes"]("choose", 30, 1)}
    for name, peak in itertools.product(NETWORKS, RATES):
        some = _trained(page, name, pairs, TUNING_SEED, 2, peak, tests)
        yield [{"part": "rates"} | run for run in some]


def _networks(page, runs):
    tests = _tests(page)
    best = {}
    for name in NETWORKS:
        tried = [run for run in runs if run["part"] == "rates" and run["way"] == name]
        best[name] = min(tried, key=lambda run: run["error"])["rate"]
    for seed in SEEDS:
        pairs = page["scenes"]("learn", SCENES, seed)
        of_seed = []
        for name in NETWORKS:
            of_seed += _trained(page, name, pairs, seed, EPOCHS, best[name], tests)
        yield [{"part": "judged"} | run for run in of_seed]


def _report(runs):
    rows, scores = [], {}
    measures = ("error", "over 1", "over 3")
    those = [run for run in runs if run["part"] == "judged"]
    for test, way in dict.fromkeys((run["test"], run["way"]) for run in those):
        group = [run for run in those if (run["test"], run["way"]) == (test, way)]
        row = [test, way]
        for measure in measures:
            found = np.array([run[measure] for run in group])
            spread = f" ± {found.std(ddof=1):.3f}" if len(found) > 1 else ""
            row.append(f"{found.mean():.3f}{spread}")
            scores[test, way, measure] = found
        rows.append(row)
    print_table("Errors in pixels, shares far off", ["scenes", "way", *measures], rows)
    return all(_holds(scores, way) for way in NETWORKS)


def _holds(scores, way):
    """Fewer gross errors than block matching, more small ones; on dots it is behind."""
    gross, small, dots = (
        scores[test, way, measure] - scores[test, "block matching", measure]
        for test, measure in (
            ("new drawings", "over 3"),
            ("new drawings", "over 1"),
            ("dots", "error"),
        )
    )
    return bool(gross.max() < 0 < min(small.min(), dots.min()))
