"""The task `likeness` of dive 19b, where did it go."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

_PIECE = np.array([[3.0, 1], [2, 4]])


def _sums(piece, other):
    a, b = piece - piece.mean(), other - other.mean()
    return np.sum(a * b), np.sum(a**2), np.sum(b**2)


def _shared_out(piece, other, share):
    together, own, others = _sums(piece, other)
    return together / share(own, others) if own * others > 0 else 0.0


def _not_centred(piece, other):
    lengths = np.sqrt(np.sum(piece**2) * np.sum(other**2))
    return np.sum(piece * other) / lengths if lengths > 0 else 0.0


def _nothing_for_flat(piece, other):
    together, own, others = _sums(piece, other)
    with np.errstate(invalid="ignore"):
        return together / np.sqrt(own * others)


def _random(seed, shape, contrast=1.0):
    rng = np.random.default_rng(seed)
    return given(contrast * rng.random(shape), rng.random(shape))


likeness = Task(
    "likeness",
    code="""
    import numpy as np

    def likeness(piece, other):
        a, b = piece - piece.mean(), other - other.mean()
        lengths = np.sqrt(np.sum(a**2) * np.sum(b**2))
        return np.sum(a * b) / lengths if lengths > 0 else 0.0
    """,
    why="Less its mean, a piece is what stands out in it; divided by both lengths, the "
    "sum of products is the cosine of an angle, which no brightness changes.",
    hints=[
        "First take from each piece its own mean.",
        "The sum of the products stands above the line; what stands below it makes "
        "the likeness of a piece with itself 1.",
        "A piece all of one grey has no contrast: then the line below is 0, and the "
        "answer shall be 0.",
    ],
    notice="It is the correlation coefficient of statistics: np.corrcoef has it, too.",
    cases=[
        given(_PIECE, _PIECE),
        given(_PIECE, 2 * _PIECE + 3),
        given(_PIECE, 5 - _PIECE),
        given(_PIECE, np.full((2, 2), 8.0)),
        given(np.zeros((2, 3)), np.ones((2, 3))),
        given(_PIECE, np.array([[1.0, 8], [1, 8]])),
        _random(1, (4, 5)),
        _random(2, (3, 3), contrast=0.1),
    ],
    mistakes=[
        (
            _not_centred,
            "the means are still in it: two bright pieces are alike for that alone.",
        ),
        (
            lambda piece, other: np.sum(piece * other),
            "this is the plain sum of products.",
        ),
        (
            lambda piece, other: _sums(piece, other)[0],
            "contrast still counts: divide by both lengths.",
        ),
        (
            lambda piece, other: _shared_out(piece, other, lambda a, b: a * b),
            "the root is missing below the line.",
        ),
        (
            lambda piece, other: _shared_out(piece, other, lambda a, b: a),
            "only the contrast of `piece` is divided by.",
        ),
        (
            lambda piece, other: abs(
                _shared_out(piece, other, lambda a, b: (a * b) ** 0.5)
            ),
            "the sign is lost: a negative is the opposite, −1.",
        ),
        (
            _nothing_for_flat,
            "a piece of one grey gives 0 / 0. Answer 0 there.",
        ),
    ],
)
