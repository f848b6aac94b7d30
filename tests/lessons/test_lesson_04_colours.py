"""The colours of directions in lesson 4 can be told apart by colour-blind eyes, too."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import hsv_to_rgb, to_rgb

from tests.lessons.lesson_code import run_cells
from utils.drawing.colours import BLUE, ORANGE

# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation
# of Color Vision Deficiency": what each eye sees of linear red, green and blue.
EYES = {
    "all cones": np.eye(3),
    "no red cones": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "no green cones": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "no blue cones": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
ANGLES = np.arange(8) * np.pi / 4
LEAST = 0.15  # between two colours of 0..1 in each channel


def least_difference(colours, eye):
    """Of any two colours, as this eye sees them."""
    seen = np.clip(colours**2.2 @ np.transpose(EYES[eye]), 0, 1) ** (1 / 2.2)
    return min(np.linalg.norm(a - b) for a, b in combinations(seen, 2))


@pytest.fixture
def direction_as_colour():
    page = {"np": np, "to_rgb": to_rgb, "ORANGE": ORANGE, "BLUE": BLUE}
    run_cells("04_edge_detection", page, "direction-as-colour")
    return page["direction_as_colour"]


@pytest.mark.parametrize("eye", EYES)
def test_eight_directions_have_eight_colours(direction_as_colour, eye):
    slopes = np.cos(ANGLES)[np.newaxis], np.sin(ANGLES)[np.newaxis]
    assert least_difference(direction_as_colour(*slopes)[0], eye) > LEAST


def test_a_rainbow_would_lose_some():
    hue = np.stack([ANGLES / (2 * np.pi), np.ones(8), np.ones(8)], axis=-1)
    rainbow = hsv_to_rgb(hue)
    assert least_difference(rainbow, "all cones") > LEAST
    assert least_difference(rainbow, "no red cones") < LEAST


def test_the_steeper_the_farther_from_grey(direction_as_colour):
    slope = np.array([[0.0, 0.5, 1.0, 1.0]])
    away = np.abs(direction_as_colour(slope, 0 * slope) - 0.5).sum(axis=-1)[0]
    assert away[0] == 0 < away[1] < away[2] == away[3]
