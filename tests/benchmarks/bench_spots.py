"""How much of a small bright spot on cells lesson 17's denoisers let pass.

Two networks for each noise: one taught cells alone, one taught cells with such spots;
and two older ways, set by PSNR on the half to learn from. Spots that come where none is
are counted, too.
"""

import numpy as np

from tests.benchmarks.bench_denoising import NO_FILTER
from tests.benchmarks.climb import best_setting, edges
from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.quality import psnr

LESSON = "17_images_from_images"
CELLS = ["noise", "old-ways", "pieces", "network", "train"]
CELLS += ["cells", "spots", "spot-kept"]
HELPERS = ["utils/arrays/quality.py", "utils/training/digit_recipe.py"]
NOISES, CONTRASTS, SEEDS = (0.1, 0.2), (0.1, 0.2, 0.4, 0.6), range(1, 4)
STEPS = 400
OLDER = ("Gaussian", "non-local means")


def run_and_store():
    """Train all, print a table, store every run; True if the lesson's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs, inside = [], True
    for noise in NOISES:
        for way in OLDER:
            setting = _set_on_left(page, way, noise)
            inside &= not edges(page["OLD_WAYS"][way][1], setting, NO_FILTER)
            for seed in SEEDS:
                runs += _older(page, seed, noise, way, setting)
    for seed in SEEDS:
        for noise in NOISES:
            for taught in ("cells alone", "cells with spots"):
                runs += _measured(page, seed, noise, taught)
    store_result("spots", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs) and inside


def _set_on_left(page, way, noise):
    """The setting by which an older way repairs the left half best, by PSNR."""
    method, axes = page["OLD_WAYS"][way]
    rng = np.random.default_rng(100)
    cells = page["pieces_of"]([page["LEFT"]], 60, rng)
    noisy = page["add_noise"](cells, noise, rng)

    def score(setting):
        return _psnr(np.clip(_each(method, noisy, noise, setting), 0, 1), cells)

    return best_setting(axes, score)


def _each(method, pieces, noise, setting):
    """An older way's repair of each piece."""
    return np.array([method(p[..., 0], noise, *setting) for p in pieces])[..., None]


class _AsNetwork:
    """An older way, called as a network is."""

    def __init__(self, method, noise, setting):
        self.parts = method, noise, setting

    def predict(self, pieces, verbose):
        method, noise, setting = self.parts
        return _each(method, pieces, noise, setting)


def _older(page, seed, noise, way, setting):
    network = _AsNetwork(page["OLD_WAYS"][way][0], noise, setting)
    found = _looked_at(page, network, seed, noise, way)
    return [{**run, "setting": setting} for run in found]


def _measured(page, seed, noise, taught):
    rng = np.random.default_rng(seed)
    spotted = taught == "cells with spots"
    given, wanted = page["cells_to_learn"](8 * STEPS, noise, spotted, rng)
    network = page["train"](given, wanted, seed)
    return _looked_at(page, network, seed, noise, taught)


def _looked_at(page, network, seed, noise, taught):
    """A run for each brightness: what of it comes through, and what is invented."""
    runs = []
    for contrast in CONTRASTS:
        seen = page["look_at_spots"](network, noise, contrast, 1_000 + seed)
        cells, noisy, without, within, spot = seen
        run = {"seed": seed, "taught": taught, "noise": noise, "contrast": contrast}
        run["kept"] = round(float(page["share_kept"](without, within, spot)), 4)
        for name, repaired in (("seen", within), ("painted", without)):
            number = page["spots_seen"](repaired, cells, contrast)
            run[name] = round(float(number), 4)
        # by how many sizes of the noise the best linear detector would see it rise
        energy = np.sum(spot.astype(float) ** 2) / len(spot)
        run["rises"] = round(float(np.sqrt(energy)) / noise, 2)
        true = cells + spot
        run["before"] = round(_psnr(noisy + spot, true), 3)
        run["after"] = round(_psnr(np.clip(within, 0, 1), true), 3)
        print("  ", run, flush=True)
        runs.append(run)
    return runs


def _psnr(pictures, true):
    """That of all pieces, laid side by side."""
    return psnr(*(part[..., 0].reshape(-1, part.shape[2]) for part in (pictures, true)))


def _report(runs):
    rows = []
    for noise in NOISES:
        for contrast in CONTRASTS:
            kept = {
                taught: np.mean(
                    [
                        r["kept"]
                        for r in runs
                        if (r["noise"], r["contrast"], r["taught"])
                        == (noise, contrast, taught)
                    ]
                )
                for taught in ("cells alone", "cells with spots")
            }
            rows.append(
                [str(noise), str(contrast), *(f"{k:.3f}" for k in kept.values())]
            )
    head = ["noise", "contrast", "cells alone", "cells with spots"]
    print_table("Share of a spot that is kept", head, rows)
    return all(float(row[3]) > float(row[2]) for row in rows if float(row[1]) >= 0.2)
