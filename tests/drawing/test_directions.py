"""The colours of directions can be told apart by colour-blind eyes, too."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import hsv_to_rgb

from utils.drawing.directions import (
    KEY_RADIUS,
    direction_as_colour,
    show_direction_key,
)

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


@pytest.mark.parametrize("eye", EYES)
def test_eight_directions_have_eight_colours(eye):
    slopes = np.cos(ANGLES)[np.newaxis], np.sin(ANGLES)[np.newaxis]
    assert least_difference(direction_as_colour(*slopes)[0], eye) > LEAST


def test_a_rainbow_would_lose_some():
    hue = np.stack([ANGLES / (2 * np.pi), np.ones(8), np.ones(8)], axis=-1)
    rainbow = hsv_to_rgb(hue)
    assert least_difference(rainbow, "all cones") > LEAST
    assert least_difference(rainbow, "no red cones") < LEAST


def test_the_steeper_the_farther_from_grey():
    slope = np.array([[0.0, 0.5, 1.0, 1.0]])
    away = np.abs(direction_as_colour(slope, 0 * slope) - 0.5).sum(axis=-1)[0]
    assert away[0] == 0 < away[1] < away[2] == away[3]


def test_each_side_has_its_colour():
    right, left, up, down = direction_as_colour(
        np.array([[1.0, -1, 0, 0]]), np.array([[0.0, 0, -1, 1]])
    )[0]
    assert right[0] > right[2] and left[2] > left[0], "orange and blue"
    assert up.min() == 1 and down.max() == 0


def test_an_even_picture_is_grey_all_over():
    even = np.zeros((3, 4))
    assert np.all(direction_as_colour(even, even) == 0.5)


def test_the_key_shows_the_colours_of_the_picture_in_a_broad_ring():
    ax = show_direction_key()
    key = np.asarray(ax.images[0].get_array())
    middle, rim = KEY_RADIUS, 2 * KEY_RADIUS
    assert np.allclose(key[middle, middle], 0.5), "grey in the middle"
    assert np.all(key[0, 0] == 1), "white paper around the disc"
    right = direction_as_colour(np.ones((1, 1)), np.zeros((1, 1)))[0, 0]
    for column in (rim, rim - KEY_RADIUS // 3):
        assert np.allclose(key[middle, column], right), "full colour, to the right"
    assert [text.get_text() for text in ax.texts] == ["right", "left", "up", "down"]
