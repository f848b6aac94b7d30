"""Cells show the numbers they are given, and can be read."""

import numpy as np
import pytest
from matplotlib.colors import to_rgba

from utils.drawing import grids
from utils.drawing.colours import ORANGE


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_show_numbers_writes_every_number_and_leaves_nan_empty():
    ax = grids.show_numbers([[1, 2], [np.nan, 4]], window=(0, 1, 2, 1))
    assert texts(ax) == ["1", "2", "4"]
    frame = ax.patches[0]
    assert (*frame.get_xy(), frame.get_width(), frame.get_height()) == (0.5, -0.5, 1, 2)
    assert frame.get_edgecolor() == to_rgba(ORANGE)


def test_show_numbers_is_readable_on_dark_and_on_light_cells():
    ax = grids.show_numbers([[0, 10]])
    assert [text.get_color() for text in ax.texts] == ["white", "black"]


@pytest.mark.parametrize(
    ("kernel", "expected"),
    [([[1, -2]], ["1", "-2"]), ([[0.5, 1]], ["0.5", "1.0"]), ([[1 / 9]], ["0.11"])],
)
def test_show_kernel_writes_as_many_decimals_as_it_needs(kernel, expected):
    assert texts(grids.show_kernel(kernel)) == expected


def test_confusion_matrix_colours_mistakes_only():
    ax = grids.show_confusion_matrix([[90, 2], [0, 80]], ["cat", "dog"])
    assert texts(ax) == ["90", "2", "0", "80"]
    colours = ax.images[0].get_array()
    assert colours[0, 0] == colours[1, 1] == 0 < colours[0, 1]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["cat", "dog"]
