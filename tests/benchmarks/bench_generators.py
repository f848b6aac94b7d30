"""Dive 18c's generators: VAEs with and without their pull, and GANs, one of them alone.

Every 250 steps four numbers are kept: the Fréchet distance of 1 000 drawings from
unseen digits, how many kinds the digit network reads, the spread within kinds, and how
far drawings are from the digits learnt from; beside them the losses since the last
look, and the seconds of processor that the steps have taken so far. Each game is played
a second time without normalisation, and a third time so up to a point from which its
discriminator stands still.
"""

import json
import time

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.files.datasets import load_mnist

LESSON = "18c_how_good_is_a_generator"
CELLS = ("encoder", "vae", "clouds", "seen", "judges")
HELPERS = (
    "utils/training/digit_game.py",
    "utils/arrays/kinds.py",
    "utils/arrays/crowds.py",
    "utils/models/digit_network.py",
)
SEEDS = range(1, 4)
STEPS, EVERY = 1_500, 250
WITHOUT = 500  # steps of the VAE that has no pull
BEFORE, STILL = 1_000, 250  # steps of the game until the discriminator stands still
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
    for maker, strength, steps in (("VAE", 1, STEPS), ("without pull", 0, WITHOUT)):
        encoder, generator, step = page["new_vae"](seed, strength)
        looks = Looks(page, seed, maker, generator, encoder)
        yield from looks.after(step, steps, EVERY)


def games(page, seed):
    """A game; two without normalisation: one goes on, one stands still in the end."""
    generator, both, _ = page["new_game"](seed)
    yield from Looks(page, seed, "GAN", generator).after(both, STEPS, EVERY)
    generator, both, _ = page["new_game"](seed, normalised=False)
    game = Looks(page, seed, "goes on", generator)
    yield from game.after(both, BEFORE + STILL, EVERY)
    generator, both, alone = page["new_game"](seed, normalised=False)
    page["play"](both, page["written"], BEFORE, seed, lambda *_: None, BEFORE)
    yield from Looks(page, seed, "stands still", generator).after(alone, STILL, STILL)


class Looks:
    """What one maker draws and loses, as it learns."""

    def __init__(self, page, seed, maker, generator, encoder=None):
        self.page, self.generator, self.encoder = page, generator, encoder
        self.known = {"seed": seed, "maker": maker}
        dice = np.random.default_rng(100 + seed).normal(size=(1_000, page["NOISE"]))
        self.dice = dice.astype("float32")

    def after(self, step, steps, every):
        """Train so many steps; return a dict for each look."""
        self.runs, self.seconds, self.since = [], 0, time.process_time()
        play, digits = self.page["play"], self.page["written"]
        play(step, digits, steps, self.known["seed"], self.look, every)
        return self.runs

    def look(self, number, losses):
        """Keep what is seen now; the time that this takes is not counted."""
        self.seconds += time.process_time() - self.since
        drawn = self.generator.predict(self.dice, batch_size=500, verbose=0)
        run = {**self.known, "step": number, "seconds": round(self.seconds, 1)}
        names = LOSSES["VAE" if self.encoder else "GAN"]
        run |= {n: round(float(x), 4) for n, x in zip(names, losses, strict=True)}
        run |= {judge: round(n, 3) for judge, n in self.page["judged"](drawn).items()}
        kinds = self.page["seen"](drawn)[1]
        run["read_as"] = np.bincount(kinds, minlength=10).tolist()
        if self.encoder:
            far, wide = self.page["clouds"](self.encoder, self.page["unseen"])
            run |= {"far": round(float(far), 3), "wide": round(float(wide), 4)}
        print(json.dumps(run), flush=True)
        self.runs.append(run)
        self.since = time.process_time()


def keep(runs):
    """Store the looks of all seeds, and print their table; True if the claims hold."""
    store_result("generators", runs, LESSON, [], HELPERS, CELLS)
    keys = dict.fromkeys((r["maker"], r["step"]) for r in runs)
    table = {
        key: {
            judge: np.array([r[judge] for r in runs if (r["maker"], r["step"]) == key])
            for judge in JUDGES
        }
        for key in keys
    }
    rows = [
        [*map(str, key), *(f"{row[judge].mean():.2f}" for judge in JUDGES)]
        for key, row in table.items()
    ]
    print_table("Means over the seeds", ["maker", "step", *JUDGES], rows)
    still = table["stands still", STILL]
    others = table["goes on", BEFORE], table["goes on", BEFORE + STILL]
    return all((still["kinds"] < other["kinds"]).all() for other in others)
