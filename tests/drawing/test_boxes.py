"""Boxes lie on the pixels that they hold."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from utils.drawing.boxes import draw_boxes
from utils.drawing.colours import BLUE
from utils.drawing.pictures import show_image
from utils.drawing.style import use_course_style


@pytest.fixture
def ax():
    use_course_style()
    yield show_image(np.zeros((20, 30)))
    plt.close()


def test_a_box_of_the_whole_image_lies_on_its_rim(ax):
    assert draw_boxes([[0, 0, 30, 20]], ax) is ax
    rim, box = ax.patches
    assert rim.get_linewidth() > box.get_linewidth()
    assert box.get_bbox().extents.tolist() == [-0.5, -0.5, 29.5, 19.5]
    assert (*ax.get_xlim(), *ax.get_ylim()[::-1]) == (-0.5, 29.5, -0.5, 19.5)


def test_names_stand_at_their_boxes_and_can_be_read(ax):
    boxes = [[2, 5, 9, 12], [15, 8.5, 25, 18]]
    draw_boxes(boxes, ax, BLUE, names=["cat", "dog"], linestyle="--")
    assert [text.get_position() for text in ax.texts] == [(1.5, 4.5), (14.5, 8)]
    assert {text.get_color() for text in ax.texts} == {"white"}
    assert faults(ax.figure) == []


def test_a_name_at_the_upper_rim_stays_in_the_image(ax):
    draw_boxes([[2, 0, 9, 8], [15, 8, 25, 18]], ax, names=[0, 1])
    ax.figure.canvas.draw()
    frame = ax.get_window_extent()
    assert [text.get_text() for text in ax.texts] == ["0", "1"]
    assert all(text.get_window_extent().y1 <= frame.y1 for text in ax.texts)


def test_no_box_is_fine_and_a_name_too_few_is_not(ax):
    assert len(draw_boxes([], ax).patches) == 0
    with pytest.raises(ValueError):
        draw_boxes([[0, 0, 1, 1]], ax, names=["a", "b"])


def test_names_that_would_cover_one_another_are_left_out(ax):
    boxes = [[2, 5, 9, 12], [3, 6, 9, 12], [3, 12, 9, 18], [15, 5, 25, 18]]
    draw_boxes(boxes, ax, names="abcd", apart=0.2)
    assert [text.get_text() for text in ax.texts] == ["a", "c", "d"]
    assert len(ax.patches) == 2 * len(boxes), "all boxes are drawn, each with its rim"


def test_a_name_inside_its_box_is_kept_apart_from_one_above_its_own(ax):
    draw_boxes([[2, 1, 9, 12], [3, 6, 9, 12]], ax, names="ab", apart=0.2)
    assert [text.get_text() for text in ax.texts] == ["a"], "b would stand at a's place"
