"""The task `cover_brightest` of lesson 11, what a network sees."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _cover(image, chosen, fill):
    covered = image.copy()
    covered[chosen] = fill
    return covered


def _brightest(heat, count):
    """Which pixels are among the `count` brightest, as an array of truths."""
    return heat >= [np.inf, *np.sort(heat.ravel())[::-1]][count]


def _heat(shape):
    """Numbers without ties, in no order, most of them small as in a real map."""
    places = np.random.default_rng(3).permutation(shape[0] * shape[1])
    return 1.3 ** -places.reshape(shape)


def _row_by_row(image, heat, share, fill):
    order = np.argsort(-heat)[: round(share * heat.size)]
    return _cover(image, np.unravel_index(order, heat.shape), fill)


def _changes_too_much(answer):
    """What comparing does not see: changed arguments, and maps with equal numbers."""
    image, heat = np.ones((2, 2, 1)), np.array([[4.0, 1.0], [2.0, 3.0]])
    image_before, heat_before = image.copy(), heat.copy()
    answer(image, heat, 0.5, 0)
    if not np.array_equal(image, image_before):
        return "the image given is changed, too: cover a copy of it."
    if not np.array_equal(heat, heat_before):
        return "the map given is changed: work on a copy of it."
    covered = np.asarray(answer(np.ones((4, 5, 1)), np.zeros((4, 5)), 0.25, 0))
    count = np.count_nonzero(covered == 0)
    if count != 5:
        return (
            "where the whole map is 0, a quarter of 20 pixels is still 5; here "
            f"{count} are covered. A limit takes either all or none of equally bright "
            "pixels, and a Grad-CAM map has many zeros: count pixels."
        )
    return None


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
            fill=0,
        ),
        given(
            np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1.0, 9.0]]), 0, 1
        ),
        given(np.ones((2, 2, 3)), np.array([[0.3, 0.1], [0.2, 0.0]]), 0.75, fill=0.5),
        given(
            np.random.default_rng(0).random((7, 5, 3), np.float32),
            _heat((7, 5)),
            0.4,
            fill=0.25,
        ),
        given(np.zeros((6, 8, 1)), _heat((6, 8)), 0.125, fill=1),
        given(np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1, 9]]), 1, 0.5),
        given(
            np.array([[0.1, 0.2], [0.3, 0.4]])[..., None],
            np.array([[0.5, -2.0], [-0.1, 0.2]]),
            0.5,
            fill=1,
        ),
    ],
    examine=_changes_too_much,
    mistakes=[
        (
            lambda image, heat, share, fill: _cover(
                image, heat > (1 - share) * heat.max(), fill
            ),
            "that compares with a share of the largest *value*. In most maps few "
            "pixels are nearly as bright as the brightest: count pixels instead.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, _brightest(-heat, round(share * heat.size)), fill
            ),
            "these are the darkest pixels: np.argsort begins with the smallest.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, _brightest(heat, round(share * heat.size) or heat.size), fill
            ),
            "right but for a share of 0, where nothing is to be covered: [-0:] is "
            "[0:], and that is everything.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, ~_brightest(heat, round(share * heat.size)), fill
            ),
            "these are all the other pixels: cover the brightest and leave the rest.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, (_brightest(heat, round(share * heat.size)), 0), fill
            ),
            "only the first channel is covered. A pixel is covered in all its "
            "channels.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, heat >= np.quantile(heat, 1 - share), fill
            ),
            "with a share of 0 the limit is the brightest value itself, and >= covers "
            "it: count pixels instead.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, heat > np.quantile(heat, 1 - share), fill
            ),
            "with a share of 1 the limit is the darkest value itself, and > leaves it "
            "uncovered: count pixels instead.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, _brightest(heat, round(share * heat.size)), 0
            ),
            "the right pixels are covered, but always with 0: `fill` is not used.",
        ),
        (
            _row_by_row,
            "np.argsort sorts each row for itself. To sort all pixels, make one long "
            "row of them first.",
        ),
    ],
)
