"""The picture that opens lesson 1 shows what the network says, and its text says so."""

import json

import numpy as np
import pytest
from PIL import Image

from tools.lessons import notebook_path
from tools.opening_picture import FILTERS, NAMES, PICTURE, mosaic, network_says


@pytest.fixture(scope="module")
def stored():
    """The names in percent that the picture was drawn with."""
    with Image.open(PICTURE) as picture:
        return json.loads(picture.text["Names in percent"])


@pytest.mark.long
def test_the_network_still_says_what_was_drawn(stored):
    cat, percent, filters = network_says()
    assert percent == stored and len(stored) == NAMES
    assert cat.shape == (224, 224, 3)
    assert filters.shape == (3, 3, 3, FILTERS)


def test_the_lesson_describes_what_was_drawn(stored):
    text = notebook_path("01").read_text("utf-8")
    for name, share in stored.items():
        assert f"{name} ({share} %)" in text


def test_a_mosaic_holds_each_filter_on_its_own_scale():
    filters = np.zeros((2, 2, 3, 3))
    filters[..., 0] = 4
    filters[0, 0, :, 1] = [-1, 0, 0.5]
    filters[..., 2] = -0.1
    picture = mosaic(filters, columns=3)
    assert picture.shape == (2, 8, 3)
    np.testing.assert_allclose(picture[:, :2], 1)
    np.testing.assert_allclose(picture[0, 3], [0, 0.5, 0.75])
    np.testing.assert_allclose(picture[1, 3], 0.5)
    np.testing.assert_allclose(picture[:, 6:], 0)
    np.testing.assert_allclose(picture[:, [2, 5]], 1)  # the gaps
