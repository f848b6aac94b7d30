"""The task `space_to_depth` of dive 17b, more pixels."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _squares(picture, factor):
    rows, columns = np.shape(picture)
    return np.reshape(picture, (rows // factor, factor, columns // factor, factor))


def _in_order(picture, factor, order):
    squares = _squares(picture, factor).transpose(order)
    rows, columns = (n // factor for n in np.shape(picture))
    return squares.reshape(rows, columns, factor**2)


space_to_depth = Task(
    "space_to_depth",
    code="""
    def space_to_depth(picture, factor):
        rows, columns = (n // factor for n in picture.shape)
        squares = picture.reshape(rows, factor, columns, factor)
        return squares.transpose(0, 2, 1, 3).reshape(rows, columns, factor**2)
    """,
    why="Reshaping names row, row within the square, column, column within. The two "
    "places of the square go to the front, the two within it to the back, and those "
    "become one axis: the channels.",
    hints=[
        "Walk back through depth_to_space, last line first. What has "
        "picture.reshape(rows, factor, columns, factor) along each axis?",
        "Its axes: row of the square, row within it, column of the square, column "
        "within it. In which order are they wanted?",
        "transpose(0, 2, 1, 3) puts both places first; then make one axis of the last "
        "two.",
    ],
    notice="No number is lost: it makes a picture small without making it poorer. "
    "Networks that must be fast begin with it, in place of a convolution with stride.",
    cases=[
        given(np.arange(4).reshape(2, 2), 2),
        given(np.arange(6).reshape(2, 3), 1),
        given(np.arange(16).reshape(4, 4), 2),
        given(np.arange(24).reshape(4, 6), 2),
        given(np.arange(54).reshape(6, 9), 3),
        given(np.arange(24).reshape(4, 6) / 23, 2),
    ],
    mistakes=[
        (
            lambda picture, factor: np.reshape(
                picture, (*(n // factor for n in np.shape(picture)), factor**2)
            ),
            "the channels of a place are neighbours of one row, not a square: the axes "
            "must change places before the last two become one.",
        ),
        (
            lambda picture, factor: _in_order(picture, factor, (0, 2, 3, 1)),
            "within a square the numbers come column by column. Row by row, as "
            "depth_to_space lays them out.",
        ),
        (
            lambda picture, factor: np.moveaxis(
                _in_order(picture, factor, (0, 2, 1, 3)), -1, 0
            ),
            "the channels stand first. They come last here, as in Keras.",
        ),
        (
            lambda picture, factor: _squares(picture, factor).transpose(0, 2, 1, 3),
            "the two axes within a square are still two. Make one of them.",
        ),
    ],
)
