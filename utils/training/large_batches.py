"""A network of one convolution in NumPy, trained in batches: what dive 20b measures."""

from functools import lru_cache

import numpy as np

from utils.files.datasets import load_mnist

DIGITS, FRESH, BLOCK = 7_168, 2_800, 10_000
SIDE, FILTERS, CLASSES = 6, 16, 10


@lru_cache
def digits(block):
    """Return (patches, labels) to learn from and (patches, labels) that are fresh.

    block: 0 to 5; no two blocks share a digit. 7 168 and 2 800 training images of
    MNIST, shrunk to 14×14 by the mean of each four pixels and cut into the 36 patches
    that a 3×3 filter with stride 2 looks at: (n, 36, 9). The test images are not
    touched. Raises ValueError for a block that is not there.
    """
    if block not in range(6):
        raise ValueError(f"There are blocks of digits 0 to 5, not {block}.")
    (images, labels), _ = load_mnist()
    order = np.random.default_rng(0).permutation(len(images))[block * BLOCK :]
    learn, fresh = order[:DIGITS], order[DIGITS : DIGITS + FRESH]
    return tuple((patches(images[part]), labels[part]) for part in (learn, fresh))


def patches(images):
    """Cut (n, 28, 28) images, shrunk to 14×14, into (n, 36, 9) patches."""
    small = images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4))
    windows = np.lib.stride_tricks.sliding_window_view(small, (3, 3), axis=(1, 2))
    return windows[:, ::2, ::2].reshape(-1, SIDE**2, 9).astype("float32")


def new_network(seed):
    """Return [filters (9, 16), biases (16,), dense (576, 10), biases (10,)].

    Source: He and others (2015) for the filters, Glorot and Bengio (2010) behind them.
    """
    rng = np.random.default_rng(seed)
    inputs = SIDE**2 * FILTERS
    filters = rng.normal(0, np.sqrt(2 / 9), (9, FILTERS))
    dense = rng.normal(0, np.sqrt(2 / (inputs + CLASSES)), (inputs, CLASSES))
    parts = filters, np.zeros(FILTERS), dense, np.zeros(CLASSES)
    return [part.astype("float32") for part in parts]


def scores(network, cut):
    """Return (n, 10) scores for (n, 36, 9) patches: convolution, ReLU, dense layer."""
    filters, bias, dense, last = network
    maps = np.maximum(cut @ filters + bias, 0)
    return maps.reshape(len(cut), -1) @ dense + last


def slopes(network, cut, labels):
    """Return the slopes of the mean cross-entropy, shaped as the network is."""
    filters, bias, dense, last = network
    maps = np.maximum(cut.reshape(-1, 9) @ filters + bias, 0)
    flat = maps.reshape(len(cut), -1)
    wrong = shares(flat @ dense + last)
    wrong[np.arange(len(labels)), labels] -= 1
    wrong /= len(labels)
    back = (wrong @ dense.T).reshape(maps.shape) * (maps > 0)
    return [cut.reshape(-1, 9).T @ back, back.sum(0), flat.T @ wrong, wrong.sum(0)]


def shares(found):
    """Return the softmax of (n, 10) scores."""
    powers = np.exp(found - found.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def batches(batch, steps, seed):
    """Return (steps, batch) numbers of digits: all 7 168 in turn, then mixed anew.

    batch: a divisor of 7 168. Raises ValueError for another one.
    """
    if batch < 1 or DIGITS % batch:
        raise ValueError(f"A batch must divide {DIGITS} digits evenly, not {batch}.")
    rng = np.random.default_rng(seed)
    epochs = -(-steps * batch // DIGITS)
    mixed = np.concatenate([rng.permutation(DIGITS) for _ in range(epochs)])
    return mixed[: steps * batch].reshape(steps, batch)


def trained(batch, rates, seed, block):
    """Return a network after plain gradient descent, without momentum.

    rates: (steps,), the learning rate of each step. seed: decides the random start and
    the order. block: of the digits, as in `digits`.
    """
    (cut, labels), _ = digits(block)
    network = new_network(seed)
    with np.errstate(all="ignore"):  # too high a rate ends in numbers without bounds
        for rate, chosen in zip(rates, batches(batch, len(rates), seed), strict=True):
            found = slopes(network, cut[chosen], labels[chosen])
            for part, slope in zip(network, found, strict=True):
                part -= np.float32(rate) * slope
    return network


def accuracy(network, block):
    """Return the share of the block's 2 800 fresh digits that is read rightly."""
    _, (cut, labels) = digits(block)
    with np.errstate(all="ignore"):
        return float(np.mean(scores(network, cut).argmax(axis=1) == labels))
