"""What the numbers of an answer to `wide_view` see, and whether they differ."""

from contextlib import contextmanager

import numpy as np

from utils.checking.keras_models import is_of_own_class

SIDE = 32
MIDDLE = slice(12, 20)  # rows or columns that no border reaches
SAME = 1e-4  # how little numbers differ that are alike but for rounding


def pixels_seen(model):
    """Which pixels a number in the middle depends on: (SIDE, SIDE), of truths."""
    from utils.models.measured_receptive_field import measured_receptive_field

    if is_of_own_class(model):
        return _pixels_that_reach(model)
    return measured_receptive_field(model)


def is_varied(model):
    """Whether some map has different numbers in different places."""
    pictures = np.random.default_rng(0).random((2, SIDE, SIDE, 3)).astype("float32")
    with _positive_weights(model):
        maps = np.asarray(model(pictures, training=False))[:, MIDDLE, MIDDLE]
    return bool(np.any(np.ptp(maps, axis=(1, 2)) > SAME * np.abs(maps).max()))


def _pixels_that_reach(model):
    """For a model that cannot be copied: light one pixel of a black picture at a time.

    No weight is negative and no bias above 0, so nothing but that pixel reaches the
    middle, and no maximum prefers another.
    """
    pictures = np.zeros((SIDE**2 + 1, SIDE, SIDE, 3), "float32")
    pixels = np.arange(SIDE**2)
    pictures[pixels, pixels // SIDE, pixels % SIDE] = 1
    with _positive_weights(model):
        maps = np.asarray(model(pictures, training=False))
    middle = maps[:, SIDE // 2, SIDE // 2]
    return np.any(middle[:-1] != middle[-1], axis=-1).reshape(SIDE, SIDE)


@contextmanager
def _positive_weights(model):
    """Let the model have weights that no ReLU stops and that keep sizes as they are."""
    before = model.get_weights()
    model.set_weights([_conducting(variable) for variable in model.weights])
    try:
        yield
    finally:
        model.set_weights(before)


def _conducting(variable):
    weight = np.asarray(variable)
    if weight.ndim < 2:
        scales = variable.name in ("gamma", "moving_variance")
        return np.full_like(weight, 1 if scales else 0)
    weight = np.abs(weight) + 1e-3
    return weight / weight.sum(axis=tuple(range(weight.ndim - 1)))
