"""Dive 18c's generators: a VAE with and without its pull, and a GAN that collapses.

Of each look four numbers are kept: the Fréchet distance of 1 000 drawings from unseen
digits, how many kinds the digit network reads, the spread within kinds, and how far
drawings are from the digits learnt from. Lesson 18's games stand in results/gan.json.
"""

import json

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.files.datasets import load_mnist

LESSON = "18c_how_good_is_a_generator"
CELLS = ("encoder", "vae", "seen", "judges")
HELPERS = (
    "utils/training/digit_game.py",
    "utils/arrays/kinds.py",
    "utils/arrays/crowds.py",
    "utils/models/digit_network.py",
)
SEEDS = range(1, 4)
STEPS, WITHOUT = 500, 300  # of the VAE; of one without its pull
BEFORE, STILL = 200, 200  # steps of the game, and with its discriminator standing still
LOSSES = {"VAE": ("pixels", "pulled"), "GAN": ("judging", "drawing")}
JUDGES = ("distance", "kinds", "spread", "newness")


def run_and_store():
    """Train all, print a table, store every look; True if the claims hold."""
    page = open_page()
    return keep([run for s in SEEDS for part in (vaes, games) for run in part(page, s)])


def open_page():
    """What the lesson defines, on the digits that it trains on."""
    page = {"__name__": LESSON}
    (images, _), _ = load_mnist()
    images = images[..., None]
    page["written"], page["unseen"] = images[:55_000], images[55_000:]
    run_cells(LESSON, page, "settings", *CELLS)
    return page


def vaes(page, seed):
    """The VAE with its pull and without: a dict for each look."""
    generator, step = page["new_vae"](seed)
    yield from _looks(page, seed, "VAE", generator, step, STEPS)
    generator, step = page["new_vae"](seed, strength=0.0)
    yield from _looks(page, seed, "without pull", generator, step, WITHOUT)


def games(page, seed):
    """One game up to a point, and then twice: on, and with one who stands still."""
    for maker in ("goes on", "stands still"):
        generator, both, alone = page["new_game"](seed, normalised=False)
        page["play"](both, page["written"], BEFORE, seed, lambda *_: None, BEFORE)
        step = both if maker == "goes on" else alone
        yield from _looks(page, seed, maker, generator, step, STILL)


def _looks(page, seed, maker, generator, step, steps):
    dice = np.random.default_rng(100 + seed).normal(size=(1_000, page["NOISE"]))
    runs = []

    def look(number, losses):
        drawn = generator.predict(dice.astype("float32"), batch_size=500, verbose=0)
        run = {"seed": seed, "maker": maker, "step": number}
        names = LOSSES["VAE" if maker in ("VAE", "without pull") else "GAN"]
        run |= {n: round(float(x), 4) for n, x in zip(names, losses, strict=True)}
        run |= {judge: round(n, 3) for judge, n in page["judged"](drawn).items()}
        kinds = page["seen"](drawn)[1]
        run["read_as"] = np.bincount(kinds, minlength=10).tolist()
        print(json.dumps(run), flush=True)
        runs.append(run)

    page["play"](step, page["written"], steps, seed, look, steps)
    return runs


def keep(runs):
    """Store the looks of all seeds, and print their table; True if the claims hold."""
    store_result("generators", runs, LESSON, [], HELPERS, CELLS)
    table = {
        maker: {
            judge: np.array([r[judge] for r in runs if r["maker"] == maker])
            for judge in JUDGES
        }
        for maker in dict.fromkeys(run["maker"] for run in runs)
    }
    rows = [
        [maker, *(f"{row[judge].mean():.2f}" for judge in JUDGES)]
        for maker, row in table.items()
    ]
    print_table("Means over the seeds", ["maker", *JUDGES], rows)
    still, on = table["stands still"], table["goes on"]
    return all((still[j] < on[j]).all() for j in ("kinds", "spread"))
