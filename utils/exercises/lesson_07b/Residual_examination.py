"""Whether an answer to `Residual` goes forward and back as it should."""

import numpy as np

from utils.checking.comparing import agree, as_plain
from utils.checking.describing import describe

X, SLOPES = np.array([[1.0, 2.0], [0.5, -1.0]]), np.array([[1.0, -2.0], [0.5, 3.0]])


class _Inner:
    """A layer to wrap: x -> tanh(x @ weights), with its way back."""

    def __init__(self):
        self.parameters = (np.array([[0.5, -1.0], [1.0, 0.25]]),)

    def forward(self, x):
        self.x, self.y = x, np.tanh(x @ self.parameters[0])
        return self.y

    def __getattr__(self, name):  # is asked only for what does not exist
        when = ": they exist only after its backward" if name == "gradients" else ""
        raise AttributeError(f"the layer inside has no {name}{when}")

    def backward(self, gradient):
        signal = gradient * (1 - self.y**2)
        self.gradients = (self.x.T @ signal,)
        return signal @ self.parameters[0].T


def problem_of_residual(residual):
    alone = _Inner()
    inside, through = alone.forward(X), alone.backward(SLOPES)
    layer = _Inner()
    block = residual(layer)
    x, slopes = X.copy(), SLOPES.copy()
    return (
        _judge_forward(block.forward(x), inside)
        or _judge_untouched("forward", x, X)
        or _judge_backward(block.backward(slopes), through)
        or _judge_untouched("backward", slopes, SLOPES)
        or _judge_parameters(block, layer, alone)
    )


def _judge_forward(output, inside):
    if output is None:
        return "forward returns nothing: is a `return` missing?"
    output = as_plain(output)
    if agree(output, X + inside):
        return None
    if agree(output, inside):
        return "forward gives what the layer gives: the input must be added to it."
    return (
        f"forward gives\n{describe(output)}\nfor x =\n{describe(X)}\n"
        f"Right is\n{describe(X + inside)}"
    )


def _judge_untouched(method, given_array, before):
    if np.array_equal(given_array, before):
        return None
    return (
        f"{method} changes the array that it is given (by += ?). Others still need it: "
        "make a new one."
    )


def _judge_backward(handed_back, through):
    if handed_back is None:
        return "backward returns nothing: is a `return` missing?"
    handed_back = as_plain(handed_back)
    right = SLOPES + through
    if agree(handed_back, right):
        return None
    if agree(handed_back, through):
        return (
            "backward hands back the slopes that came through the layer, and forgets "
            "the short cut: nudge x, and the output also moves directly, by the nudge."
        )
    if agree(handed_back, SLOPES):
        return (
            "backward hands back the slopes of the short cut only: x moves the output "
            "through the layer as well."
        )
    if agree(handed_back, X + through):
        return "backward adds x. On the way back, slopes are added."
    if agree(handed_back, 1 + through):
        return (
            "backward adds 1. The short cut's own slope is 1, but it is multiplied by "
            "the slopes that arrive."
        )
    if np.shape(handed_back) != right.shape:
        return (
            f"backward hands back the shape {np.shape(handed_back)}, x has {X.shape}."
        )
    lengths = np.linalg.norm(handed_back) + np.linalg.norm(right)
    error = np.linalg.norm(handed_back - right) / lengths
    return f"the judge disagrees with backward: relative error {error:.2g}."


def _judge_parameters(block, layer, alone):
    mine = [*getattr(block, "parameters", ())]
    if len(mine) != 1 or mine[0] is not layer.parameters[0]:
        return (
            "its `parameters` must be those of the layer inside, the very same arrays: "
            "else no optimiser can train them."
        )
    gradients = [*getattr(block, "gradients", ())]
    if len(gradients) != 1 or not agree(as_plain(gradients[0]), alone.gradients[0]):
        return (
            "after backward, its `gradients` must be those of the layer inside, each "
            "computed once. (In __init__ they do not exist yet.)"
        )
    return None
