"""What lesson 15 builds: its networks, its way back to the places, its crops."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace
from utils.models.empty_networks import without_numbers

lesson = lesson_namespace("15_segmentation")
WAYS = ("nearest", "transposed", "indices")


def parameters(**settings):
    with without_numbers():
        return lesson["segmenter"](**settings).count_params()


def test_the_ways_up_have_equally_many_parameters():
    assert len({parameters(way=way) for way in WAYS}) == 1


def test_skips_and_their_control_have_equally_many_parameters():
    assert parameters(skips="kept") == parameters(skips="coarse") > parameters()


@pytest.mark.parametrize("way", WAYS)
def test_every_pixel_gets_a_share(way):
    network = lesson["segmenter"](way, "kept", (2, 3, 4))
    shares = lesson["shares"](network, np.random.default_rng(0).random((16, 24)))
    assert shares.shape == (16, 24)
    assert shares.min() > 0 and shares.max() < 1


def test_unpooling_puts_numbers_back_where_the_largest_stood():
    maps = np.random.default_rng(0).normal(size=(2, 6, 4, 3)).astype("float32")
    back = np.asarray(lesson["unpooled"](lesson["halved"](maps), maps))
    windows = maps.reshape(2, 3, 2, 2, 2, 3)
    largest = windows == windows.max(axis=(2, 4), keepdims=True)
    expected = np.where(largest, windows, 0).reshape(maps.shape)
    np.testing.assert_array_equal(back, expected)


def test_crops_show_the_same_place_of_picture_and_truth():
    picture = np.arange(40 * 50, dtype="float32").reshape(40, 50)
    truth = picture % 2 == 0
    rng = np.random.default_rng(0)
    given, wanted = lesson["crops"](picture, truth, 30, rng, side=8)
    assert given.shape == wanted.shape == (30, 8, 8, 1)
    np.testing.assert_array_equal(wanted, given % 2 == 0)
    steps = {abs(float(crop[0, 1, 0] - crop[0, 0, 0])) for crop in given}
    assert steps == {1, 50}, "some lie on their side"
    turned = {float(np.sign(crop[0, 1, 0] - crop[0, 0, 0])) for crop in given}
    assert turned == {-1, 1}, "some are mirrored or turned round"


def test_depth_is_the_distance_to_the_border_from_either_side():
    truth = np.zeros((1, 7), dtype=bool)
    truth[:, :4] = True
    assert lesson["depth"](truth).tolist() == [[4, 3, 2, 1, 1, 2, 3]]


def test_a_coarse_truth_is_the_majority_of_each_square():
    truth = np.array([[1, 1, 0, 0], [0, 0, 0, 1]], dtype=bool)
    coarse = lesson["coarse"](truth, 2)
    assert coarse.tolist() == [[True, True, False, False]] * 2
