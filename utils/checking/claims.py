"""Claims: the simple ways in which wrong results may come from the right ones.

A claim such as "is 3 times the right one everywhere" explains an answer only if it is
true in every case. What is read off one example is tried on all of them.
"""

from collections.abc import Callable
from itertools import permutations
from typing import NamedTuple

import numpy as np

from utils.checking.relating import SINGLE, close

MOST_AXES = 5


class Claim(NamedTuple):
    """A sentence on how a result comes from the right one, and whether it does."""

    sentence: str
    holds: Callable  # of (answer, right), arrays


def claims_of(answer, right, tolerance):
    """The claims that one wrong result suggests, the more telling first."""
    if answer.dtype.kind == "c":
        return []
    candidates = [
        *_turned(right, tolerance),
        *_reordered(answer, right, tolerance),
        *_scaled(answer, right, tolerance),
    ]
    return [claim for claim in candidates if is_true_of(claim, [(answer, right)])]


def is_true_of(claim, pairs):
    """Whether a claim holds for all of these pairs (answer, right) of arrays."""
    with np.errstate(all="ignore"):
        return all(claim.holds(*pair) for pair in pairs)


def _claim(sentence, change, tolerance):
    """That the answer is change(right), which is None where it makes no sense."""

    def holds(answer, right):
        other = change(right)
        if other is None or answer.shape != other.shape:
            return False
        return bool(np.all(close(answer, other, tolerance)))

    return Claim(sentence, holds)


def _turned(right, tolerance):
    yield _claim(
        "has the opposite sign everywhere.", lambda x: -x.astype(float), tolerance
    )
    if right.ndim == 2:
        yield _claim(
            "is transposed: rows and columns are exchanged.",
            lambda x: x.T if x.ndim == 2 else None,
            tolerance,
        )
    if right.ndim >= 2:
        yield _claim("is turned by 180 degrees.", np.flip, tolerance)


def _reordered(answer, right, tolerance):
    """The same numbers, with the axes in another order."""
    if not 2 < right.ndim <= MOST_AXES or answer.ndim != right.ndim:
        return
    for order in permutations(range(right.ndim)):
        if answer.shape == tuple(right.shape[axis] for axis in order):
            yield _claim(
                "holds the right numbers, but the axes stand in another order: those "
                f"of the right result, as {order}.",
                lambda x, order=order: (
                    x.transpose(order) if x.ndim == len(order) else None
                ),
                tolerance,
            )


def _scaled(answer, right, tolerance):
    """A step or a factor leads from one to the other, for small numbers too."""
    if answer.shape != right.shape or right.size < 2 or len(np.unique(right)) < 2:
        return
    step = float(answer.flat[0]) - float(right.flat[0])
    size = f"{abs(step):.4g} too {'large' if step > 0 else 'small'}"
    yield Claim(f"is {size} everywhere.", lambda a, r: _agrees(a, r + step, 0, step))
    largest = np.argmax(np.abs(right))
    factor = float(answer.flat[largest]) / float(right.flat[largest])
    telling = right.size > 2 or np.all(right)  # next to a single 0, all is a factor
    if telling and factor:
        yield Claim(
            f"is {factor:.4g} times the right one everywhere.",
            lambda a, r: _agrees(a, r * factor, tolerance),
        )


def _agrees(answer, other, tolerance, step=0):
    """Whether both agree, but for what float32 rounds off of the largest number."""
    if answer.shape != other.shape:
        return False
    sizes = np.abs(answer, dtype=float) if answer.dtype.kind != "c" else np.abs(answer)
    rounding = SINGLE * sizes[np.isfinite(sizes)].max(initial=abs(step))
    return np.allclose(answer, other, rtol=tolerance, atol=rounding)
