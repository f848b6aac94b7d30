"""The task `best_of_turns` of lesson 5b, features by hand."""

import numpy as np

from utils.checking.cases import given
from utils.checking.named import Named
from utils.checking.tasks import Task

CORNER = Named("upper_left_pixel", lambda image: image[0, 0])

TOP_ROW = Named("first_row_minus_last", lambda image: np.sum(image[0] - image[-1]))

SLANTED = Named(
    "weighted_sum",
    lambda image: np.sum(image * np.arange(image.size).reshape(image.shape) ** 2),
)


def _turns(image):
    return [np.rot90(image, turns) for turns in range(4)]


best_of_turns = Task(
    "best_of_turns",
    code="""
    import numpy as np

    def best_of_turns(score, image):
        return max(score(np.rot90(image, quarter)) for quarter in range(4))
    """,
    why="A turned image only takes the same four candidates in another order, and "
    "the maximum does not look at their order.",
    hints=[
        "Global max pooling asks every place and keeps the largest answer. Here you "
        "ask every direction.",
        "np.rot90(image, 1) turns by a quarter, np.rot90(image, 2) by a half. Four "
        "turned images give four scores; one of the four is not turned at all.",
    ],
    notice="Pooling over places forgives shifts, pooling over turns forgives turns: "
    "a third bet, at four times the work. It has its price, too: a 6 and a 9 now "
    "look alike.",
    cases=[
        given(CORNER, np.array([[1, 2], [3, 4]])),
        given(CORNER, np.array([[4, 2], [3, 1]])),
        given(TOP_ROW, np.array([[1, 5], [2, 3]])),
        given(TOP_ROW, np.array([[0, 0, 9], [0, 0, 9], [1, 0, 9]])),
        given(SLANTED, np.array([[0, 1, 0], [0, 0, 1], [0, 1, 0]])),
        given(SLANTED, np.array([[1, 2], [4, 3]])),
        given(SLANTED, np.array([[1, -2, 0], [0, 3, 1], [0, 1, 5]])),
        given(CORNER, np.array([[-5.0, -2.5, -3], [-4, -1, -7]])),
        # below whatever low number somebody may start from
        given(CORNER, np.array([[-5e20, -4e20], [-3e20, -2e20]])),
    ],
    mistakes=[
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[1:]),
            "the image as it stands is missing: not to be turned is one of the four "
            "turns.",
        ),
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[::2]),
            "only the half turn is tried: quarter turns count as well.",
        ),
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[:2]),
            "only one quarter turn is tried: there are four positions, 0, 90, 180 "
            "and 270 degrees.",
        ),
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[:3]),
            "the last quarter is missing: 0, 90, 180 and 270 degrees are four "
            "positions.",
        ),
        (
            lambda score, image: max(
                score(image[::down, ::right]) for down in (1, -1) for right in (1, -1)
            ),
            "these are mirror images: to flip is not to turn. np.rot90 turns.",
        ),
        *(
            (
                lambda score, image, last=last: max(
                    map(score, (image, image[::-1], image[:, ::-1], last(image)))
                ),
                "mirror images are among these: to flip is not to turn. np.rot90 "
                "turns.",
            )
            for last in (np.transpose, lambda image: image[::-1, ::-1].T)
        ),
        (
            lambda score, image: max(
                score(turned) for turned in _turns(image) + _turns(image.T)
            ),
            "mirror images have come in as well: only the four turns count.",
        ),
        (
            lambda score, image: np.mean([score(turned) for turned in _turns(image)]),
            "the mean forgives turns as well, but here the largest of the four "
            "scores is asked for.",
        ),
        (
            lambda score, image: np.sum([score(turned) for turned in _turns(image)]),
            "the sum forgives turns as well, but here the largest of the four scores "
            "is asked for.",
        ),
        (
            lambda score, image: np.argmax([score(turned) for turned in _turns(image)]),
            "this says *which* turn scores highest, and that changes with the "
            "image's turn. The score itself is asked for.",
        ),
        (
            lambda score, image: score(image),
            "this is the score of the image as it stands: nothing is turned yet.",
        ),
        (
            lambda score, image: max(0, *(score(turned) for turned in _turns(image))),
            "scores can be negative: do not start at 0.",
        ),
        *(
            (
                lambda score, image, low=low: max(low, *map(score, _turns(image))),
                "scores can be lower than the number that you start from. Start from "
                "-inf, or from the first score.",
            )
            for low in (-1, -10, -100, -999, -1000, -9999, -10_000, -1e5, -1e6, -1e9)
        ),
    ],
)
