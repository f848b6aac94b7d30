"""The task `shift_kernel` of lesson 1, convolution."""

from utils.checking.tasks import Task

shift_kernel = Task(
    "shift_kernel",
    code="""
    import numpy as np

    shift_kernel = np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0]])
    """,
    why="Each output pixel copies its left neighbour, so all that was there moves "
    "right.",
    hints=[
        "Every output pixel is a weighted sum of nine neighbours. If the picture has "
        "moved to the right, which neighbour does an output pixel have to copy?",
        "It copies its left neighbour. So one weight is 1, and all others are 0.",
        "The left neighbour lies under the first weight of the middle row.",
    ],
    notice="The 1 stands on the left, and the picture moves to the right: the filter "
    "says where to look, not where to go.",
    mistakes=[
        (
            [[0, 0, 0], [0, 0, 1], [0, 0, 0]],
            "this one moves the picture to the left, [1 2 3] becomes [2 3 0]. The "
            "weight says where an output pixel looks. (With the filter turned, as in "
            "convolution proper, it would be right.)",
        ),
        (
            [[0, 1, 0], [0, 0, 0], [0, 0, 0]],
            "this one moves the picture down: rows come first, and the 1 is in the row "
            "above the middle.",
        ),
        (
            [[0, 0, 0], [0, 0, 0], [0, 1, 0]],
            "this one moves the picture up: rows come first, and the 1 is in the row "
            "below the middle.",
        ),
        (
            [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
            "this is the identity: every pixel copies itself, and nothing moves.",
        ),
        (
            [[0, 0, 0], [1, 1, 0], [0, 0, 0]],
            "the picture and its shifted copy are added, [1 2 3] becomes [1 3 5]. "
            "Only one weight may be other than 0.",
        ),
        (
            [[0, 0, 0], [1, -1, 0], [0, 0, 0]],
            "this is the difference of neighbours, [1 2 3] becomes [-1 -1 -1]: it "
            "finds edges. To copy a pixel takes one weight of 1.",
        ),
    ],
)
