"""How far feature maps change when the scene moves, on maps whose answer is known."""

import numpy as np
import pytest

from utils.arrays.pooling import pool2d
from utils.arrays.shifts import (
    another_photo,
    cut_crops,
    distance,
    edge_features,
    random_places,
    shift_gap,
)


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def test_places_leave_room_and_stand_photo_by_photo(rng):
    photos = [np.zeros((12, 20)), np.ones((15, 11))]
    places = random_places(photos, 50, 10, rng)
    assert [photo[0, 0] for photo, _, _ in places] == [0] * 50 + [1] * 50
    for photo, row, column in places:
        assert 0 <= row < photo.shape[0] - 10
        assert 0 <= column < photo.shape[1] - 10


def test_a_crop_moved_right_shows_what_stood_right_of_it(rng):
    photo = rng.random((9, 12))
    places = [(photo, 1, 2), (photo, 3, 0)]
    still, moved = cut_crops(places, 6, 0), cut_crops(places, 6, 3)
    assert still.shape == moved.shape == (2, 6, 6, 1)
    assert np.array_equal(still[0, :, :, 0], photo[1:7, 2:8])
    assert np.array_equal(moved[:, :, :3], still[:, :, 3:])


def test_edge_features_answer_where_brightness_grows_to_the_right():
    ramp = np.tile([0.0, 0, 1, 1, 0, 0], (4, 1))[np.newaxis, :, :, np.newaxis]
    assert np.array_equal(edge_features(ramp)[0, :, :, 0], [[4, 4, 0, 0]] * 2)


def test_distance_knows_no_contrast_and_ends_at_a_right_angle():
    one = np.array([[3.0, 0], [0, 5], [1, 1]]).reshape(3, 1, 2, 1)
    other = np.array([[6.0, 0], [2, 0], [1, 0]]).reshape(3, 1, 2, 1)
    expected = [0, np.sqrt(2), 2 * np.sin(np.pi / 8)]
    assert distance(one, other) == pytest.approx(expected)


def test_the_control_takes_every_other_photo_and_never_the_same_one():
    # two crops of each of three photos; crops of one photo are alike
    maps = np.eye(3).repeat(2, axis=0).reshape(6, 1, 3, 1)
    assert another_photo(maps, 2) == pytest.approx([np.sqrt(2)] * 6)
    maps[2:] = maps[2]  # the last two photos are now alike: half of the control
    assert another_photo(maps, 2)[2:] == pytest.approx([np.sqrt(2) / 2] * 4)


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_pooling_is_equivariant_to_multiples_of_its_stride(rng, stride):
    maps = rng.random((4, 8, 24, 1))
    gaps = [
        shift_gap(lambda m: pool2d(m, 3, stride), maps, stride, shift, 1).max()
        for shift in range(7)
    ]
    assert np.array_equal(np.array(gaps) == 0, np.arange(7) % stride == 0)
