"""The task `reaction` of lesson 5b, features by hand."""

import numpy as np

from utils.checking.cases import given
from utils.checking.named import Named
from utils.checking.tasks import Task
from utils.exercises.lesson_05b import reaction_mistakes as wrong

A_ROW_TOO = (
    "a whole row can be invariant too: what counts is whether the output stays, not "
    "how many numbers it has."
)

THREE, FOUR = np.array([3, 1, 2]), np.array([5, 1, 2, 9])

reaction = Task(
    "reaction",
    code="""
    import numpy as np

    def reaction(layer, row):
        still, moved = layer(row), layer(np.roll(row, 1))
        if np.array_equal(moved, still):
            return "invariant"
        if np.array_equal(moved, np.roll(still, 1)):
            return "equivariant"
        return "neither"
    """,
    why="Move the input, and look at the output: it stays, it moves along, or it "
    "does something else. A number cannot move, so ask first whether it stays.",
    hints=[
        "An experiment: call the layer twice, once on the row, once on the moved "
        "row. What must hold between the two outputs if it is invariant? And if it "
        "is equivariant?",
        "Invariant: the two outputs are equal. Equivariant: the second is the first, "
        "moved by np.roll as the row was. np.array_equal compares arrays as a whole, "
        "even of unequal length.",
        "Which question comes first matters for layers that put out a single number: "
        "np.roll leaves a single number as it is.",
    ],
    notice="Sorting is invariant, though its output is a whole row. And every second "
    "number, which is stride 2, is neither: that is how a stride breaks equivariance.",
    cases=[
        given(Named("largest", np.max), THREE),
        given(
            Named("difference_to_the_left", lambda x: x - np.roll(x, 1)),
            THREE,
        ),
        given(Named("times_1_2_4", lambda x: x * [1, 2, 4]), THREE),
        given(Named("sort", np.sort), THREE),
        given(Named("double", lambda x: 2 * x), THREE),
        given(Named("back_to_front", lambda x: x[::-1]), THREE),
        given(Named("every_second_number", lambda x: x[::2]), FOUR),
        given(
            Named("larger_of_each_pair", lambda x: np.maximum(x[::2], x[1::2])), FOUR
        ),
        given(Named("minus_the_mean", lambda x: x - x.mean()), THREE),
        given(Named("sum_of_squares", lambda x: np.sum(x**2)), FOUR),
        given(Named("weighted_sum", lambda x: np.sum(x * [1, 2, 4])), THREE),
    ],
    mistakes=[
        (
            wrong.equivariant_first,
            "a single number cannot move: np.roll leaves it as it is, so it passes "
            "for a number that moved along. Ask first whether the output stays.",
        ),
        (
            wrong.words_exchanged,
            "the two words are exchanged: *in*variant does not vary, *equi*variant "
            "varies equally, along with the input.",
        ),
        (
            wrong.never_neither,
            "not everything that changes is equivariant: the output must be the old "
            "one, moved as the row was.",
        ),
        (
            wrong.invariant_in_place_of_neither,
            "what neither stays nor moves along is 'neither'.",
        ),
        (
            wrong.moved_back,
            "the row is moved one way and the output the other: both must move in "
            "the same direction.",
        ),
        (
            wrong.same_numbers,
            "the same numbers are not enough: they must stand one place further on, "
            "like those of the row.",
        ),
        (wrong.by_size(row_too=False, number=True), A_ROW_TOO),
        (wrong.by_size(row_too=False, number=False), A_ROW_TOO),
        (
            wrong.by_size(row_too=True, number=True),
            "a single number can change as well, and then it is not invariant: what "
            "counts is whether the output stays, not how many numbers it has.",
        ),
    ],
)
