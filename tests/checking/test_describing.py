"""Values, calls and examples as a learner reads them."""

import numpy as np
import pytest

from utils.checking.describing import describe, describe_call, describe_example, fold

# Text.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (np.float32(0.25), "0.25"),
        (np.array([1, 2.5]), "[1, 2.5]"),
        (np.array([2.5]), "[2.5]"),
        ((3, 3), "(3, 3)"),
        (np.array([[1, 2], [3, 4]]), "[[1 2]\n [3 4]]"),
        (np.ones((1, 2, 2, 1)), "[[1. 1.]\n [1. 1.]] in the shape (1, 2, 2, 1)"),
        (np.full((1, 3, 3, 3), 255), "255 everywhere, in the shape (1, 3, 3, 3)"),
        (np.float64(1377000), "1377000"),
        (np.float64(1.5e20), "1.5e+20"),
        (np.float64(-0.0), "0"),
        (np.float32(np.nan), "nan"),
        (np.float64(-np.inf), "-inf"),
        (np.zeros((8, 8)), "an array of shape (8, 8)"),
        ((np.zeros(2), np.zeros((8, 8))), "([0, 0], an array of shape (8, 8))"),
    ],
)
def test_a_value_as_text(value, text):
    assert describe(value) == text


def test_a_call_as_text():
    call, below = describe_call("f", ["x", "k"], (np.eye(2), 3))
    assert call == "f(x, 3)"
    assert below == ["x = [[1. 0.]\n     [0. 1.]]"]
    _, below = describe_call("f", ["x"], (np.ones((1, 2, 2)),))
    assert below == ["x = [[1. 1.]\n     [1. 1.]] in the shape (1, 2, 2)"]
    _, below = describe_call("f", ["x"], (np.ones((2, 2, 1, 2)),))
    assert all(line.startswith("     ") for line in below[0].splitlines()[1:] if line)


def test_a_list_too_long_for_the_call_stands_below_it():
    pairs = [("convolution", 32), ("pooling", 2), ("convolution", 64), ("dense", 10)]
    assert describe_call("f", ["x"], (pairs,)) == ("f(x)", [f"x = {pairs}"])
    assert describe_call("f", ["x"], (pairs * 99,)) == ("f(x)", [])
    assert describe_call("f", ["x"], ([np.ones(99)] * 2,)) == ("f(x)", [])


def test_an_example_of_large_arrays_shows_the_call_alone():
    large = np.zeros((9, 9))
    assert describe_example("f(3)", [], large, large + 1) == "The call was f(3)"


def test_long_lines_are_folded_and_short_ones_kept():
    text = "word " * 40 + "\n[[1 2]\n [3 4]]"
    folded = fold(text).splitlines()
    assert max(map(len, folded)) <= 84
    assert folded[-2:] == ["[[1 2]", " [3 4]]"]
