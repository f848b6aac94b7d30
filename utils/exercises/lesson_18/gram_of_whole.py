"""The task `gram_of_whole` of lesson 18, who judges a picture."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

gram_of_whole = Task(
    "gram_of_whole",
    code="""
    def gram_of_whole(left, right, n_left, n_right):
        return (n_left * left + n_right * right) / (n_left + n_right)
    """,
    why="A mean times its number of places is a sum; the sums of both halves add up to "
    "that of the whole.",
    hints=[
        "A Gram matrix is a mean of products. How do you get back to the sum?",
        "Add the sums of both halves. Over how many places is the mean of the whole?",
    ],
    notice="So the Gram matrix of a picture can be had piece by piece, and a picture "
    "too large for the memory can still be judged.",
    cases=[
        given(np.array([[3.0]]), np.array([[1.0]]), 1, 1),
        given(np.array([[3.0, 1], [1, 3]]), np.array([[0.0, 0], [0, 6]]), 9, 9),
        given(np.array([[3.0, 1], [1, 3]]), np.array([[0.0, 0], [0, 6]]), 6, 2),
        given(np.eye(3), np.ones((3, 3)), 3, 12),
    ],
    mistakes=[
        (
            lambda left, right, n_left, n_right: (left + right) / 2,
            "the halves count equally here, whatever their sizes.",
        ),
        (
            lambda left, right, n_left, n_right: left + right,
            "two means added are no mean: undo both means first.",
        ),
        (
            lambda left, right, n_left, n_right: n_left * left + n_right * right,
            "this is the sum over all places. Wanted is the mean.",
        ),
        (
            lambda left, right, n_left, n_right: (
                (n_right * left + n_left * right) / (n_left + n_right)
            ),
            "each half is weighed with the places of the other.",
        ),
    ],
)
