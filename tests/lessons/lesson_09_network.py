"""Lesson 9's network, trained with the lesson's own cells: anew, or as it was stored.

Training takes a minute and a half, so tests take the stored one. A test says when the
lesson's cells have changed since; then train and store it again:
    python -m tests.lessons.lesson_09_network
"""

import hashlib
from pathlib import Path

import numpy as np

from tests.lessons.lesson_code import cell_sources, run_cells

LESSON = "09_mnist"
BUILDING = ("settings", "build")
TRAINING = ("settings", "load", "split", "build", "compile", "fit")
STORED = Path(__file__).with_suffix(".npz")


def fingerprint():
    """Return the sha256 of the cells that give the network and its weights."""
    sources = cell_sources(LESSON)
    text = "\n".join(sources[name] for name in TRAINING)
    return hashlib.sha256(text.encode()).hexdigest()


def trained_network():
    """Return the network, trained anew; a minute and a half on one core."""
    page = {}
    run_cells(LESSON, page, *TRAINING)
    return page["model"]


def stored_network():
    """Return the network with its stored weights.

    Raises ValueError if the lesson's cells have changed since they were stored.
    """
    with np.load(STORED) as stored:
        if str(stored["fingerprint"]) != fingerprint():
            raise ValueError(
                f"Lesson 9's network has changed since {STORED.name} was stored: run "
                "`python -m tests.lessons.lesson_09_network`."
            )
        weights = [stored[f"arr_{i}"] for i in range(len(stored.files) - 1)]
    page = {}
    run_cells(LESSON, page, *BUILDING)
    page["model"].set_weights(weights)
    return page["model"]


def store(network):
    """Store the network's weights, halved in precision, beside this file."""
    weights = [weight.astype(np.float16) for weight in network.get_weights()]
    np.savez_compressed(STORED, *weights, fingerprint=fingerprint())


if __name__ == "__main__":
    store(trained_network())
