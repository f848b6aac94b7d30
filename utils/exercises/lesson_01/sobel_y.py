"""The task `sobel_y` of lesson 1, convolution."""

import numpy as np

from utils.arrays.kernels import SOBEL_X, SOBEL_Y
from utils.checking.tasks import Task

sobel_y = Task(
    "sobel_y",
    code="""
    import numpy as np

    difference, blur = np.array([[-1], [0], [1]]), np.array([[1, 2, 1]])
    sobel_y = difference * blur
    """,
    why="A column that compares below with above, times a row that blurs along the "
    "edge.",
    hints=[
        "Sobel is a difference in one direction times a little blur (1, 2, 1) in the "
        "other. Which direction does the brightness change in, here?",
        "The difference is a column: pixel below minus pixel above, with 0 in the "
        "middle. The blur is a row.",
        "So the first row is (-1, -2, -1). The middle row is 0. And the last row?",
    ],
    notice="Its rows sum to -4, 0 and 4: even areas cancel, and brighter below is "
    "positive.",
    mistakes=[
        (
            SOBEL_X,
            "this is Sobel x, which answers to changes from left to right. Exchange "
            "rows and columns.",
        ),
        (
            -SOBEL_Y,
            "the sign: this one answers with positive numbers where it gets darker "
            "downwards. The filter is not turned, so the positive row is the lower "
            "one.",
        ),
        (
            -SOBEL_X,
            "this answers to changes from left to right, and with the other sign. "
            "Exchange rows and columns, and put the positive weights where it is "
            "brighter.",
        ),
        (
            np.sign(SOBEL_Y),
            "these are Prewitt's weights: the middle of the blur counts double in "
            "Sobel's.",
        ),
        (
            np.abs(SOBEL_Y),
            "all weights are positive, so an even area gives 8 times its brightness. A "
            "difference needs minus signs in one of the rows.",
        ),
        (
            [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
            "this is the Laplacian: it answers to changes in every direction.",
        ),
        (
            [[-1], [0], [1]],
            "this is the difference alone. Times the blur, (1, 2, 1) as a row, it is "
            "3 × 3.",
        ),
    ],
)
