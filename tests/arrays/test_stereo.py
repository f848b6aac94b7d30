"""Both eyes see the same scene, and the disparity says how far it moves."""

import numpy as np
import pytest

from tests.one_sentence import assert_one_sentence
from utils.arrays.stereo import (
    COLUMNS,
    MOST,
    ROWS,
    WIDE,
    make_hills,
    make_pairs,
    photographed,
    random_texture,
    slanted,
    two_views,
)

GROUNDS = np.random.default_rng(0).random((2, ROWS + 3, WIDE + 5, 3)).astype(np.float32)
DISC = np.hypot(*(np.indices((30, 30)) - 14.5)) < 14
THING = np.dstack([np.random.default_rng(1).random((30, 30, 3)), DISC.astype(float)])


def opaque(picture):
    return np.concatenate([picture, np.ones((*picture.shape[:2], 1))], axis=-1)


def texture(seed):
    return opaque(random_texture(np.random.default_rng(seed)))


def square(seed, rows, columns):
    """A layer's picture that is seen only within these rows and columns."""
    picture = texture(seed)
    there = np.zeros((ROWS, WIDE), bool)
    there[rows, columns] = True
    picture[~there, 3] = 0
    return picture


@pytest.mark.parametrize("disparity", [0, 4, MOST])
def test_a_flat_scene_is_shifted_as_a_whole(disparity):
    picture = texture(2)
    flat = np.full((ROWS, WIDE), float(disparity))
    left, right, told, both = two_views([(picture, flat)])
    assert left.shape == right.shape == (ROWS, COLUMNS, 3)
    assert np.allclose(left, picture[:, :COLUMNS, :3])
    assert np.allclose(right, picture[:, disparity : COLUMNS + disparity, :3])
    assert np.all(told == disparity) and told.dtype == np.float32
    assert np.array_equal(both, np.indices(both.shape)[1] >= disparity)


def test_what_a_near_thing_hides_from_the_right_eye_is_known():
    ground = texture(3), np.full((ROWS, WIDE), 2.0)
    thing = square(4, np.s_[10:20], np.s_[40:50]), np.full((ROWS, WIDE), 8.0)
    _, _, disparity, both = two_views([ground, thing])
    expected = np.full((ROWS, COLUMNS), 2.0)
    expected[10:20, 40:50] = 8
    assert np.array_equal(disparity, expected)
    hidden = np.zeros((ROWS, COLUMNS), bool)
    hidden[:, :2] = True  # left of what the right eye sees
    # The thing covers 32 to 41 of the right view, which is 34 to 43 of the ground.
    hidden[10:20, 34:40] = True
    assert np.array_equal(both, ~hidden)


def moved(right, disparity):
    """The right view, laid on the left one by the disparity."""
    x = np.arange(right.shape[1])
    return np.array(
        [
            np.transpose([np.interp(x - d, x, channel) for channel in row.T])
            for row, d in zip(right, disparity, strict=True)
        ]
    )


def test_the_truth_lays_a_curved_surface_on_the_left_view():
    y, x = np.indices((ROWS, WIDE))
    hill = 3 + 6 * np.exp(-((x - 40) ** 2 + (y - 24) ** 2) / 300)
    wave = opaque(np.dstack([0.5 + 0.4 * np.sin(x / 5 + k) for k in range(3)]))
    left, right, disparity, both = two_views([(wave, hill)])
    away = np.abs(moved(right, disparity) - left)
    assert both.mean() > 0.9 and away[both].max() < 0.03
    assert np.abs(moved(right, disparity - 2) - left)[both].mean() > 0.05


def test_the_truth_lays_whole_scenes_on_the_left_view():
    pairs = make_pairs(8, [THING], GROUNDS, seed=0)
    apart = []
    for left, right, disparity, both in zip(*pairs, strict=True):
        apart.append(np.abs(moved(right, disparity) - left)[both].mean())
        apart.append(np.abs(moved(right, disparity + 2) - left)[both].mean())
    assert np.mean(apart[::2]) < 0.7 * np.mean(apart[1::2])


