"""`reaction`, each time with another mistake."""

import numpy as np


def _reaction(layer, row, back=1, first="invariant", otherwise="neither"):
    """The right answer, and by its settings some wrong ones."""
    still, moved = layer(row), layer(np.roll(row, 1))
    holds = {
        "invariant": np.array_equal(moved, still),
        "equivariant": np.array_equal(moved, np.roll(still, back)),
    }
    order = sorted(holds, key=lambda word: word != first)
    return next((word for word in order if holds[word]), otherwise)


def equivariant_first(layer, row):
    return _reaction(layer, row, first="equivariant")


def words_exchanged(layer, row):
    words = {"invariant": "equivariant", "equivariant": "invariant"}
    word = _reaction(layer, row)
    return words.get(word, word)


def never_neither(layer, row):
    return _reaction(layer, row, otherwise="equivariant")


def invariant_in_place_of_neither(layer, row):
    return _reaction(layer, row, otherwise="invariant")


def moved_back(layer, row):
    return _reaction(layer, row, back=-1)


def same_numbers(layer, row):
    still, moved = layer(row), layer(np.roll(row, 1))
    if np.array_equal(moved, still):
        return "invariant"
    same = np.array_equal(np.sort(np.ravel(moved)), np.sort(np.ravel(still)))
    return "equivariant" if same else "neither"


def by_size(row_too, number):
    """A mistake: a single number is judged by being one.

    row_too: whether a row may be invariant as well; number: whether a number may change
    and is called invariant all the same.
    """

    def reaction(layer, row):
        still, moved = layer(row), layer(np.roll(row, 1))
        stays, is_number = np.array_equal(moved, still), np.ndim(still) == 0
        if (is_number and (stays or number)) or (row_too and stays):
            return "invariant"
        along = np.array_equal(moved, np.roll(still, 1))
        return "equivariant" if along else "neither"

    return reaction
