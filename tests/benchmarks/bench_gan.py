"""Lesson 18's game of two networks, longer: losses, and how near the drawings come.

Of each game the mean losses of the discriminator and of the generator are kept every
250 steps, the Fréchet distance of 2 000 drawings from unseen digits, by the course's
digit network, and how many of the drawings it reads as 0, 1, …, 9.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.files.datasets import load_mnist
from utils.models.digit_network import load_digit_network

LESSON = "18_style_and_generation"
CELLS = ("networks", "discriminator-and-losses", "new-game", "play", "crowds")
HELPERS = ("utils/arrays/crowds.py", "utils/models/digit_network.py")
SEEDS = range(1, 4)
STEPS, EVERY = 3_000, 250
DRAWINGS = 2_000


def run_and_store():
    """Play all games, print a table, store every look; True if the claims hold."""
    page = {"__name__": LESSON, "reader": load_digit_network()}
    (images, _), _ = load_mnist()
    written, page["unseen"] = images[:55_000, ..., None], images[55_000:, ..., None]
    run_cells(LESSON, page, "settings", *CELLS)
    runs = [run for seed in SEEDS for run in _game(page, written, seed)]
    store_result("gan", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _game(page, written, seed):
    """One game: a dict for each look."""
    generator, step = page["new_game"](seed)
    dice = np.random.default_rng(100 + seed).normal(size=(DRAWINGS, page["NOISE"]))
    runs = []

    def look(number, losses):
        judging, drawing = (round(float(loss), 4) for loss in losses)
        drawn = generator.predict(dice.astype("float32"), batch_size=500, verbose=0)
        read = page["reader"].predict(drawn, batch_size=500, verbose=0).argmax(axis=1)
        run = {"seed": seed, "step": number, "judging": judging, "drawing": drawing}
        run["frechet"] = round(page["from_digits"](drawn), 2)
        run["read_as"] = np.bincount(read, minlength=10).tolist()
        print("  ", run, flush=True)
        runs.append(run)

    page["play"](step, written, STEPS, seed, look, EVERY)
    return runs


def _report(runs):
    parts = ("judging", "drawing", "frechet")
    table = {
        part: np.array([[r[part] for r in runs if r["seed"] == s] for s in SEEDS])
        for part in parts
    }
    rows = [
        [f"{number:5}", *(f"{table[part][:, k].mean():.2f}" for part in parts)]
        for k, number in enumerate(range(EVERY, STEPS + 1, EVERY))
    ]
    print_table("Means of the games", ["step", *parts], rows)
    first, last = table["frechet"][:, 1], table["frechet"][:, -1]
    return bool((last < 0.8 * first).all())
