"""In what the helpers draw, no two texts overlap and all can be read from afar."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from utils.arrays.receptive_field import Window
from utils.drawing import (
    curves,
    diagrams,
    directions,
    grids,
    pictures,
    sliding_window,
)
from utils.drawing.block_diagrams import draw_block
from utils.drawing.colours import BLUE, GREEN, GREY
from utils.drawing.style import use_course_style

RANDOM = np.random.default_rng(0)
BOXES = {
    "in": (0, 0, "maps\n256", GREY),
    "work": (1, 0, "depthwise\n3×3, 144", BLUE),
    "sum": (2, 0, "add\n256", GREEN),
}

FIGURES = {
    "show_numbers": lambda: grids.show_numbers(
        [[255, 0, 128], [7, 99, 100]], "A finding"
    ),
    "show_kernel": lambda: grids.show_kernel([[-0.25, 0.5], [1 / 9, 1]], "A filter"),
    "show_confusion_matrix": lambda: grids.show_confusion_matrix(
        RANDOM.integers(0, 2000, (10, 10)), range(10)
    ),
    "show_image": lambda: pictures.show_image(np.eye(9), "A finding of some length"),
    "show_images": lambda: pictures.show_images(
        [np.eye(9)] * 8, ["wide × 2", "an edge"] * 4
    ),
    "show_feature_maps": lambda: pictures.show_feature_maps(
        RANDOM.normal(size=(7, 7, 16)), [f"map {k}" for k in range(16)]
    ),
    "show_heatmap": lambda: pictures.show_heatmap(np.eye(9), np.eye(3), "Where"),
    "plot_history": lambda: curves.plot_history(
        {"loss": [2, 1], "accuracy": [0.5, 0.7], "val_loss": [3, 2]}
    ),
    "show_direction_key": directions.show_direction_key,
    "draw_block": lambda: draw_block(
        BOXES, [("in", "work"), ("work", "sum"), ("in", "sum", True)]
    ),
    "draw_receptive_fields": lambda: diagrams.draw_receptive_fields(
        np.eye(12), [(range(2, 5), range(4, 8))] * 2, ["convolution 1", "pooling"]
    ),
    "draw_receptive_cone": lambda: diagrams.draw_receptive_cone(
        [Window(3, 1, "same"), Window(2, 2)], 12, 2, ["input", "convolution", "pooling"]
    ),
    "draw_sliding_window_step": lambda: sliding_window.draw_sliding_window_step(
        np.arange(20).reshape(4, 5), np.array([[0, 1], [2, -1]]), step=5
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_texts_are_apart_and_large(name):
    with plt.rc_context():
        use_course_style()
        FIGURES[name]()
        assert faults(plt.gcf()) == []
    plt.close("all")
