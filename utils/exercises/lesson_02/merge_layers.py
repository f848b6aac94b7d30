"""The task `merge_layers` of lesson 2, ReLU."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

merge_layers = Task(
    "merge_layers",
    code="""
    def merge_layers(w1, b1, w2, b2):
        return w1 @ w2, b1 @ w2 + b2
    """,
    why="(x @ w1 + b1) @ w2 + b2, multiplied out. The first bias passes through the "
    "second layer's weights.",
    hints=[
        "Write both layers in one line, with brackets: (x @ w1 + b1) @ w2 + b2. Then "
        "multiply out.",
        "x @ w1 @ w2 holds the weights. Which terms are left that do not contain x?",
        "b1 is multiplied by w2 like everything that comes out of the first layer.",
    ],
    notice="As many layers as you like, one matrix and one bias at the end. That is "
    "all that depth is worth without a ReLU.",
    cases=[
        given(*(np.array(a) for a in ([[2.0]], [1.0], [[3.0]], [5.0]))),
        given(
            np.array([[1, 2], [0, 1]]),
            np.array([1, -2]),
            np.array([[1, 0], [3, 1]]),
            np.array([0, 10]),
        ),
        given(
            *(
                np.random.default_rng(seed).normal(size=shape)
                for seed, shape in enumerate([(3, 3), 3, (3, 3), 3])
            )
        ),
        given(
            *(
                np.random.default_rng(seed).normal(size=shape)
                for seed, shape in enumerate([(2, 3), 3, (3, 4), 4])
            )
        ),
    ],
    mistakes=[
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b1 + b2),
            "the first bias comes out of the first layer, so it passes through the "
            "second one's weights, like everything else that does.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b2),
            "the first layer's bias is lost.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b1 @ w2),
            "the second layer's bias is lost.",
        ),
        (
            lambda w1, b1, w2, b2: (w2 @ w1, w2 @ b1 + b2),
            "that is right for columns, w @ x. Here the examples are rows, x @ w, and "
            "meet w1 first.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, w2 @ b1 + b2),
            "b1 stands on the left, as x does: b1 @ w2.",
        ),
        (
            lambda w1, b1, w2, b2: (w2 @ w1, b1 @ w2 + b2),
            "the order: x meets w1 first, so w1 stands on the left of w2.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 * w2, b1 * w2 + b2),
            "* multiplies number by number. Weights are applied with @, and so they "
            "are put together.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b1 * w2 + b2),
            "the weights are right. But * multiplies number by number, and b1 passes "
            "through w2 as x does: with @.",
        ),
        (
            lambda w1, b1, w2, b2: (b1 @ w2 + b2, w1 @ w2),
            "both are right, but swapped: first the weights, then the bias.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 + w2, b1 + b2),
            "the layers stand one behind the other, not side by side: their weights "
            "multiply.",
        ),
    ],
)
