"""The task `cover_brightest` of lesson 11b, made to be seen."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task
from utils.exercises.lesson_11b import cover_brightest_mistakes as wrong
from utils.exercises.lesson_11b.cover_brightest_examination import covers_too_much


def _heat(shape):
    """Numbers without ties, in no order, most of them small as in a real map."""
    places = np.random.default_rng(3).permutation(shape[0] * shape[1])
    return 1.3 ** -places.reshape(shape)


cover_brightest = Task(
    "cover_brightest",
    code="""
    import numpy as np

    def cover_brightest(image, heat, share, fill):
        count = round(share * heat.size)
        order = np.argsort(-heat.ravel())
        covered = image.copy()
        covered[np.unravel_index(order[:count], heat.shape)] = fill
        return covered
    """,
    why="Sorted from bright to dark, the first so many places are the brightest; "
    "unravel_index turns a place in the long row into row and column.",
    hints=[
        "A share of the *pixels*: how many is that, of heat.size? Round to a whole "
        "number.",
        "np.argsort(-heat.ravel()) lists the places of the map in one long row, the "
        "brightest first. The first so many of them are covered.",
        "np.unravel_index(places, heat.shape) turns places of the long row into rows "
        "and columns, which may stand between the brackets of a copy of the image.",
    ],
    notice="Now ask the network again, with more and more covered, and the same with "
    "random pixels as the control: a map is worth something if its pixels make the "
    "answer fall faster. (Petsiuk and others, 2018, call this the deletion test.)",
    cases=[
        given(
            np.array([[0.1, 0.2], [0.3, 0.4]])[..., None],
            np.array([[1.0, 0.9], [8.0, 0.5]]),
            0.5,
            0,
        ),
        given(
            np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1.0, 9.0]]), 0, 1
        ),
        given(np.ones((2, 2, 3)), np.array([[0.3, 0.1], [0.2, 0.0]]), 0.75, 0.5),
        given(
            np.random.default_rng(0).random((7, 5, 3), np.float32),
            _heat((7, 5)),
            0.4,
            0.25,
        ),
        given(np.zeros((6, 8, 1)), _heat((6, 8)), 0.125, 1),
        given(np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1, 9]]), 1, 0.5),
        # 0.9 pixels, 1.2 pixels, 6.3 and 20.8
        given(np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1, 9]]), 0.3, 1),
        given(np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1, 9]]), 0.4, 1),
        given(np.random.default_rng(1).random((3, 7, 2)), _heat((3, 7)), 0.3, 0),
        given(np.random.default_rng(2).random((4, 8, 1)), _heat((4, 8)), 0.65, 0.5),
        given(
            np.array([[0.1, 0.2], [0.3, 0.4]])[..., None],
            np.array([[0.5, -2.0], [-0.3, -0.1]]),
            0.75,
            1,
        ),
    ],
    examine=covers_too_much,
    mistakes=[
        (
            wrong.share_of_the_largest_value,
            "that compares with a share of the largest *value*. In most maps few "
            "pixels are nearly as bright as the brightest: count pixels instead.",
        ),
        (
            wrong.darkest,
            "these are the darkest pixels: np.argsort begins with the smallest.",
        ),
        (
            wrong.all_for_a_share_of_0,
            "right but for a share of 0, where nothing is to be covered: [-0:] is "
            "[0:], and that is everything.",
        ),
        (
            wrong.all_others,
            "these are all the other pixels: cover the brightest and leave the rest.",
        ),
        (
            wrong.first_channel,
            "only the first channel is covered. A pixel is covered in all its "
            "channels.",
        ),
        (
            wrong.from_a_quantile_on,
            "with a share of 0 the limit is the brightest value itself, and >= covers "
            "it: count pixels instead.",
        ),
        (
            wrong.above_a_quantile,
            "with a share of 1 the limit is the darkest value itself, and > leaves it "
            "uncovered: count pixels instead.",
        ),
        (
            wrong.always_0,
            "the right pixels are covered, but always with 0: `fill` is not used.",
        ),
        (
            wrong.rounded_down,
            "the number of pixels is rounded down, as int() and // do. Round it to the "
            "nearest whole number: round().",
        ),
        (
            wrong.rounded_up,
            "the number of pixels is rounded up. Round it to the nearest whole number: "
            "round().",
        ),
        (
            wrong.row_by_row,
            "np.argsort sorts each row for itself. To sort all pixels, make one long "
            "row of them first.",
        ),
    ],
)
