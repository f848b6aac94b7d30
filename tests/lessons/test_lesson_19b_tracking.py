"""What dive 19b writes out does what it says."""

import numpy as np
import pytest
from skimage.feature import match_template

from tests.lessons.lesson_code import run_cells
from utils.arrays import tracking
from utils.arrays.tracks import counted, mota
from utils.arrays.walkers import convoy, detections, walkers
from utils.exercises import lesson_19b as exercise

LESSON = "19b_tracking"
CELLS = ["window", "follow-one", "pixels", "best-pairs", "move", "follow"]


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON, "overlaps": np.eye(3), "convoy": convoy}
    run_cells(LESSON, page, "settings", *CELLS)
    return page


def test_likeness_is_that_of_scikit_image():
    random = np.random.default_rng(0)
    likeness = exercise.likeness.reference.value
    for _ in range(20):
        frame = random.random(random.integers(6, 12, 2))
        piece = random.random(random.integers(2, 6, 2))
        windows = np.lib.stride_tricks.sliding_window_view(frame, piece.shape)
        own = [[likeness(piece, window) for window in row] for row in windows]
        assert np.allclose(own, match_template(frame, piece), atol=1e-6)


def test_a_window_goes_on_beyond_the_rim(page):
    frame = np.arange(20.0).reshape(4, 5)
    inside = page["window"](frame, np.array([2.0, 3.0]), 2, 2)
    assert np.array_equal(inside, frame[1:3, 2:4])
    beyond = page["window"](frame, np.array([0.0, 0.0]), 4, 2)
    assert np.array_equal(beyond, frame[[0, 0, 0, 1]][:, [0, 0]])


def film_of_a_patch(steps, seed=0):
    """A frame of noise for each place, with a patch of its own noise pasted on."""
    random = np.random.default_rng(seed)
    ground, patch = random.random((60, 70, 3)), random.random((9, 12, 3))
    frames, boxes = [], []
    for y, x in steps:
        frame = ground.copy()
        frame[y : y + 9, x : x + 12] = patch
        frames.append(frame)
        boxes.append([x, y, x + 12, y + 9])
    return np.array(frames), np.array(boxes, float)


@pytest.mark.parametrize("renew", [False, True])
def test_a_patch_is_followed_to_the_pixel(page, renew):
    steps = [(20, 20), (25, 14), (30, 30), (38, 35), (22, 25)]
    frames, boxes = film_of_a_patch(steps)
    found = page["follow_one"](frames, boxes[0], *page["normalised"], renew=renew)
    assert np.array_equal(found, boxes)
    bright = 0.2 + 0.5 * frames
    found = page["follow_one"](bright, boxes[0], *page["normalised"], renew=renew)
    assert np.array_equal(found, boxes)


def test_farther_than_its_reach_it_does_not_look(page):
    frames, boxes = film_of_a_patch([(20, 10), (20, 10 + page["REACH"] + 1)])
    found = page["follow_one"](frames, boxes[0], *page["normalised"])
    assert not np.array_equal(found[1], boxes[1])


def test_the_tracker_is_that_of_utils(page):
    for seed in range(3):
        found = detections(walkers(seed, 30), seed)
        for settings in ({}, {"patience": 0}, {"velocity": False, "patience": 1}):
            own = page["follow"](found, **settings)
            expected = tracking.follow(found, **settings)
            for (names, boxes), (others, same) in zip(own, expected, strict=True):
                assert np.array_equal(names, others) and np.array_equal(boxes, same)


def test_the_count_by_hand_is_that_of_utils():
    box, far = [0, 0, 4, 4], [8, 8, 12, 12]
    truths = [([1, 2], [box, far])] * 4
    tracks = [([7, 8], [box, far]), ([7], [box]), ([9, 8], [box, far])]
    tracks.append(([9, 8, 5], [box, far, [20, 0, 24, 4]]))
    assert counted(truths, tracks)[1:] == (1, 1, 1)
    assert mota(truths, tracks) == 1 - 3 / 8
    switches = exercise.count_switches.reference.value
    assert switches([7, 7, 9, 9]) + switches([8, -1, 8, 8]) == 1
    greedy = exercise.greedy.reference.value
    overlaps = np.random.default_rng(0).random((5, 4))
    assert greedy(overlaps, 0.2) == list(
        map(tuple, tracking.greedy_pairs(overlaps).tolist())
    )
