"""The data sets of the course, checked against their sha256 before first use."""

import csv
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np

from utils.files.arguments import side_length, whole_number
from utils.files.images import centre_square, load_image

DATA_FOLDER = Path(__file__).parents[2] / "data"

MNIST_SHA256 = "06af5dfe73b70e3bc1c36439982b18a8d76803db9b544f6fdf838a37fbb01b64"

# attribution.csv holds the sha256 of every photo, so this one vouches for them all.
PHOTOS_SHA256 = "f2d91cbe12ee15f036da888b0a54246e2bf0a9776f606fde5ee1243c1e8752af"
PHOTO_CLASSES = ("animal", "fish", "monument", "tool")


def load_mnist():
    """Return the 70 000 handwritten digits as (x_train, y_train), (x_test, y_test).

    x_train (60000, 28, 28) and x_test (10000, 28, 28): float32 in 0..1, light digit on
    dark ground. y_train (60000,) and y_test (10000,): int64, the digit 0..9.
    Raises FileNotFoundError or ValueError if data/mnist.npz is missing or altered.
    Source: LeCun, Bottou, Bengio, Haffner (1998), Gradient-based learning applied to
    document recognition; see data/README.md.
    """
    with np.load(verified_path("mnist.npz", MNIST_SHA256), allow_pickle=False) as file:
        train = _scaled(file["x_train"]), file["y_train"].astype(np.int64)
        test = _scaled(file["x_test"]), file["y_test"].astype(np.int64)
    return train, test


def load_photos(classes=PHOTO_CLASSES, size=224):
    """Return the photos of some classes as (images, labels, class_names).

    classes: names out of PHOTO_CLASSES, in the order that their labels shall have.
    images: float32 in 0..1, (n, size, size, 3), the centre square of each photo.
    labels: int64, (n,); class_names[label] is the class of a photo.
    Raises TypeError or ValueError for an unknown class or a size that is no whole
    number, 2 or more; FileNotFoundError or ValueError if a photo is missing or altered.
    Source: data/photos/attribution.csv.
    """
    size = side_length(size, "size")
    if isinstance(classes, str) or not isinstance(classes, Iterable):
        classes = [classes]
    classes = list(classes)
    known = [name for name in PHOTO_CLASSES if name in classes]
    if not classes or len(known) < len(classes):
        raise ValueError(
            f"The photos have the classes {', '.join(PHOTO_CLASSES)}: name one or "
            f"more of them, each once, not {classes}."
        )
    images, labels = [], []
    for file, sha256 in _listed_photos():
        name = file.split("/")[0]
        if name in classes:
            photo = load_image(verified_path(f"photos/{file}", sha256))
            images.append(centre_square(photo, size))
            labels.append(classes.index(name))
    return np.stack(images), np.array(labels, dtype=np.int64), classes


def _listed_photos():
    """Return (file, sha256) of every photo, as attribution.csv lists them."""
    table = verified_path("photos/attribution.csv", PHOTOS_SHA256)
    with table.open(newline="", encoding="utf-8") as file:
        return [(row["file"], row["sha256"]) for row in csv.DictReader(file)]


def stratified_split(labels, shares, seed):
    """Return one array of indices for each share, every class divided alike.

    labels: (n,) integers. shares: positive numbers that add up to 1, for example
    (0.6, 0.2, 0.2) for training, validation and test. seed: the same seed gives the
    same split. The arrays are sorted, have no index in common, and together hold each
    index from 0 to n - 1; in each class the shares are met to the nearest example.
    Raises ValueError if the shares do not add up to 1, or if a class has too few
    examples to be in every share; TypeError if the seed is no whole number.
    """
    labels = np.asarray(labels)
    if labels.ndim != 1 or not len(labels):
        raise ValueError(
            "stratified_split needs one label for each example, shape (n,), not "
            f"{labels.shape}."
        )
    portions = np.atleast_1d(shares)
    if portions.dtype.kind not in "iuf" or not _divide_a_whole(portions):
        raise ValueError(f"Shares are positive and add up to 1; {shares} do not.")
    random = np.random.default_rng(whole_number(seed, "seed", 0))
    parts = [[] for _ in portions]
    for label in np.unique(labels):
        members = random.permutation(np.flatnonzero(labels == label))
        cuts = np.rint(np.cumsum(portions)[:-1] * len(members)).astype(int)
        for part, piece in zip(parts, np.split(members, cuts), strict=True):
            if not len(piece):
                raise ValueError(
                    f"Class {label} has {len(members)} examples, too few for shares "
                    f"of {shares}: add examples or take fewer shares."
                )
            part.append(piece)
    return [np.sort(np.concatenate(part)) for part in parts]


def _divide_a_whole(portions):
    return (portions > 0).all() and np.isclose(portions.sum(), 1)


def verified_path(name, sha256):
    """Return the path of data/<name> after checking that it is the file it should be.

    The check reads the file once per process, and again only if the file changes.
    Raises FileNotFoundError if it is missing, ValueError if it is truncated or altered;
    either says how to restore it.
    """
    path = DATA_FOLDER / name
    restore = f"restore it with `git checkout -- data/{name}` in the course's folder."
    if not path.is_file():
        raise FileNotFoundError(f"data/{name} is missing: {restore}")
    state = path.stat()
    if _sha256(path, state.st_mtime_ns, state.st_size) != sha256:
        raise ValueError(
            f"data/{name} ({state.st_size} bytes) is truncated or altered, its sha256 "
            f"does not match: {restore}"
        )
    return path


@lru_cache
def _sha256(path, _modified, _size):
    """Return the sha256 of a file; a new date or size makes it a new question."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _scaled(images):
    """Return uint8 images in 0..255 as float32 in 0..1."""
    return images / np.float32(255)
