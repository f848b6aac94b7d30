"""The task `blurred_average` of lesson 3b, what pooling forgives."""

import numpy as np

from utils.checking.tasks import Task

BINOMIAL = np.outer([1, 2, 1], [1, 2, 1])
FULL = np.outer([1, 3, 3, 1], [1, 3, 3, 1])

blurred_average = Task(
    "blurred_average",
    code="""
    import numpy as np

    blurred_average = np.outer([1, 3, 3, 1], [1, 3, 3, 1]) / 64
    """,
    why="Along one side, (1, 2, 1) / 4 of pairs with (1, 1) / 2: the two shares of a "
    "pair are added up at each pixel, (1, 2 + 1, 1 + 2, 1) / 8.",
    hints=[
        "Two filters in a row are one filter (lesson 2). What does the number in the "
        "middle of one output depend on: how many rows and columns of the map?",
        "Take one row only. The blur weighs three means with 1/4, 1/2, 1/4; each mean "
        "is half of one pixel and half of the next. How often is each of the four "
        "pixels counted?",
        "(1, 3, 3, 1) / 8 along a row, and the same down a column: np.outer.",
    ],
    notice="The outer pixels count least: a gentle window. As a stride is only "
    "applied at the end, pooling, blur and skipping are one convolution here. With a "
    "maximum they are not.",
    mistakes=[
        (
            FULL,
            "the weights must add up to 1, or even areas change their brightness.",
        ),
        (
            np.full((4, 4), 1 / 16),
            "this is the plain 4×4 mean: all pixels count the same. The blur weighs "
            "the mean in the middle more.",
        ),
        (
            BINOMIAL / 16,
            "this is the blur alone. The 2×2 mean comes before it.",
        ),
        (
            np.full((2, 2), 1 / 4),
            "this is the 2×2 mean alone. The blur comes after it.",
        ),
        (
            np.kron(BINOMIAL / 16, np.full((2, 2), 1 / 4)),
            "the means overlap: they are taken at stride 1, so that neighbours share "
            "pixels. Only at the end is every second one kept.",
        ),
    ],
)
