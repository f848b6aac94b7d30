"""Lesson 17's denoisers: against older ways, without clean pictures, and under salt.

Every way is set on photos that are neither learnt from nor judged: the older ones at
each noise, for PSNR and for SSIM apart; the network's learning rate at one noise, for
clean and for noisy targets.
"""

import functools

import numpy as np

from tests.benchmarks.climb import best_setting, edges
from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.comparisons import Comparisons
from utils.arrays.quality import psnr

LESSON = "17_images_from_images"
CELLS = ["photos", "noise", "judged", "old-ways", "pieces"]
CELLS += ["network", "train", "salt"]
HELPERS = ["utils/arrays/quality.py", "utils/training/digit_recipe.py"]
NOISES, STEPS, LONGER = (10, 25, 50), 600, 1_200
RATES = (0.003, 0.01)  # at 0.02 some trainings die: nothing is subtracted any more
SEEDS = range(1, 6)  # the lesson's own network is from seed 0
# Salt. By absolute errors, networks first return what they are given, for 200 steps.
SHARE, SALT_STEPS, SALT_RATE = 0.2, 300, 0.005
NO_FILTER = (1,)  # a median of one pixel, surroundings of one: no end that is too near


def run_and_store():
    """Train all, print a table, store every run; True if the lesson's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = _older(page)
    rates = {target: _best_rate(page, target) for target in ("clean", "noisy")}
    for seed in SEEDS:
        jobs = [("clean", noise, STEPS) for noise in NOISES] + [("noisy", 25, STEPS)]
        if seed == SEEDS[0]:
            jobs.append(("clean", 25, LONGER))
        for target, noise, steps in jobs:
            runs.append(_network(page, seed, target, noise, steps, rates[target]))
            print("  ", runs[-1], flush=True)
        salted = [(way, SALT_STEPS) for way in ("clean", "squared", "absolute")]
        for way, steps in [*salted, ("absolute", 2 * SALT_STEPS)]:
            runs.append(_salt(page, seed, way, steps))
            print("  ", runs[-1], flush=True)
    store_result("denoising", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs) and not too_near(runs, page["OLD_WAYS"])


def _older(page):
    """Each older way at its best setting, on the noise of every seed."""
    runs = []
    for noise in NOISES:
        sigma = noise / 255
        for way, (method, axes) in page["OLD_WAYS"].items():

            @functools.cache
            def scores(setting, photos, seed, method=method, sigma=sigma):
                def repair(noisy):
                    return method(noisy, sigma, *setting)

                return page["judged"](repair, page[photos], sigma, seed)

            best = [
                best_setting(axes, lambda s, k=k, of=scores: of(s, "CHOOSE", 100)[k])
                for k in (0, 1)
            ]
            chosen = [scores(best[k], "CHOOSE", 100)[k] for k in (0, 1)]
            print("  ", noise, way, best, chosen, flush=True)
            for seed in SEEDS:
                found = [scores(best[k], "JUDGE", seed)[k] for k in (0, 1)]
                run = {"seed": seed, "way": way, "noise": noise, "settings": best}
                runs.append({**run, **_rounded(found)})
    return runs


def too_near(runs, ways):
    """The chosen settings that lie at an end of what was tried, natural ends apart."""
    return [
        (run["way"], run["noise"], setting)
        for run in runs
        if run["way"] in ways
        for setting in run["settings"]
        if edges(ways[run["way"]][1], setting, NO_FILTER)
    ]


def _trained(page, seed, target, noise, steps, rate):
    rng = np.random.default_rng(seed)
    clean = page["pieces_of"](page["LEARN"], 8 * steps, rng)
    given = page["add_noise"](clean, noise / 255, rng)
    wanted = page["add_noise"](clean, noise / 255, rng) if target == "noisy" else clean
    return page["train"](given, wanted, seed, peak=rate)


def _best_rate(page, target):
    """The better, by PSNR on photos to choose by, after a third of the steps."""
    found = []
    for rate in RATES:
        network = _trained(page, 100, target, 25, STEPS // 3, rate)
        repair = page["repaired_by"](network)
        found.append(page["judged"](repair, page["CHOOSE"], 25 / 255, 100)[0])
    print("  ", target, dict(zip(RATES, found, strict=True)), flush=True)
    return RATES[int(np.argmax(found))]


def _network(page, seed, target, noise, steps, rate):
    network = _trained(page, seed, target, noise, steps, rate)
    repair, sigma = page["repaired_by"](network), noise / 255
    run = {"seed": seed, "way": "network", "target": target, "noise": noise}
    run |= {"steps": steps, "rate": rate}
    run |= _rounded(page["judged"](repair, page["JUDGE"], sigma, seed))
    rng = np.random.default_rng(seed)
    pairs = [(p, repair(page["add_noise"](p, sigma, rng))) for p in page["JUDGE"]]
    ratio = np.sum([_steps(r) for _, r in pairs]) / np.sum(
        [_steps(p) for p, _ in pairs]
    )
    return {**run, "fine": round(float(ratio), 3)}


def _steps(picture):
    """The sum of differences between neighbours of a row, without their signs."""
    return np.abs(np.diff(np.asarray(picture), axis=1)).sum()


def _salt(page, seed, way, steps):
    """Taught clean or salted pictures, by either loss; what becomes of each grey."""
    rng = np.random.default_rng(seed)
    clean = page["pieces_of"](page["LEARN"], 8 * steps, rng)
    given = page["add_salt"](clean, SHARE, rng)
    wanted = clean if way == "clean" else page["add_salt"](clean, SHARE, rng)
    loss = "mae" if way == "absolute" else "mse"
    repair = page["repaired_by"](page["train"](given, wanted, seed, loss, SALT_RATE))
    rng = np.random.default_rng(seed)
    salted = [page["add_salt"](photo, SHARE, rng) for photo in page["JUDGE"]]
    results = [np.asarray(repair(photo)) for photo in salted]
    pairs = list(zip(results, page["JUDGE"], strict=True))
    quality = np.mean([psnr(np.clip(r, 0, 1), photo) for r, photo in pairs])
    true, given, found = (
        np.concatenate([p.ravel() for p in part])
        for part in (page["JUDGE"], salted, results)
    )
    greys = np.minimum((true * 10).astype(int), 9)
    curves = {
        name: [round(float(part[greys == k].mean()), 3) for k in range(10)]
        for name, part in (("true", true), ("found", found))
    }
    run = {
        "seed": seed,
        "way": "salt",
        "target": way,
        "steps": steps,
        "rate": SALT_RATE,
    }
    # what is subtracted: if it is the same everywhere, nothing of the picture is used
    run["subtracted"] = round(float(np.std(given - found)), 6)
    return {**run, "psnr": round(float(quality), 3), **curves}


def _rounded(scores):
    return {"psnr": round(float(scores[0]), 3), "ssim": round(float(scores[1]), 4)}


def _report(runs):
    def of(measure="psnr", **wanted):
        kept = [r for r in runs if wanted.items() <= r.items()]
        return np.array([run[measure] for run in kept])

    rows, holds = [], True
    gains = {"network": 0, "non-local means": 0}
    for noise in NOISES:
        scores = {
            way: of(way=way, noise=noise)
            for way in ("Gaussian", "median", "non-local means")
        }
        net = {"way": "network", "noise": noise, "target": "clean", "steps": STEPS}
        scores["network"] = of(**net)
        rows += [
            [str(noise), w, f"{s.mean():.2f} ± {s.std():.2f}"]
            for w, s in scores.items()
        ]
        best = scores["non-local means"]  # of the older ways, on every seed
        holds &= all(best.min() > s.max() for w, s in scores.items() if w[0] in "Gm")
        holds &= scores["network"].mean() > best.mean()
        gains = {way: gain + scores[way] / len(NOISES) for way, gain in gains.items()}
    judge = Comparisons(gains, planned=1)
    holds &= judge.clearly_better("network", "non-local means")
    print_table("PSNR on photos to judge by", ["noise", "way", "PSNR"], rows)
    return bool(holds)
