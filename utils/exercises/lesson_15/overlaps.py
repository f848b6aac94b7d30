"""The task `overlaps` of lesson 15, which pixels."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _stamped(n, kernel, stride, length=None, step=None):
    """How many stamps each cell gets; more room or another step where asked."""
    step = stride if step is None else step
    cells = (n - 1) * stride + kernel if length is None else length
    counts = np.zeros(max(cells, (n - 1) * step + kernel), dtype=int)
    for k in range(n):
        counts[k * step : k * step + kernel] += 1
    return counts[:cells]


WRONG_LENGTHS = (
    lambda n, kernel, stride: n * stride,
    lambda n, kernel, stride: n * stride + kernel,
    lambda n, kernel, stride: n * kernel,
)


def _touched(n, kernel, stride):
    return np.minimum(_stamped(n, kernel, stride), 1)


overlaps = Task(
    "overlaps",
    code="""
    import numpy as np

    def overlaps(n, kernel, stride):
        counts = np.zeros((n - 1) * stride + kernel)
        for k in range(n):
            counts[k * stride : k * stride + kernel] += 1
        return counts
    """,
    why="Stamp k begins at cell k · stride and covers `kernel` cells; the last one "
    "begins at (n - 1) · stride and says how long the output is.",
    hints=[
        "Where does the first stamp begin, where the second, where the last? Where "
        "does the last one end?",
        "The output has (n - 1) · stride + kernel cells. Stamp k covers those from "
        "k · stride on, `kernel` of them.",
        "A loop over the n stamps: add 1 to a slice of the counts.",
    ],
    notice="Even where the stride divides the kernel: 4 and 2, 2 and 2. Uneven where "
    "it does not: 3 and 2. And where the kernel is the smaller, some cells get none.",
    cases=[
        given(1, 3, 2),
        given(2, 3, 2),
        given(4, 3, 2),
        given(4, 4, 2),
        given(3, 2, 2),
        given(3, 2, 3),
        given(5, 3, 1),
        given(6, 5, 3),
    ],
    mistakes=[
        *(
            (
                lambda n, kernel, stride, length=length: _stamped(
                    n, kernel, stride, length(n, kernel, stride)
                ),
                "the output has another length: the last stamp begins at "
                "(n - 1) · stride and covers `kernel` cells from there.",
            )
            for length in WRONG_LENGTHS
        ),
        (
            lambda n, kernel, stride: _stamped(n, kernel, stride, step=1),
            "each stamp begins one cell after the one before. The step is the stride.",
        ),
        (
            lambda n, kernel, stride: _stamped(n, kernel, stride, step=kernel),
            "the stamps lie side by side. They begin `stride` cells apart, and may "
            "overlap.",
        ),
        (
            lambda n, kernel, stride: _stamped(n, kernel, 1),
            "the stride is not used yet.",
        ),
        (
            _touched,
            "the cells are marked, not counted: where two stamps overlap, it is 2.",
        ),
        (
            lambda n, kernel, stride: _stamped(n, kernel, stride).max(),
            "this is the largest count. Wanted is the count of each cell, in a list.",
        ),
        (
            lambda n, kernel, stride: _stamped(n - 1, kernel, stride),
            "one stamp is missing: there are n of them.",
        ),
    ],
)
