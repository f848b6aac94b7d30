"""What the playthings of lesson 1 are made of, and their figures."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from utils.arrays import kernels
from utils.drawing.style import use_course_style
from utils.play.channels import play_channels
from utils.play.sliding_window import play_sliding_window

IMAGE = np.arange(25).reshape(5, 5) % 10
CROSS = [[0, 1, 0], [1, 1, 1], [0, 1, 0]]


@pytest.fixture
def random():
    return np.random.default_rng(0)


def numbers(rows):
    return [[float(number) for number in row.split()] for row in rows]


def test_the_window_gets_picture_photo_and_filters(random):
    photo = random.random((8, 6))
    data = play_sliding_window(IMAGE, CROSS, photo, stride=2).data
    first, second = data["pictures"]
    assert numbers(first["rows"]) == IMAGE.tolist()
    assert numbers(second["rows"]) == np.round(100 * photo).tolist()
    assert numbers(data["kernels"][0]["rows"]) == CROSS
    weights = {one["name"]: numbers(one["rows"]) for one in data["kernels"]}
    np.testing.assert_allclose(weights["box blur"], kernels.BOX_BLUR, atol=1e-6)
    assert data["settings"] == {"stride": 2, "padding": "valid", "dilation": 1}


def test_the_task_of_the_lesson_is_not_given_away(random):
    data = play_sliding_window(IMAGE, CROSS, random.random((8, 8))).data
    offered = [numbers(one["rows"]) for one in data["kernels"]]
    assert kernels.SOBEL_X.tolist() in offered
    assert kernels.SOBEL_Y.tolist() not in offered


def test_the_channels_get_the_patch_in_whole_numbers(random):
    patch = random.random((5, 4, 3))
    data = play_channels(patch).data
    assert len(data["channels"]) == len(data["names"]) == 3
    for c, channel in enumerate(data["channels"]):
        assert numbers(channel) == np.round(9 * patch[..., c]).tolist()
    for one in data["filters"]:
        assert [np.shape(numbers(rows)) for rows in one["slices"]] == [(3, 3)] * 3


def test_texts_of_the_figures_do_not_overlap(random):
    use_course_style()
    things = [
        play_sliding_window(IMAGE, CROSS, random.random((8, 8)), 2, "same", (1, 1)),
        play_channels(random.random((5, 5, 3))),
    ]
    for thing in things:
        figure = thing._draw()
        assert faults(figure) == []
        plt.close(figure)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: play_sliding_window(IMAGE, [[1]], IMAGE), r"shape \(3, 3\), not"),
        (lambda: play_sliding_window(IMAGE, CROSS, np.zeros((9, 61))), "at most 60"),
        (
            lambda: play_sliding_window(IMAGE, CROSS, np.zeros((9, 9, 3))),
            "not the shape",
        ),
        (lambda: play_channels(np.zeros((5, 5))), r"\(height, width, 3\)"),
    ],
)
def test_another_shape_is_refused_in_one_sentence(make, words):
    with pytest.raises(ValueError, match=words):
        make()
