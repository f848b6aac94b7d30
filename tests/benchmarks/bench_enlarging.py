"""Dive 17b's enlargers: against filters, made small otherwise, and what they invent.

The sharpening's settings and the networks' learning rate are chosen on photos that are
neither learnt from nor judged. Each network is judged on photos made small in each way.
"""

import keras
import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.comparisons import Comparisons
from utils.arrays.quality import psnr

LESSON = "17b_more_pixels"
CELLS = ["means", "photos", "network", "train", "judged", "sharpened"]
CELLS += ["best-filter", "ways", "digits"]
HELPERS = ["utils/arrays/quality.py", "utils/training/digit_recipe.py"]
HELPERS += ["utils/models/digit_network.py"]
STEPS, MAIN, TRIAL = 800, 1_600, 800
RATES = (0.001, 0.003, 0.01, 0.02)
TAUGHT = ["mean", "smooth", "blurred", "all four"]
SEEDS = range(1, 4)  # the lesson's own networks are from seed 0


def run_and_store():
    """Train all, print a table, store every run; True if the lesson's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs, each = _filters(page)
    rate = _best_rate(page)
    for seed in SEEDS:
        for taught in TAUGHT:
            runs += _network(page, seed, taught, STEPS, rate, each)
        runs += _network(page, seed, "mean", MAIN, rate, each)
        runs += _digits(page, seed)
    store_result("enlarging", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _scores(rows):
    psnr_, ssim_ = rows.mean(axis=0)
    return {"psnr": round(float(psnr_), 3), "ssim": round(float(ssim_), 4)}


def _filters(page):
    """Bicubic, sharpened, best filter: each set for the way that it is judged on.

    Returns the runs, and {(way, judged): PSNR and SSIM of each photo}.
    """
    runs, each = [], {}
    for judged, weights in page["WAYS"].items():
        tried = [
            page["judged"](page["sharpened"](*s), page["CHOOSE"][::2], weights)
            for s in page["SETTINGS"]
        ]
        best = page["SETTINGS"][int(np.argmax([rows[:, 0].mean() for rows in tried]))]
        for way, enlarge in {
            "bicubic": page["bicubic"],
            "sharpened": page["sharpened"](*best),
            "filter": page["best_filter"](page["LEARN"], weights),
            "wider filter": page["best_filter"](page["LEARN"], weights, side=9),
        }.items():
            rows = each[way, judged] = page["judged"](enlarge, page["JUDGE"], weights)
            run = {"seed": 0, "way": way, "taught": judged, "judged": judged}
            run |= {"setting": best} if way == "sharpened" else {}
            runs.append({**run, **_scores(rows)})
            print("  ", runs[-1], flush=True)
    return runs, each


def _trained(page, seed, taught, steps, rate):
    rng = np.random.default_rng(seed)
    wanted = page["pieces_of"](page["LEARN"], 8 * steps, rng)
    given = page["made_small"](wanted, taught, rng)
    keras.utils.set_random_seed(seed)
    return page["train"](page["new_enlarger"](), given, wanted, rate)


def _best_rate(page):
    """The best by PSNR on the photos to choose by, after fewer steps."""
    found = []
    for rate in RATES:
        network = _trained(page, 100, "mean", TRIAL, rate)
        rows = page["judged"](network, page["CHOOSE"], page["WAYS"]["mean"])
        found.append(round(float(rows[:, 0].mean()), 3))
    print("  ", dict(zip(RATES, found, strict=True)), flush=True)
    return RATES[int(np.argmax(found))]


def _network(page, seed, taught, steps, rate, each):
    """One training; a run for each way of making small that it is judged on.

    Those of more steps are judged on means alone, and photo by photo: ahead_psnr,
    ahead_ssim: on how many photos it is ahead of the best filter by PSNR, and of the
    sharpened picture by SSIM.
    """
    network = _trained(page, seed, taught, steps, rate)
    run = {"seed": seed, "way": "network", "taught": taught}
    run |= {"steps": steps, "rate": rate}
    runs = []
    for judged in page["WAYS"] if steps == STEPS else ["mean"]:
        rows = page["judged"](network, page["JUDGE"], page["WAYS"][judged])
        runs.append({**run, "judged": judged, **_scores(rows)})
        if steps != STEPS:
            filtered, sharp = (each[way, judged] for way in ("filter", "sharpened"))
            runs[-1]["ahead_psnr"] = int(sum(rows[:, 0] > filtered[:, 0]))
            runs[-1]["ahead_ssim"] = int(sum(rows[:, 1] > sharp[:, 1]))
    print(*runs, sep="\n   ", flush=True)
    return runs


def _digits(page, seed):
    """What a reader makes of small 4s, enlarged by networks that were taught others."""
    runs, fours = [], page["FOURS"]
    ways = {
        taught: page["taught_digits"](d, seed) for taught, d in page["TAUGHT"].items()
    }
    ways["bicubic"] = keras.layers.UpSampling2D(7, interpolation="bicubic")
    for taught, enlarge in ways.items():
        found = page["from_sixteen"](enlarge, fours)
        run = {"seed": seed, "way": "digits", "taught": taught}
        run["read"] = [round(float(share), 3) for share in page["shares_read"](found)]
        run["psnr"] = round(psnr(found.reshape(-1, 28), fours.reshape(-1, 28)), 3)
        runs.append(run)
        print("  ", run, flush=True)
    return runs


def _report(runs):
    def of(measure="psnr", **wanted):
        kept = [r for r in runs if wanted.items() <= r.items()]
        return np.array([run[measure] for run in kept])

    on_means = {"taught": "mean", "judged": "mean"}
    network = of(way="network", steps=MAIN, **on_means)
    lead = {
        way: network - of(way=way, **on_means)
        for way in ("bicubic", "sharpened", "filter")
    }
    rows = [
        [way, f"{gain.mean():+.2f} ± {gain.std():.2f}"] for way, gain in lead.items()
    ]
    print_table("The network's lead in PSNR, made small by means", ["over", "by"], rows)
    best = np.full(len(network), of(way="filter", **on_means)[0])
    judge = Comparisons({"network": network, "filter": best}, planned=1)
    fours = {t: of("read", way="digits", taught=t)[:, 4] for t in ("all", "no 4")}
    return bool(
        lead["bicubic"].min() > 0.5
        and judge.clearly_better("network", "filter")
        and fours["all"].min() > fours["no 4"].max()
    )
