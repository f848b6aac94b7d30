"""The figure and the data of the moved digit, and what it refuses."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from utils.drawing.style import use_course_style
from utils.play.pooling_shift import draw_moves, play_pooling_shift


def digit(rim=3):
    picture = np.zeros((28, 28))
    picture[rim:-rim, 12:15] = 1
    return picture


def numbers(rows):
    return np.array([row.split() for row in rows], dtype=int)


def test_pixels_are_whole_numbers_with_a_rim_for_the_moves():
    first, second = play_pooling_shift({"1": digit(), 7: digit(5) / 2}).data["digits"]
    assert (first["name"], second["name"]) == ("1", "7")
    pixels = numbers(first["pixels"])
    assert pixels.shape == (35, 35) and set(pixels.flat) == {0, 255}
    assert pixels[6:28].sum() == pixels.sum()
    assert numbers(second["pixels"]).max() == 128


def test_a_digit_that_a_move_would_cut_off_is_refused():
    with pytest.raises(ValueError, match=r"Digit '9' has light pixels in its rim of 3"):
        play_pooling_shift({"1": digit(), "9": digit(rim=2)})


def test_one_digit_is_not_enough():
    with pytest.raises(ValueError, match="two digits or more"):
        play_pooling_shift({"1": digit()})


def test_the_figure_says_how_many_cells_differ():
    use_course_style()
    picture = np.zeros((20, 20))
    picture[8:12, 8:10] = 255  # its map has a block of 2 columns, on even ones
    figure = draw_moves(picture)
    titles = [ax.get_title() for ax in figure.axes]
    assert titles[:3] == ["a digit", "moved 1 pixel", "moved 2 pixels"]
    assert [title.split()[0] for title in titles[4:]] == ["3", "0"]
    assert [len(ax.patches) for ax in figure.axes[4:]] == [3, 0]
    assert faults(figure) == []
    plt.close(figure)
