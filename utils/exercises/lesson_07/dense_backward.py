"""The task `dense_backward` of lesson 7, how a CNN learns."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _random(seed, n, inputs, outputs):
    """x, weights and gradient of a layer, in whole numbers that can be followed."""
    rng = np.random.default_rng(seed)
    shapes = (n, inputs), (inputs, outputs), (n, outputs)
    return given(*(rng.integers(-4, 5, size=shape).astype(float) for shape in shapes))


def _slopes(x, weights, gradient):
    return gradient @ weights.T, x.T @ gradient, gradient.sum(axis=0)


def _of_bias(change):
    def wrong(x, weights, gradient):
        of_x, of_weights, _ = _slopes(x, weights, gradient)
        return of_x, of_weights, change(gradient)

    return wrong


def _of_all(change):
    return lambda x, weights, gradient: change(_slopes(x, weights, gradient), len(x))


dense_backward = Task(
    "dense_backward",
    code="""
    def dense_backward(x, weights, gradient):
        of_x = gradient @ weights.T
        of_weights = x.T @ gradient
        of_bias = gradient.sum(axis=0)
        return of_x, of_weights, of_bias
    """,
    why="An input meets every output, so its slopes add over outputs; a weight and a "
    "bias meet every example, so theirs add over examples.",
    hints=[
        "Begin with the bias: it is added in every row. Along which axis of gradient "
        "do you add up?",
        "of_weights[r, c] is the sum over all examples of x[i, r] * gradient[i, c]. "
        "A matrix product adds over columns of the left and rows of the right, so "
        "which of the two must be transposed?",
        "x.T @ gradient has the shape of weights. In the same way gradient and "
        "weights make an array of the shape of x: which of them is transposed now?",
    ],
    notice="Every product of a slope and what it met, added up. With `@` for the sums "
    "over products it is fast enough to train with.",
    at_work=lambda: _random(3, 2_000, 8, 16),
    cases=[
        given(np.array([[2.0]]), np.array([[3.0]]), np.array([[5.0]])),
        given(np.array([[2.0], [4.0]]), np.array([[3.0]]), np.array([[5.0], [1.0]])),
        given(
            np.array([[1.0, 2.0]]),
            np.array([[1.0, 0.0, -1.0], [2.0, 3.0, 0.0]]),
            np.array([[1.0, -2.0, 4.0]]),
        ),
        _random(0, 3, 2, 4),
        _random(1, 5, 4, 4),
        _random(2, 4, 4, 4),
    ],
    mistakes=[
        (
            _of_bias(lambda gradient: gradient),
            "the bias's slope has one number for each example: it is added to all of "
            "them, so add up over the examples.",
        ),
        (
            _of_bias(lambda gradient: gradient.mean(axis=0)),
            "the bias's slope is the mean over the examples. Each of them moves the "
            "loss: add up. (The loss has divided by n already.)",
        ),
        (
            _of_bias(lambda gradient: gradient.sum(axis=1)),
            "the bias's slope is added up along the outputs. There is one bias for "
            "each output: add up over the examples, axis 0.",
        ),
        (
            _of_bias(lambda gradient: np.ones(gradient.shape[1])),
            "the bias moves its output by 1, but the slope that arrives there counts, "
            "too: multiply by it.",
        ),
        (
            lambda x, weights, gradient: (
                gradient @ weights.T,
                np.abs(x).T @ gradient,
                gradient.sum(axis=0),
            ),
            "the signs of x are lost.",
        ),
        (
            _of_all(lambda slopes, n: (slopes[1], slopes[0], slopes[2])),
            "the slopes of x and of the weights have changed places: x first.",
        ),
        (
            _of_all(lambda slopes, n: (slopes[2], slopes[1], slopes[0])),
            "the order is x, weights, bias.",
        ),
        (
            _of_all(lambda slopes, n: slopes[1:]),
            "the slopes of x are missing: the layer below waits for them.",
        ),
        (
            _of_all(lambda slopes, n: (slopes[0], slopes[1] / n, slopes[2] / n)),
            "divided by the number of examples. The loss has done that already, at "
            "the very end: here slopes are only added up.",
        ),
    ],
)
