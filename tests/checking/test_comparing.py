"""Any form of a right answer agrees; a wrong one is described by how it differs."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from utils.checking.comparing import NotComparable, agree, as_plain, difference

RIGHT = np.array([[1.5, 2.0, -3.0], [4.0, 5.25, 6.0]])
VOLUME = np.arange(24.0).reshape(2, 3, 4) ** 2
WHOLE = np.array([[1, 2, 3], [4, 5, 300]])


class Tensor:
    """As Keras and TensorFlow tensors present themselves to NumPy."""

    def __init__(self, values):
        self.values = values

    def __array__(self, dtype=None, copy=None):
        return np.asarray(self.values, dtype)


@pytest.mark.parametrize(
    "answer",
    [
        RIGHT.tolist(),
        tuple(map(tuple, RIGHT)),
        RIGHT.astype(np.float32),
        RIGHT.astype(np.float16),
        Tensor(RIGHT),
        [Tensor(row) for row in RIGHT],
        [list(map(Fraction, row)) for row in RIGHT],
        [list(map(Decimal, row)) for row in RIGHT],
        RIGHT * (1 + 1e-6),
        RIGHT + 0j,
    ],
    ids=range(10),
)
def test_the_form_of_an_answer_does_not_matter(answer):
    assert difference(as_plain(answer), RIGHT) is None


@pytest.mark.parametrize(
    "answer", [7, 7.0, np.int64(7), [7], np.float32([[7]]), 7.0001]
)
def test_a_single_number_may_come_in_an_array(answer):
    assert agree(as_plain(answer), as_plain(7))


@pytest.mark.parametrize(
    ("answer", "right", "fragment"),
    [
        (RIGHT[0], RIGHT, "the shape (3,); (2, 3) is right: 1 axis is missing"),
        (RIGHT[None, None], RIGHT, "2 axes are too many"),
        (np.ones((3, 4)), RIGHT, "one too many"),
        (np.ones((2, 2)), RIGHT, "one too few"),
        (np.ones((3, 2)), RIGHT, "the shape (3, 2); (2, 3) is right."),
        (RIGHT.T, RIGHT, "is transposed: rows and columns"),
        (VOLUME.transpose(2, 0, 1), VOLUME, "axes stand in another order"),
        (VOLUME.transpose(0, 2, 1), VOLUME, "those of the right result, as (0, 2, 1)"),
        (np.ones((2, 4, 3)), VOLUME, "the shape (2, 4, 3); (2, 3, 4) is right."),
        (np.ones((7, 3)), RIGHT, "the shape (7, 3); (2, 3) is right."),
        (-RIGHT, RIGHT, "opposite sign"),
        (WHOLE[:, 1:].T, WHOLE[:, 1:], "transposed"),
        (RIGHT[::-1, ::-1], RIGHT, "180 degrees"),
        (RIGHT + 1, RIGHT, "1 too large everywhere"),
        (RIGHT - 0.5, RIGHT, "0.5 too small everywhere"),
        (RIGHT / 6, RIGHT, "0.1667 times the right one"),
        (RIGHT.astype(int), RIGHT, "lost its decimals"),
        (np.trunc(RIGHT), RIGHT, "lost its decimals: is there a //"),
        (np.floor(RIGHT - 9), RIGHT - 9, "lost its decimals: is there a //"),
        (np.round(RIGHT / 7, 2), RIGHT / 7, "is rounded"),
        (np.float32(0.497), 0.49712, "is rounded"),
        (np.zeros((2, 3), int), RIGHT / 10, "lost its decimals"),
        (np.zeros((2, 3)), RIGHT / 10, "holds 0 at [0, 0], where 0.15 is right"),
        (WHOLE.astype(np.uint8), WHOLE, "uint8 cannot hold"),
        (WHOLE.astype(np.uint8).astype(np.int8), WHOLE, "int8 cannot hold"),
        (RIGHT * np.nan, RIGHT, "holds nan"),
        (RIGHT + 1j, RIGHT, "is complex"),
        (WHOLE * [[1, 1, 1], [1, 2, 1]], WHOLE, "holds 10 at [1, 1], where 5 is right"),
        (8, 7, "too large"),
        (138357545, 138357544, "too large"),
        (6.9, 7.0, "too small"),
        ((RIGHT, WHOLE[0]), RIGHT, "2 parts of unequal shape"),
        (RIGHT, (RIGHT, WHOLE[0]), "wrong part 1"),
        ((RIGHT, RIGHT[0]), (RIGHT, WHOLE[0]), "a wrong part 2, which holds"),
        ((RIGHT, RIGHT[0], 1), (RIGHT, WHOLE[0]), "must consist of 2 parts"),
        (3, (RIGHT, WHOLE[0]), "must consist of 2 parts"),
        ("max", "mean", "is the wrong word."),
        ("Mean", "mean", "is right but for capital letters."),
        (["max", "mean"], ["mean", "max"], "right words"),
        (3, "mean", "must be a word"),
        (True, "mean", "must be a word"),
        ("3", 3, "is text, where numbers are right"),
    ],
)
def test_a_difference_is_named(answer, right, fragment):
    assert fragment in difference(as_plain(answer), as_plain(right))


@pytest.mark.parametrize(
    ("answer", "right", "fragment"),
    [
        (-28.0, -28.04, "lost its decimals"),  # whole by chance
        (3.0, 3.6, "lost its decimals"),
        (
            [2.0, 3.0, 4.0],
            [1.5, 2.5, 3.5],
            "lost its decimals",
        ),  # the larger, not the mean
        ([2, 1], [2.0, 3.0], "lost its decimals"),
        ([0.0, 0.0, 0.0], [0.001, 0.002, 0.001], "is rounded"),
        ([981_250, 32_500, 208], [904_320, 29_952, 208], "times the right one"),
        ([904_330, 29_960, 218], [904_320, 29_952, 208], "everywhere"),
        ([0, 3], [0, 2], "times the right one"),
        ([np.inf, 5, 1], [1, 2, 3], "everywhere"),
    ],
)
def test_no_relation_is_claimed_that_does_not_hold(answer, right, fragment):
    assert fragment not in difference(as_plain(answer), as_plain(right))


def test_a_factor_is_seen_through_rounding():
    edges = np.array([[0, 1 / 3, -1], [1e-3, 0, 4000]])
    text = difference((edges / 4).astype(np.float32) + np.float32(1e-9), edges)
    assert text == "is 0.25 times the right one everywhere."


@pytest.mark.parametrize(
    ("answer", "fragment"),
    [
        (None, "is a `return` missing?"),
        ({"a": 1}, "is a dict"),
        ((n for n in range(3)), "is a generator"),
        ([1, None], "is None"),
        (object(), "is a object that makes no array"),
        (np.array("2020-01-01", dtype="M8[D]"), "does not consist of numbers"),
    ],
)
def test_what_is_no_array_is_named(answer, fragment):
    with pytest.raises(NotComparable, match=r"^is") as caught:
        as_plain(answer)
    assert fragment in str(caught.value)


def test_the_same_nan_and_infinity_agree():
    values = np.array([np.nan, np.inf, -np.inf, 1.0])
    assert agree(values, values.copy())
    assert not agree(values, np.array([np.nan, np.inf, np.inf, 1.0]))


def test_a_plain_answer_is_a_copy():
    answer = RIGHT.copy()
    plain = as_plain(answer)
    answer[:] = 0
    assert agree(plain, RIGHT)
