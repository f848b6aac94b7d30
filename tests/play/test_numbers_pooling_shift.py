"""What a moved digit shows is what utils.arrays computes, on random cases."""

import itertools

import matplotlib.pyplot as plt
import numpy as np
import pytest

from utils.arrays.pooling import pool2d
from utils.arrays.shifts import another_photo, distance, edge_features, shift_gap

MOVES = [(0, 1), (0, -3), (2, 0), (-4, 3), (4, -4)]
POOLINGS = list(itertools.product((2, 3), (1, 2, 3), ("max", "average")))


@pytest.fixture
def random():
    return np.random.default_rng(0)


def pictures_with_a_rim(random, count=3):
    """Random pictures of whole numbers, (count, 35, 35), dark where a move leads."""
    pictures = np.zeros((count, 35, 35))
    pictures[:, 7:28, 7:28] = random.integers(0, 256, (count, 21, 21))
    return pictures


def with_channel(images):
    return np.asarray(images)[..., np.newaxis]


def test_pooled_maps_are_those_of_pool2d(call_in_node, random):
    cases, expected = [], []
    for size, stride, mode in POOLINGS * 3:
        picture = random.normal(size=random.integers(3, 12, size=2))
        cases.append([picture.tolist(), size, stride, mode])
        expected.append(pool2d(picture, size, stride, mode=mode))
    shown = call_in_node("shared/pooling.js", "pool2d", cases)
    for one, wanted in zip(shown, expected, strict=True):
        np.testing.assert_allclose(one, wanted, rtol=1e-13, atol=1e-13)


def test_left_edges_are_those_of_the_lesson(call_in_node, random):
    pictures = random.integers(0, 256, (10, 9, 7))
    maps = call_in_node(
        "shared/pooling.js", "edgeFeatures", [[p.tolist()] for p in pictures]
    )
    assert maps == edge_features(with_channel(pictures))[..., 0].tolist()


def test_changes_in_place_are_measured_as_in_the_lesson(call_in_node, random):
    cases, expected = [], []
    for (size, stride, mode), (down, right) in itertools.product(POOLINGS, MOVES):
        pictures = pictures_with_a_rim(random)
        moved = np.roll(pictures, (down, right), axis=(1, 2))
        state = {"size": size, "stride": stride, "mode": mode, "compared": "still"}
        state |= {"digit": 1, "down": down, "right": right}
        cases.append([pictures.tolist(), state])
        maps, maps_now = (edge_features(with_channel(p)) for p in (pictures, moved))
        pooled, now = (pool2d(m, size, stride, mode=mode) for m in (maps, maps_now))
        expected.append(
            {
                "mapChange": (distance(maps_now, maps) / another_photo(maps, 1))[1],
                "change": (distance(now, pooled) / another_photo(pooled, 1))[1],
                "mapDiffers": np.sum(maps_now[1] != maps[1]),
            }
        )
    shown = call_in_node("pooling_shift.js", "compare", cases)
    for one, wanted in zip(shown, expected, strict=True):
        assert {key: one[key] for key in wanted} == pytest.approx(wanted, rel=1e-9)


def test_what_is_left_after_moving_along_is_the_gap_of_the_dive(call_in_node, random):
    cases, expected = [], []
    for (size, stride, mode), right in itertools.product(POOLINGS, range(-4, 0)):
        pictures = pictures_with_a_rim(random)
        state = {"size": size, "stride": stride, "mode": mode, "compared": "along"}
        cases.append(
            [pictures.tolist(), {**state, "digit": 2, "down": 0, "right": right}]
        )

        def pool(maps, size=size, stride=stride, mode=mode):
            return pool2d(maps, size, stride, mode=mode)

        maps = edge_features(with_channel(pictures))
        expected.append(shift_gap(pool, maps, stride, -right, count=1)[2])
    shown = call_in_node("pooling_shift.js", "compare", cases)
    assert [one["change"] for one in shown] == pytest.approx(expected, abs=1e-9)
    assert all(one["mapDiffers"] == 0 for one in shown)
    whole = [state["right"] % state["stride"] == 0 for _, state in cases]
    assert all(
        one["differs"] == []
        for one, is_whole in zip(shown, whole, strict=True)
        if is_whole
    )


def test_the_colours_are_those_of_cividis(call_in_node):
    values = np.linspace(0, 1, 101)
    cases = [[7 * value, 7] for value in values]
    shown = call_in_node("shared/feature_colours.js", "cividisOf", cases)
    wanted = 255 * plt.get_cmap("cividis")(values)[:, :3]
    assert np.abs(np.array(shown) - wanted).max() < 10  # of 255: no eye sees it