def test_scenes_are_what_they_are_said_to_be():
    pairs = make_pairs(12, [THING], GROUNDS, seed=1)
    shape = (12, ROWS, COLUMNS)
    assert pairs.left.shape == pairs.right.shape == (*shape, 3)
    assert pairs.disparity.shape == pairs.both.shape == shape
    for view in (pairs.left, pairs.right):
        assert view.dtype == np.float32 and view.min() >= 0 and view.max() <= 1
    assert pairs.disparity.min() >= 0 and pairs.disparity.max() <= MOST
    assert np.ptp(pairs.disparity, axis=(1, 2)).min() > 1
    assert 0.6 < pairs.both.mean() < 0.98


def test_a_seed_gives_the_same_scenes():
    for one, other in zip(
        *(make_pairs(2, [THING], GROUNDS, 5) for _ in "ab"), strict=True
    ):
        assert np.array_equal(one, other)
    other = make_pairs(2, [THING], GROUNDS, 6)
    assert not np.array_equal(other.left, make_pairs(2, [THING], GROUNDS, 5).left)


def test_eyes_differ_in_noise_and_exposure():
    layers = [(opaque(np.full((ROWS, WIDE, 3), 0.5)), np.zeros((ROWS, WIDE)))]
    rng = np.random.default_rng(0)
    shots = [photographed(layers, rng, grain=0.02, exposure=0.1) for _ in range(40)]
    means = np.array([(left.mean(), right.mean()) for left, right, _, _ in shots])
    assert np.allclose(means[:, 0], 0.5, atol=0.002)
    assert np.all(np.abs(means[:, 1] - 0.5) < 0.052) and np.ptp(means[:, 1]) > 0.07
    left, right, _, _ = shots[0]
    assert 0.019 < left.std() < 0.021
    assert abs(np.corrcoef(left.ravel(), right.ravel())[0, 1]) < 0.05
    same = photographed(layers, rng, grain=0, exposure=0)
    assert np.all(same[0] == 0.5) and np.all(same[1] == 0.5)


def test_a_plane_grows_as_told():
    plane = slanted(5, 0.02, -0.03)
    assert plane.shape == (ROWS, WIDE) and plane[ROWS // 2, COLUMNS // 2] == 5
    assert np.allclose(np.diff(plane, axis=1), 0.02)
    assert np.allclose(np.diff(plane, axis=0), -0.03)
    assert slanted(MOST, 0.1, 0).max() == MOST and slanted(0, 0.1, 0).min() == 0


@pytest.mark.parametrize(
    ("things", "grounds"),
    [([THING], GROUNDS[:, :20]), ([], GROUNDS), ([DISC], GROUNDS)],
)
def test_what_does_not_fit_is_said(things, grounds):
    with pytest.raises(ValueError) as error:
        make_pairs(1, things, grounds, 0)
    assert_one_sentence(error)


def test_hills_are_seen_with_two_eyes_only():
    pairs = make_hills(6, seed=0)
    assert pairs.left.shape == (6, ROWS, COLUMNS, 3)
    assert 1 <= pairs.disparity.min() and pairs.disparity.max() < MOST
    assert np.ptp(pairs.disparity, axis=(1, 2)).min() > 2
    assert np.abs(np.diff(pairs.disparity, axis=2)).max() < 1
    apart = [
        np.abs(moved(right, disparity + wrong) - left)[both].mean()
        for left, right, disparity, both in zip(*pairs, strict=True)
        for wrong in (0, 2)
    ]
    assert max(apart[::2]) < 0.6 * min(apart[1::2])
    # Dots know nothing of the hill that they lie on.
    bright = pairs.left.mean(axis=-1)
    assert abs(np.corrcoef(bright.ravel(), pairs.disparity.ravel())[0, 1]) < 0.05
