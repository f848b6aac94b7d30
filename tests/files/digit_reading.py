"""How lesson 9's network reads digits that `prepare_digit` took out of pictures."""

from collections import Counter

import numpy as np
from PIL import Image

from tests.files.photographed_digits import NO_DIGIT, pictures_of
from tests.lessons.lesson_code import run_cells
from utils.files.datasets import load_mnist
from utils.files.digits import prepare_digit
from utils.files.images import load_image

PER_DIGIT = 3  # pictures of each kind, for each of the ten digits
SURE = 0.9
LEAST_RIGHT_OR_REFUSED, MOST_SURE_AND_WRONG = 0.90, 0.05  # of a kind's pictures


def lesson_9_network():
    """Train lesson 9's network with the lesson's own cells; a minute."""
    page = {}
    run_cells("09_mnist", page, "settings", "load", "split", "build", "compile", "fit")
    return page["model"]


def drawn_digits(seed=0):
    """Return (images, labels): of MNIST's test digits, so many of each, mixed."""
    _, (images, labels) = load_mnist()
    rng = np.random.default_rng(seed)
    chosen = rng.permuted(
        [rng.choice(np.flatnonzero(labels == d), PER_DIGIT, False) for d in range(10)]
    ).ravel()
    return images[chosen], labels[chosen]


def prepared(picture, folder):
    """Return what prepare_digit makes of a picture, None if it refuses it."""
    if isinstance(picture, Image.Image):
        picture.save(folder / "picture.png")
        picture = load_image(folder / "picture.png", grey=True)
    try:
        return prepare_digit(picture)
    except ValueError:
        return None


def outcomes(kind, network, folder, seed=0):
    """Count the pictures of a kind: read right, refused, wrong, sure and wrong.

    "wrong" counts those that are sure and wrong, too. What holds no digit, or two, has
    no right answer but to be refused. folder: to save a picture in and open it.
    """
    images, labels = drawn_digits(seed)
    counts = Counter({"right": 0, "refused": 0, "wrong": 0, "sure and wrong": 0})
    for picture, label in zip(pictures_of(kind, images, seed), labels, strict=True):
        digit = prepared(picture, folder)
        if digit is None:
            counts["refused"] += 1
            continue
        shares = np.asarray(network(digit[np.newaxis, ..., np.newaxis]))[0]
        if kind not in NO_DIGIT and shares.argmax() == label:
            counts["right"] += 1
        else:
            counts["wrong"] += 1
            counts["sure and wrong"] += bool(shares.max() > SURE)
    return counts


def holds(counts):
    """Return whether enough is right or refused, and little sure and wrong."""
    total = counts["right"] + counts["refused"] + counts["wrong"]
    return (
        counts["right"] + counts["refused"] >= LEAST_RIGHT_OR_REFUSED * total
        and counts["sure and wrong"] <= MOST_SURE_AND_WRONG * total
    )
