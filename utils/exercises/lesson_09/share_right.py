"""The task `share_right` of lesson 9, handwritten digits."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

BALANCED = np.array([[8, 2], [0, 10]])
RARE = np.array([[90, 10], [0, 5]])
THREE = np.array([[90, 3, 7], [1, 95, 4], [29, 6, 65]])
UNUSED = np.array([[5, 0, 1], [2, 0, 2], [1, 0, 9]])


def _by(confusions, axis):
    return np.diag(confusions) / np.maximum(confusions.sum(axis=axis), 1)


share_right = Task(
    "share_right",
    code="""
    import numpy as np

    def share_right(confusions):
        answered = confusions.sum(axis=0)
        return np.diag(confusions) / np.maximum(answered, 1)
    """,
    why="A column holds all images that got this answer; on the diagonal are those "
    "that deserved it.",
    hints=[
        "All images that were called a 4 stand in one place of the matrix. Is it a "
        "row or a column?",
        "A column. The share is the number on the diagonal, divided by the sum of "
        "its column: .sum(axis=0).",
        "A column that is all 0 would divide 0 by 0. Where the sum is 0, divide by "
        "something else, for example by 1.",
    ],
    notice="Rows say what becomes of a digit (recall), columns what an answer is "
    "worth (precision). Where one class is rare they part: of 5 rare ones all are "
    "found, and two of three such answers are wrong all the same.",
    cases=[
        given(BALANCED),
        given(RARE),
        given(THREE),
        given(UNUSED),
        given(np.array([[1, 0], [0, 3]])),
        given(np.random.default_rng(0).integers(0, 50, (10, 10))),
    ],
    mistakes=[
        (
            lambda confusions: _by(confusions, 1),
            "this divides by the rows: which share of each digit is read correctly. "
            "Asked is the share of each *answer* that is right.",
        ),
        (
            lambda confusions: np.diag(confusions) / confusions.sum(axis=0),
            "an answer that was never given divides 0 by 0, and that makes nan. The "
            "task wants 0 there.",
        ),
        (
            lambda confusions: np.diag(confusions) / confusions.sum(),
            "divided by all images. Divide by those that got this answer.",
        ),
        (
            lambda confusions: np.diag(confusions),
            "these are counts. Divide them by how often each answer was given.",
        ),
        (
            lambda confusions: 1 - _by(confusions, 0),
            "this is the share that is wrong.",
        ),
        (
            lambda confusions: np.trace(confusions) / confusions.sum(),
            "this is the accuracy, one number for all. Asked is one number for each "
            "answer.",
        ),
        (
            lambda confusions: confusions / np.maximum(confusions.sum(axis=0), 1),
            "the whole matrix is divided; only its diagonal is asked for.",
        ),
    ],
)
