"""A smaller PNG looks as the figure did."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.tools.drawn_pictures import figure, photo, pixels
from tools import small_png
from tools.small_png import seen_difference, smaller


def test_a_drawing_gets_a_palette_and_looks_as_before():
    drawn = figure()
    small = smaller(drawn)
    with Image.open(io.BytesIO(small)) as picture, Image.open(io.BytesIO(drawn)) as was:
        assert picture.mode == "P"
        assert picture.size == was.size
        assert picture.info["dpi"] == was.info["dpi"]
    assert len(small) < len(drawn) / 2
    assert seen_difference(pixels(small), pixels(drawn)) <= small_png.MOST_SEEN
    ground = (pixels(drawn) == 255).all(axis=-1)
    assert (pixels(small)[ground] == 255).all()


def test_few_colours_are_stored_exactly():
    colours = np.random.default_rng(0).integers(256, size=(48, 4), dtype=np.uint8)
    colours[:, 3] = 255
    drawn = io.BytesIO()
    values = colours[np.arange(9600).reshape(80, 120) // 7 % 48]
    Image.fromarray(values).save(drawn, "PNG")
    assert (pixels(smaller(drawn.getvalue())) == values[..., :3]).all()


def test_details_of_many_colours_keep_them():
    values = np.random.default_rng(0).integers(256, size=(90, 90, 4), dtype=np.uint8)
    values[..., 3] = 255
    drawn = io.BytesIO()
    Image.fromarray(values).save(drawn, "PNG")
    assert seen_difference(pixels(smaller(drawn.getvalue())), values[..., :3]) < 8


def test_even_areas_keep_their_colour_in_a_photo_too():
    values = pixels(photo(), "RGBA").copy()
    values[100:130, 180:210] = 137, 201, 93, 255
    drawn = io.BytesIO()
    Image.fromarray(values).save(drawn, "PNG")
    small = pixels(smaller(drawn.getvalue()))
    assert (small[100:130, 180:210] == values[100, 180, :3]).all()


def test_a_photo_keeps_its_colours_and_gradients():
    drawn = photo()
    small = smaller(drawn)
    with Image.open(io.BytesIO(small)) as picture:
        assert picture.mode == "RGB"
    assert len(small) < 0.6 * len(drawn)
    wrong = abs(pixels(small).astype(int) - pixels(drawn))
    # smooth, but for the edge of the white: a step of 1 is the smallest there is
    assert wrong[:, 15:100].max() <= 1
    assert wrong.max() <= 7
    assert not wrong[:, :8].any()  # white
    assert seen_difference(pixels(small)[:, 15:100], pixels(drawn)[:, 15:100]) < 1


def test_a_gradient_of_greys_shows_no_steps():
    ramp = np.tile(np.linspace(0, 255, 400).astype(np.uint8), (200, 1))
    drawn = io.BytesIO()
    Image.fromarray(ramp).convert("RGBA").save(drawn, "PNG")
    small = pixels(smaller(drawn.getvalue()))[0, :, 0].astype(int)
    assert abs(small - ramp[0]).max() <= 1
    assert np.diff(small).max() <= 3


def test_transparency_stays():
    drawn = figure(transparent=True)
    assert (pixels(drawn, "RGBA")[..., 3] < 255).any()
    assert smaller(drawn) == drawn


def test_what_is_small_already_stays():
    for small in (smaller(figure()), smaller(photo())):
        assert smaller(small) == small


@pytest.mark.parametrize("dot", [(0, 0), (199, 299), (100, 150)])
def test_the_difference_is_that_of_the_worst_place(dot):
    white = np.full((200, 300, 3), 255, np.uint8)
    other = white.copy()
    other[dot] = 0
    assert seen_difference(white, other) > 10
    assert seen_difference(white, white) == 0
    assert seen_difference(white, white[1:]) == np.inf


def test_lab_is_that_of_the_standard():
    colours = np.array([[255, 255, 255], [255, 0, 0], [0, 0, 0]], np.uint8)
    expected = [[100, 0, 0], [53.24, 80.09, 67.2], [0, 0, 0]]  # of sRGB, D65
    assert small_png._lab(colours) == pytest.approx(np.array(expected), abs=0.1)
