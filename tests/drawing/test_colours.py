"""Every text can be read on the colour that it is written on."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgba

from tests.drawing.contrast import LEAST, contrast
from utils.drawing import grids
from utils.drawing.colours import SIGNED, TEXT_GREY, ink_on, luminance


def test_contrast_is_that_of_the_standard():
    assert np.isclose(contrast("black", "white"), 21)
    assert np.isclose(contrast("white", "#767676"), 4.54, atol=0.005)  # known to pass
    assert contrast("white", "#777777") < LEAST  # and known to fail
    assert np.isclose(luminance("#ff0000"), 0.2126)


@pytest.mark.parametrize("name", ["gray", "viridis", "magma", "Oranges", "signed"])
def test_ink_can_be_read_on_every_value_of_a_colour_map(name):
    cmap = SIGNED if name == "signed" else plt.get_cmap(name)
    shades = cmap(np.linspace(0, 1, 256))
    assert min(contrast(ink_on(shade), shade) for shade in shades) >= LEAST


@pytest.mark.parametrize("signed", [False, True])
def test_show_numbers_can_be_read_in_every_cell(signed):
    grid = np.linspace(-1, 1, 256).reshape(16, 16)
    ax = grids.show_numbers(grid, signed=signed)
    shades = ax.images[0].to_rgba(ax.images[0].get_array())
    written = [
        contrast(t.get_color(), s)
        for t, s in zip(ax.texts, shades.reshape(-1, 4), strict=True)
    ]
    assert min(written) >= LEAST


def test_the_confusion_matrix_can_be_read_in_every_cell():
    counts = np.arange(256).reshape(16, 16)
    ax = grids.show_confusion_matrix(counts, [""] * 16)
    shades = ax.images[0].to_rgba(ax.images[0].get_array()).reshape(-1, 4)
    assert ax.texts[0].get_color() == TEXT_GREY
    written = [
        contrast(t.get_color(), s) for t, s in zip(ax.texts, shades, strict=True)
    ]
    assert min(written) >= LEAST
    assert contrast(TEXT_GREY, to_rgba("white")) >= LEAST
