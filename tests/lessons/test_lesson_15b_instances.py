"""What dive 15b builds: its three maps, its watershed, its ways to read the maps."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import pytest
from scipy import ndimage
from skimage.segmentation import watershed

from tests.lessons.lesson_code import lesson_namespace
from utils.arrays.instances import mask_ious
from utils.exercises import lesson_15b as exercise

lesson = lesson_namespace("15b_instances")
DOWN, ALONG = np.indices((40, 60))
PAIR = np.zeros((40, 60), dtype=int)  # two discs that touch
PAIR[np.hypot(DOWN - 20, ALONG - 20) <= 10] = 1
PAIR[(np.hypot(DOWN - 20, ALONG - 38) <= 10) & (PAIR == 0)] = 2


def test_depth_is_measured_within_each_nucleus():
    nuclei = np.repeat([[1, 1, 1, 2, 2, 0, 3, 3]], 9, axis=0)
    assert lesson["depths"](nuclei)[4].tolist() == [3, 2, 1, 1, 1, 0, 1, 2]


def test_the_maps_say_nucleus_border_and_depth():
    mask, border, depth = np.moveaxis(lesson["three_maps"](PAIR), -1, 0)
    np.testing.assert_array_equal(mask, PAIR > 0)
    np.testing.assert_allclose(depth * lesson["DEEPEST"], lesson["depths"](PAIR))
    outermost = exercise.borders.reference.value(PAIR)
    assert np.all(border[outermost] == 1) and 0 < border.sum() < mask.sum() / 2
    assert border[20, 29:33].all(), "it runs between the two"


def test_nuclei_on_the_line_are_those_on_both_sides():
    nuclei = np.array([[1, 1, 2, 2, 0, 3], [0, 0, 0, 2, 4, 4]])
    on_it = lesson["on_the_line"](nuclei, 3)
    np.testing.assert_array_equal(on_it, nuclei == 2)


def test_the_flood_is_a_watershed():
    mask = PAIR > 0
    high = ndimage.distance_transform_edt(mask)
    tops = np.where(high > 9, PAIR, 0)
    assert tops.max() == 2
    parted = lesson["part_by_water"](high, tops, mask)
    differs = parted != watershed(-high, tops, mask=mask)
    assert np.mean(differs) < 0.01, "but for places of equal height"
    assert np.array_equal(parted > 0, mask)
    assert mask_ious(parted, PAIR).max(axis=1).min() > 0.9


def test_ious_written_out_are_those_of_utils():
    rng = np.random.default_rng(0)
    found, truth = rng.integers(0, 5, (2, 9, 12))
    np.testing.assert_allclose(
        lesson["mask_ious"](found, truth), mask_ious(found, truth)
    )


@pytest.mark.parametrize("way", ["distance", "border", "depth"])
def test_true_maps_are_read_rightly(way):
    maps = lesson["three_maps"](PAIR)
    left_out = np.zeros(PAIR.shape, dtype=bool)
    setting = lesson["best_setting"](maps, way, PAIR, left_out)
    found = lesson["read"](maps, way, setting)
    assert setting in lesson["SETTINGS"][way]
    assert lesson["count"](found) == 2
    assert mask_ious(found, PAIR).max(axis=1).min() > 0.9


def test_blobs_join_what_touches_and_specks_are_dropped():
    maps = lesson["three_maps"](PAIR)
    maps[1:4, 1:4, 0] = 1  # nine pixels
    found = lesson["read"](maps[..., :1], "blobs", 0)
    assert lesson["count"](found) == 1
    np.testing.assert_array_equal(found > 0, PAIR > 0)


def test_what_lies_on_the_line_is_not_found():
    found = lesson["find"](lesson["three_maps"](PAIR), "border", 0.5, PAIR == 1)
    assert found.shape == PAIR.shape and lesson["count"](found) == 1


def test_crops_show_the_same_place_of_picture_and_maps():
    picture = np.arange(40 * 50, dtype="float32").reshape(40, 50)
    maps = np.stack([picture % 2, picture % 3, picture % 5], axis=-1)
    rng = np.random.default_rng(0)
    given, wanted = lesson["crops"](picture, maps, 30, rng, side=8)
    assert given.shape == (30, 8, 8, 1) and wanted.shape == (30, 8, 8, 3)
    for k, divisor in enumerate((2, 3, 5)):
        np.testing.assert_array_equal(wanted[..., k], given[..., 0] % divisor)
    assert len({float(crop[0, 1, 0] - crop[0, 0, 0]) for crop in given}) == 4


@pytest.mark.parametrize("outputs", [1, 3])
def test_every_pixel_gets_its_maps(outputs):
    network = lesson["unet"](outputs, (2, 3, 4))
    said = lesson["maps_of"](network, np.random.default_rng(0).random((16, 24)))
    assert said.shape == (16, 24, outputs)
    assert said.min() > 0 and said.max() < 1


def test_the_flood_of_the_task_is_scipys():
    rng = np.random.default_rng(0)
    for _ in range(50):
        mask = rng.random((12, 15)) < rng.uniform(0.3, 0.8)
        blobs = exercise.blobs.reference.value(mask)
        np.testing.assert_array_equal(blobs, ndimage.label(mask)[0])
