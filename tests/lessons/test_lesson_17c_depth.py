"""What dive 17c writes out does what it says."""

import numpy as np
import pytest
from scipy.special import softmax

from tests.lessons.lesson_code import run_cells
from utils.arrays.matching import pixel_costs
from utils.exercises import lesson_17c as exercise

LESSON = "17c_depth_from_two_eyes"
RANDOM = np.random.default_rng(0)


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", "deal", "judged", "volume", "network", "teach")
    return page


def test_the_parts_share_no_drawing_and_no_photo(page):
    for shares in (page["DRAWINGS"], page["FOURTHS"]):
        all_of_them = [one for part in shares.values() for one in part]
        assert len(all_of_them) == len(set(all_of_them))
    assert set(page["DRAWINGS"]) == set(page["FOURTHS"])


def test_the_volume_compares_what_lies_farther_left(page):
    shape = (2, page["ROWS"], page["COLUMNS"], 3)
    left, right = RANDOM.random((2, *shape)).astype("float32")
    costs = np.array(page["Costs"]()(left, right))
    most = page["MOST"]
    assert costs.shape == (*shape[:3], most + 1)
    expected = pixel_costs(left, right, most)
    assert np.allclose(costs[:, :, most:], expected[:, :, most:], atol=1e-5)
    # Where the right picture has no such column, zeros stand in.
    assert np.allclose(costs[:, :, 0, 3], np.abs(left[:, :, 0]).mean(-1), atol=1e-5)


def test_the_soft_argmin_is_that_of_scipy_and_of_the_task(page):
    costs = RANDOM.random((2, 3, 4, page["DISPARITIES"])).astype("float32")
    found = np.array(page["Expected"]()(20 * costs))
    expected = softmax(-20 * costs, axis=-1) @ np.arange(page["DISPARITIES"])
    assert np.allclose(found, expected, atol=1e-4)
    own = exercise.expected_disparity.reference.value(costs, 20)
    assert np.allclose(own, expected, atol=1e-4)


def test_before_training_a_network_of_pixels_is_soft_matching(page):
    shape = (1, page["ROWS"], page["COLUMNS"], 3)
    left, right = RANDOM.random((2, *shape)).astype("float32")
    found = np.array(page["new_network"]("pixels")([left, right]))
    expected = page["Expected"]()(20 * page["Costs"]()(left, right))
    assert np.allclose(found, expected, atol=1e-4)


def test_networks_have_as_many_weights(page):
    weights = {
        page["new_network"](kind).count_params() for kind in ("features", "pixels")
    }
    assert len(weights) == 1


def test_errors_are_counted(page):
    pairs = page["make_hills"](2, 0)
    off = np.zeros(pairs.disparity.shape)
    off[0, :12] = 2  # a quarter of half of the pixels
    off[1, :24] = -4  # half of half
    scores = page["judged"](pairs.disparity + off, pairs)
    assert np.isclose(scores["error"], 2 / 8 + 4 / 4)
    assert np.isclose(scores["over 1"], 3 / 8) and np.isclose(scores["over 3"], 1 / 4)
    share = pairs.both.mean()
    together = scores["seen by both"] * share + scores["by one"] * (1 - share)
    assert np.isclose(together, scores["error"])


def test_a_row_is_matched_as_by_block_matching(page):
    run_cells(LESSON, page, "by-hand-functions")
    row = RANDOM.random((1, 40, 1))
    left = np.roll(row, 4, axis=1)
    found = page["match"](left.repeat(9, 0), row.repeat(9, 0), 5)
    match_row = exercise.match_row.reference.value
    for column in range(16, 36):
        told = match_row(left[0, :, 0], row[0, :, 0], column, 2, page["MOST"])
        assert told == found[4, column] == 4


def test_stored_networks_that_are_judged_do_not_say_one_number(page):
    """As one does whose training has failed."""
    runs = page["load_result"]("stereo")["runs"]
    judged = [run for run in runs if run["part"] == "judged"]
    (one,) = [
        run["error"]
        for run in judged
        if (run["way"], run["test"]) == ("one number", "new drawings")
    ]
    errors = [
        run["error"]
        for run in judged
        if "weights" in run and run["test"] == "new drawings"
    ]
    assert len(errors) == 6 and max(errors) < 0.9 * one
