"""The figure and the data of the stack of layers, and what it refuses."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from utils.arrays.receptive_field import Window
from utils.drawing.style import use_course_style
from utils.play.receptive_field import draw_field, play_receptive_field

STACKS = {
    "a pooling": [Window(3, padding="same"), Window(2, stride=2)],
    "a wide one": [Window(3, dilation=4)],
}


def test_layers_are_those_of_the_windows_and_pooling_is_known():
    data = play_receptive_field(np.full((16, 16, 3), 0.5), STACKS).data
    assert data["picture"] == [" ".join(["128"] * 16)] * 16
    [first, second] = data["stacks"]
    assert (first["name"], second["name"]) == ("a pooling", "a wide one")
    assert [layer["kind"] for layer in first["layers"]] == ["conv", "pool"]
    [layer] = second["layers"]
    settings = {"kernelSize": 3, "stride": 1, "padding": "valid", "dilation": 4}
    assert layer == {"kind": "conv", **settings}


def test_a_stack_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="covers 9 pixels but the padded input"):
        play_receptive_field(np.zeros((8, 8)), {"too wide": STACKS["a wide one"]})


def test_the_figure_frames_the_field_of_the_middle_number():
    use_course_style()
    figure = draw_field(np.zeros((16, 16)), [Window(3), Window(3)])
    cone, picture = figure.axes
    [frame] = picture.patches
    assert frame.get_bbox().bounds == (5.5, 5.5, 5, 5)  # pixels 6 to 10
    assert [label.get_text() for label in cone.get_yticklabels()] == [
        *("picture", "layer 1", "layer 2")
    ]
    assert faults(figure) == []
    plt.close(figure)
