"""The task `read_shifted` of lesson 10c, how small can it be."""

import numpy as np

from utils.checking.cases import given
from utils.checking.named import Named
from utils.checking.tasks import Task

COLUMNS = Named("sums_of_columns", lambda images: images.sum(axis=1))
ROWS = Named("squared_sums_of_rows", lambda images: images.sum(axis=2) ** 2)
CORNERS = Named(
    "corners", lambda images: images[:, [0, 0, -1, -1], [0, -1, 0, -1]].astype(float)
)

MOVES = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))  # down, right


def _moved(images, down, right):
    """The images moved by at most one pixel each way; zeros come in."""
    high, wide = images.shape[1:]
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    return padded[:, 1 - down : 1 - down + high, 1 - right : 1 - right + wide]


def _mean(scores, images, moves=MOVES, move=_moved):
    return np.mean([scores(move(images, *by)) for by in moves], axis=0)


def _rolled(images, down, right):
    return np.roll(images, (down, right), axis=(1, 2))


read_shifted = Task(
    "read_shifted",
    code="""
    import numpy as np

    def read_shifted(scores, images):
        height, width = images.shape[1:]
        padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
        total = 0
        for top, left in ((1, 1), (1, 0), (1, 2), (0, 1), (2, 1)):
            total = total + scores(padded[:, top : top + height, left : left + width])
        return total / 5
    """,
    why="A frame of zeros around the images, and five windows in it: each is the image "
    "moved by at most one pixel. The mean is taken of the scores, not of the images.",
    hints=[
        "Five calls of scores(...): with the images as they are, and moved by a pixel "
        "to each of four sides. What is their mean?",
        "To move without wrapping round, put a frame of zeros around all images: "
        "np.pad(images, ((0, 0), (1, 1), (1, 1))). Then cut windows out of it.",
        "The window that begins at (1, 1) is the image as it is; at (1, 0) it is moved "
        "to the right, at (0, 1) down.",
    ],
    notice="Five readings of the same network: no parameter more, and five times the "
    "work whenever it reads. This is called test-time augmentation.",
    cases=[
        given(COLUMNS, np.array([[[1.0, 2.0], [3.0, 4.0]]])),
        given(ROWS, np.array([[[1.0, 2.0], [3.0, 4.0]]])),
        given(COLUMNS, np.arange(18.0).reshape(2, 3, 3)),
        given(ROWS, np.arange(24.0).reshape(2, 3, 4) ** 2),
        given(CORNERS, np.arange(40.0).reshape(2, 4, 5)),
    ],
    mistakes=[
        (
            lambda scores, images: scores(images),
            "these are the scores of the images as they are: nothing is moved yet.",
        ),
        (
            lambda scores, images: _mean(scores, images, MOVES[1:]),
            "the images as they are count as well: five readings, not four.",
        ),
        (
            lambda scores, images: _mean(scores, images, move=_rolled),
            "np.roll takes in on one side what leaves on the other. Zeros come in "
            "here.",
        ),
        (
            lambda scores, images: scores(
                np.mean([_moved(images, *by) for by in MOVES], axis=0)
            ),
            "this reads the mean of five images, a blurred one. Read five images, and "
            "take the mean of what is read.",
        ),
        (
            lambda scores, images: 5 * _mean(scores, images),
            "this is the sum of the five: divide by 5.",
        ),
        (
            lambda scores, images: np.max(
                [scores(_moved(images, *by)) for by in MOVES], axis=0
            ),
            "this keeps the largest of the five; their mean is asked for.",
        ),
        (
            lambda scores, images: _mean(scores, images, MOVES[:3]),
            "to the left and right is done; up and down are missing.",
        ),
        (
            lambda scores, images: _mean(scores, images, (MOVES[0], *MOVES[3:])),
            "up and down are done; left and right are missing.",
        ),
        (
            lambda scores, images: _mean(
                scores, images, ((0, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))
            ),
            "these are moved along the diagonals: move by one pixel to one side at a "
            "time.",
        ),
        (
            lambda scores, images: _mean(
                scores,
                images,
                [(down, right) for down in (-1, 0, 1) for right in (-1, 0, 1)],
            ),
            "these are nine, with the diagonals. Five are asked for.",
        ),
    ],
)
