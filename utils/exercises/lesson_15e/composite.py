"""The task `composite` of dive 15e, a person cut out."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

WHITE = np.ones((2, 2, 3))
RANDOM = np.random.default_rng(0)


def _case(rows, columns):
    picture, background = RANDOM.random((2, rows, columns, 3))
    return given(picture, RANDOM.random((rows, columns)), background)


def _mixed(picture, share, background):
    return share * picture + (1 - share) * background


composite = Task(
    "composite",
    code="""
    import numpy as np

    def composite(picture, alpha, background):
        share = alpha[..., np.newaxis]
        return share * picture + (1 - share) * background
    """,
    why="Alpha gets a third axis of length 1, so that one share counts for red, green "
    "and blue.",
    hints=[
        "For one pixel with alpha 0.25: a quarter of the picture's colour and three "
        "quarters of the background's.",
        "share * picture + (1 - share) * background, for all pixels at once.",
        "Shapes (rows, columns) and (rows, columns, 3) do not fit: "
        "alpha[..., np.newaxis] has (rows, columns, 1), which does.",
    ],
    notice="Where alpha is 1 the background is gone, where it is 0 the picture is. "
    "This is what every program that lays pictures over one another does (Porter and "
    "Duff, 1984).",
    cases=[
        given(np.full((1, 1, 3), 0.8), np.array([[0.25]]), np.full((1, 1, 3), 0.4)),
        given(
            np.ones((2, 2, 3)), np.array([[0.0, 1.0], [0.6, 0.2]]), np.zeros((2, 2, 3))
        ),
        _case(3, 3),
        _case(2, 5),
    ],
    mistakes=[
        (
            lambda picture, alpha, background: _mixed(
                background, alpha[..., np.newaxis], picture
            ),
            "picture and background are exchanged: where alpha is 1, the picture is "
            "seen.",
        ),
        (
            lambda picture, alpha, background: np.where(
                alpha[..., np.newaxis] > 0.5, picture, background
            ),
            "this is a hard threshold: each pixel is from one of the two. Mix them.",
        ),
        (
            lambda picture, alpha, background: picture * alpha[..., np.newaxis],
            "the background is missing: its share is 1 - alpha.",
        ),
        (
            lambda picture, alpha, background: (
                picture * alpha[..., np.newaxis] + background
            ),
            "the background comes in whole: its share is 1 - alpha.",
        ),
        (
            lambda picture, alpha, background: (
                picture + (1 - alpha[..., np.newaxis]) * background
            ),
            "the picture comes in whole: its share is alpha.",
        ),
        (
            lambda picture, alpha, background: (picture + background) / 2,
            "alpha is not used: each pixel has a share of its own.",
        ),
        (
            lambda picture, alpha, background: (
                alpha[..., np.newaxis] * (picture + background)
            ),
            "the background's share is 1 - alpha, not alpha.",
        ),
    ],
)
