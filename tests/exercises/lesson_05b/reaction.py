"""Answers to `reaction`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_05b as exercise


def moves(row):
    """The row, one place to the right, without np.roll."""
    return np.concatenate([row[-1:], row[:-1]])


@right(exercise.reaction)
def with_lists(layer, row):
    before = np.atleast_1d(layer(row)).tolist()
    after = np.atleast_1d(layer(moves(row))).tolist()
    if before == after:
        return "invariant"
    return "equivariant" if after == before[-1:] + before[:-1] else "neither"


@right(exercise.reaction)
def to_the_left(layer, row):
    before, after = layer(row), layer(np.roll(row, -1))
    stays = np.shape(before) == np.shape(after) and np.allclose(before, after)
    if not stays and np.allclose(np.roll(before, -1), after):
        return np.str_("equivariant")
    return np.str_("invariant" if stays else "neither")


@wrong(exercise.reaction, "Ask first whether the output stays")
def wrong_order(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if np.array_equal(np.roll(before, 1), after):
        return "equivariant"
    return "invariant" if np.array_equal(before, after) else "neither"


@wrong(exercise.reaction, "reaction(largest, [3, 1, 2]) returns 'equivariant'")
def words_exchanged(layer, row):
    answer = with_lists(layer, row)
    words = {"invariant": "equivariant", "equivariant": "invariant"}
    return words.get(answer, answer)


@wrong(exercise.reaction, "not everything that changes is equivariant")
def two_answers(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    return "invariant" if np.array_equal(before, after) else "equivariant"


@wrong(exercise.reaction, "the same direction")
def two_directions(layer, row):
    before, after = layer(row), layer(np.roll(row, -1))
    if np.array_equal(before, after):
        return "invariant"
    return "equivariant" if np.array_equal(np.roll(before, 1), after) else "neither"


@wrong(exercise.reaction, "the same numbers are not enough")
def in_any_order(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if np.array_equal(before, after):
        return "invariant"
    return "equivariant" if set(np.ravel(before)) == set(np.ravel(after)) else "neither"


@wrong(exercise.reaction, "it stops with ValueError: The truth value")
def compares_with_equals(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if before == after:
        return "invariant"
    return "equivariant" if np.roll(before, 1) == after else "neither"


@wrong(exercise.reaction, "a whole row can be invariant too")
def invariant_is_a_number(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if np.ndim(before) == 0:
        return "invariant"
    return "equivariant" if np.array_equal(np.roll(before, 1), after) else "neither"


@wrong(exercise.reaction, "a whole row can be invariant too")
def invariant_is_a_number_that_stays(layer, row):
    answer = with_lists(layer, row)
    a_row = np.ndim(layer(row)) == 1
    return "neither" if answer == "invariant" and a_row else answer


@wrong(exercise.reaction, "a single number can change as well")
def every_number_is_invariant(layer, row):
    return "invariant" if np.ndim(layer(row)) == 0 else with_lists(layer, row)


@wrong(exercise.reaction, "is right but for capital letters")
def with_a_capital(layer, row):
    return with_lists(layer, row).capitalize()


@wrong(exercise.reaction, "the result is the wrong word")
def in_other_words(layer, row):
    return "stays" if with_lists(layer, row) == "invariant" else "moves"


@wrong(exercise.reaction, "must be a word")
def says_true_or_false(layer, row):
    return np.array_equal(layer(row), layer(np.roll(row, 1)))
