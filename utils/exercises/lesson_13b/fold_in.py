"""The task `fold_in` of lesson 13b, how many photos."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _folded(kernel, mean, sd, sign=-1):
    folded = kernel / np.reshape(sd, (1, 1, -1, 1))
    return folded, sign * np.einsum("ijcf,c->f", folded, mean)


fold_in = Task(
    "fold_in",
    code="""
    import numpy as np

    def fold_in(kernel, mean, sd):
        folded = kernel / np.reshape(sd, (1, 1, -1, 1))
        bias = -np.tensordot(np.sum(folded, axis=(0, 1)), mean, axes=(0, 0))
        return folded, bias
    """,
    why="w · (x - m) / s is (w / s) · x minus (w / s) · m: the first is a new "
    "filter, the second no longer depends on the photo, so it is a bias.",
    hints=[
        "Take one weight w and one pixel x: w · (x - m) / s. Multiply out. What "
        "stands in front of x, and what is left without x?",
        "Every weight is divided by the sd of its channel. The channels are the "
        "third axis of the kernel: np.reshape(sd, (1, 1, -1, 1)).",
        "What is left without x is minus (w / s) · m, summed over all that one "
        "filter sees: rows, columns and channels. One number for each filter.",
    ],
    notice="The preprocessing is now part of the network, and nobody can forget it. "
    "Batch normalisation behind a convolution is folded in just so when a network "
    "goes onto a telephone. With padding it would not hold at the rim: a 0 around "
    "the photo is not a 0 after the change.",
    cases=[
        given(np.full((1, 1, 1, 1), 2.0), np.array([0.5]), np.array([0.25])),
        given(
            np.array([[1.0, 3.0]]).reshape(1, 2, 1, 1), np.array([4.0]), np.array([2.0])
        ),
        given(
            np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 1, 2, 2),
            np.array([1.0, 10.0]),
            np.array([0.5, 2.0]),
        ),
        given(
            np.random.default_rng(0).normal(size=(3, 3, 3, 8)),
            np.array([0.485, 0.456, 0.406]),
            np.array([0.229, 0.224, 0.225]),
        ),
        given(
            np.random.default_rng(1).normal(size=(5, 3, 4, 4)).astype(np.float32),
            np.array([1.0, -2.0, 0.5, 3.0]),
            np.array([1.0, 2.0, 4.0, 0.5]),
        ),
    ],
    mistakes=[
        (
            lambda kernel, mean, sd: _folded(kernel, mean, sd, sign=1),
            "the sign of the bias: the mean is *subtracted* from the photo.",
        ),
        (
            lambda kernel, mean, sd: _folded(kernel, mean, 1 / sd),
            "the photo is divided by sd, so the weights are too; you multiplied.",
        ),
        (
            lambda kernel, mean, sd: (
                kernel / sd,
                -np.sum(kernel / sd * mean, axis=(0, 1, 2)),
            ),
            "mean and sd hold a number for each channel, the third axis of the kernel. "
            "As it stands, NumPy lays them along the last one, the filters.",
        ),
        (
            lambda kernel, mean, sd: (
                _folded(kernel, mean, sd)[0],
                _folded(kernel, mean, np.ones_like(sd))[1],
            ),
            "the mean is subtracted before the division, so it is divided too: "
            "compute the bias from the new weights.",
        ),
        (
            lambda kernel, mean, sd: (_folded(kernel, mean, sd)[0], -mean),
            "the bias is not minus the mean. What the mean does to an output goes "
            "through the weights: one number for each *filter*.",
        ),
        (
            lambda kernel, mean, sd: (
                _folded(kernel, mean, sd)[0],
                np.zeros(kernel.shape[-1]),
            ),
            "the weights are right. But the mean was subtracted from every pixel, "
            "and that must show in the bias.",
        ),
    ],
)
