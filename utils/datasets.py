"""The data sets of the course, checked against their sha256 before first use."""

import hashlib
from functools import lru_cache
from pathlib import Path

import numpy as np

DATA_FOLDER = Path(__file__).parents[1] / "data"

MNIST_SHA256 = "06af5dfe73b70e3bc1c36439982b18a8d76803db9b544f6fdf838a37fbb01b64"


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
