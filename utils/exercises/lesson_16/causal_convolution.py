"""The task `causal_convolution` of lesson 16, convolution without pictures."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _causal(row, kernel, dilation, before=None):
    """The right answer; other numbers of zeros before the row where asked."""
    row, kernel = np.asarray(row, float), np.asarray(kernel, float)
    reach = (len(kernel) - 1) * dilation
    before = reach if before is None else before
    padded = np.concatenate([np.zeros(before), row, np.zeros(reach)])
    starts = [
        padded[k * dilation : k * dilation + len(row)] for k in range(len(kernel))
    ]
    return np.sum(
        [weight * part for weight, part in zip(kernel, starts, strict=True)], 0
    )


def _around(row, kernel, dilation):
    return _causal(row, kernel, dilation, (len(kernel) - 1) * dilation // 2)


def _ahead(row, kernel, dilation):
    return _causal(row, kernel, dilation, 0)


def _where_it_fits(row, kernel, dilation):
    return _causal(row, kernel, dilation)[(len(kernel) - 1) * dilation :]


causal_convolution = Task(
    "causal_convolution",
    code="""
    import numpy as np

    def causal_convolution(row, kernel, dilation):
        reach = (len(kernel) - 1) * dilation
        padded = np.concatenate([np.zeros(reach), row])
        outputs = []
        for t in range(len(row)):
            seen = padded[t : t + reach + 1 : dilation]
            outputs.append(seen @ kernel)
        return np.array(outputs)
    """,
    why="With all zeros on the left, the window that begins at t of the padded row "
    "ends at step t of the row itself; a step of `dilation` leaves out the gaps.",
    hints=[
        "How many zeros must stand before the row, so that the window of output 0 ends "
        "at the row's first number?",
        "(len(kernel) - 1) * dilation zeros on the left, none on the right. The window "
        "of output t then begins at t of the padded row.",
        "padded[start : stop : dilation] takes every dilation-th number. There must be "
        "as many as the kernel has.",
    ],
    notice="Change a number of the row: only outputs from there on change. That is all "
    "that `causal` means, and what lets a network answer while the signal arrives.",
    cases=[
        given(np.array([1.0, 2, 3]), np.array([1.0]), 1),
        given(np.array([1.0, 2, 4]), np.array([10.0, 1]), 1),
        given(np.array([0.0, 0, 1, 3, 1, 0]), np.array([-1.0, 2, -1]), 1),
        given(np.array([1.0, 2, 4, 8, 16]), np.array([10.0, 1]), 2),
        given(np.random.default_rng(0).normal(size=12), np.array([1.0, -2, 4]), 3),
        given(np.array([1.0, 5]), np.array([3.0, 2, 7]), 4),
    ],
    mistakes=[
        (
            lambda row, kernel, dilation: _causal(row, kernel[::-1], dilation),
            "the kernel is turned round, as `np.convolve` does. Its last number "
            "belongs to step t itself.",
        ),
        (
            lambda row, kernel, dilation: _causal(row, kernel, 1),
            "the dilation is not used yet.",
        ),
        (
            _where_it_fits,
            "there are fewer outputs than the row has numbers: put zeros before it.",
        ),
        (
            _around,
            "half of the zeros stand on the right, so the outputs see later steps. All "
            "belong on the left.",
        ),
        (
            _ahead,
            "each output sees its own step and later ones. The zeros belong before the "
            "row, not behind it.",
        ),
        (
            lambda row, kernel, dilation: _causal(row, kernel, dilation + 1),
            "the gaps are too wide by one: with dilation 1 there are none.",
        ),
        (
            lambda row, kernel, dilation: _causal(row, kernel, dilation)[-1],
            "this is the last output. Wanted is one for every number of the row.",
        ),
    ],
)
