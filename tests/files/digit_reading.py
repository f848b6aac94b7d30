"""How lesson 9's network reads digits that `prepare_digit` took out of pictures."""

import functools
from collections import Counter

import numpy as np
from PIL import Image

from tests.files.photographed_digits import NO_DIGIT, pictures_of
from utils.files.datasets import load_mnist
from utils.files.digits import prepare_digit
from utils.files.images import load_image

SURE = 0.9
LEAST_RIGHT_OR_REFUSED, MOST_SURE_AND_WRONG = 0.90, 0.05  # of a kind's pictures


@functools.cache
def drawn_digits(seed=0, per_digit=3):
    """Return (images, labels): of MNIST's test digits, so many of each, mixed."""
    _, (images, labels) = load_mnist()
    rng = np.random.default_rng(seed)
    chosen = rng.permuted(
        [rng.choice(np.flatnonzero(labels == d), per_digit, False) for d in range(10)]
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


def outcomes(kind, network, folder, seed=0, per_digit=3):
    """Count the pictures of a kind: right, refused, wrong, sure_and_wrong.

    "wrong" counts those that are sure and wrong, too. What holds no digit, or two, has
    no right answer but to be refused. folder: to save a picture in and open it.
    """
    images, labels = drawn_digits(seed, per_digit)
    pictures = pictures_of(kind, images, seed)
    digits = [prepared(picture, folder) for picture in pictures]
    taken = [digit is not None for digit in digits]
    counts = Counter(right=0, refused=taken.count(False), wrong=0, sure_and_wrong=0)
    if not any(taken):
        return counts
    batch = np.stack([digit for digit in digits if digit is not None])
    shares = np.asarray(network(batch[..., np.newaxis]))
    for label, of_each in zip(labels[taken], shares, strict=True):
        if kind not in NO_DIGIT and of_each.argmax() == label:
            counts["right"] += 1
        else:
            counts["wrong"] += 1
            counts["sure_and_wrong"] += bool(of_each.max() > SURE)
    return counts


def holds(counts):
    """Return whether enough is right or refused, and little sure and wrong."""
    total = counts["right"] + counts["refused"] + counts["wrong"]
    return (
        counts["right"] + counts["refused"] >= LEAST_RIGHT_OR_REFUSED * total
        and counts["sure_and_wrong"] <= MOST_SURE_AND_WRONG * total
    )
