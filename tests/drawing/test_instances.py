"""Each object has a colour of its own, a white rim, and unlike neighbours."""

import numpy as np
import pytest

from utils.drawing.instances import COLOURS, NEAR, show_objects

PICTURE = np.full((12, 30), 0.4)


def shown(objects):
    return show_objects(PICTURE, objects, "a title").images[0].get_array()


@pytest.fixture
def objects():
    """Nine objects of 4×6 pixels that touch one another, and ground to the right."""
    numbers = np.arange(1, 10).reshape(3, 3) * 7  # a step of 7 repeats no colour
    whole = np.zeros((12, 30), dtype=int)
    whole[:, :18] = numbers.repeat(4, 0).repeat(6, 1)
    return whole


def test_the_ground_stays_grey_and_rims_are_white(objects):
    image = shown(objects)
    assert np.all(image[objects == 0] == 0.4)
    assert np.all(image[3:5, :18] == 1) and np.all(image[:, 17] == 1)
    assert np.all(image[0, 1:5] < 1), "the picture's edge is no rim"


def test_objects_that_touch_differ_in_colour(objects):
    image = shown(objects)
    inner = image[1::4, 2:18:6][:3, :3]
    inner = np.round((inner - 0.35 * 0.4) / 0.65, 6)
    known = {tuple(row) for row in np.round(COLOURS, 6).tolist()}
    colours = [[tuple(pixel) for pixel in row] for row in inner.tolist()]
    assert {colour for row in colours for colour in row} <= known
    for row in range(3):
        for column in range(3):
            near = [(row, column + 1), (row + 1, column), (row + 1, column + 1)]
            for y, x in near:
                if y < 3 and x < 3:
                    assert colours[row][column] != colours[y][x]


def test_objects_near_each_other_differ_in_colour_too():
    far = 2 + NEAR
    objects = np.zeros((12, 30), dtype=int)
    objects[2:8, 2:8], objects[2:8, 7 + far : 14 + far] = 1, 7  # the same remainder
    image = shown(objects)
    assert np.array_equal(image[5, 5], image[5, 10 + far])
    objects[2:8, 8 + NEAR - 1 : 14 + far] = 7
    image = shown(objects)
    assert not np.array_equal(image[5, 5], image[5, 10 + far])


def test_more_neighbours_than_colours_are_drawn_all_the_same():
    objects = np.arange(1, 25).reshape(4, 6).repeat(3, 0).repeat(5, 1)
    assert shown(objects).shape == (12, 30, 3)
