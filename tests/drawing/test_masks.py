"""Masks are drawn where they are, and mistakes in the colours that the legend names."""

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from utils.drawing import masks


@pytest.fixture
def picture():
    return np.linspace(0, 1, 12).reshape(3, 4)


def tint(color, grey):
    return 0.35 * grey + 0.65 * np.array(to_rgb(color))


def test_only_the_mask_is_tinted(picture):
    mask = np.zeros((3, 4), dtype=bool)
    mask[1, 2] = True
    shown = masks.show_mask(picture, mask, "a title").images[0].get_array()
    np.testing.assert_allclose(shown[1, 2], tint(masks.FOUND, picture[1, 2]))
    np.testing.assert_allclose(shown[~mask], np.repeat(picture[~mask][:, None], 3, 1))


def test_each_kind_of_mistake_has_its_colour(picture):
    mask, truth = np.zeros((2, 3, 4), dtype=bool)
    mask[0, :2] = truth[0, 1:3] = True
    ax = masks.show_mistakes(picture, mask, truth, "a title")
    shown = ax.images[0].get_array()
    colors = [masks.INVENTED, masks.FOUND, masks.MISSED]
    for column, color in enumerate(colors):
        np.testing.assert_allclose(shown[0, column], tint(color, picture[0, column]))
    np.testing.assert_allclose(shown[0, 3], [picture[0, 3]] * 3)
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["found", "missed", "invented"]
    assert ax.get_title() == "a title"


def test_the_picture_stays_as_it_was(picture):
    before = picture.copy()
    masks.show_mask(picture, np.ones((3, 4), dtype=bool))
    assert np.array_equal(picture, before)
