"""What dive 15d writes out does what it says."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import pytest

from tests.lessons.lesson_code import run_cells
from utils.exercises import lesson_15d as exercise
from utils.files.results import load_result
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "15d_rare_pixels"


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON}
    cells = "scenes", "by-hand", "pushes", "network", "losses", "ways", "thresholds"
    run_cells(LESSON, page, "settings", *cells)
    return page


@pytest.fixture(scope="module")
def pair():
    rng = np.random.default_rng(0)
    truth = (rng.random((3, 8, 8, 1)) < 0.1).astype("float32")
    return truth, rng.uniform(0.01, 0.99, truth.shape).astype("float32")


def test_foreground_is_rare_in_every_pile_and_half_of_the_scenes_are_empty(page):
    for pile in ("learn_from", "choose_by", "test"):
        pictures, truth = page[pile]
        assert pictures.shape == truth.shape and pictures.shape[1:] == (32, 32, 1)
        assert set(np.unique(truth)) == {0, 1}
        assert 0.004 < truth.mean() < 0.008
        assert 0.45 < truth.any(axis=(1, 2, 3)).mean() < 0.55


def test_no_photo_lies_in_two_piles(page):
    photos = [set(map(bytes, grounds)) for _, grounds, *_ in page["PILES"].values()]
    assert not photos[0] & photos[1] and not photos[2] & (photos[0] | photos[1])
    assert sum(map(len, photos)) == len(page["photos"])


def test_dice_loss_is_that_of_keras(page, pair):
    truth, shares = pair
    expected = float(keras.losses.dice(truth, shares))
    assert float(page["dice_loss"](truth, shares)) == pytest.approx(expected, abs=1e-6)
    assert page["soft_dice"](truth, shares) == pytest.approx(expected, abs=1e-6)


def test_a_batch_with_nothing_in_it_teaches_the_dice_loss_nothing(page, pair):
    _, shares = pair
    losses = [page["dice_loss"](0 * shares, s * shares) for s in (0.1, 1)]
    assert [float(loss) for loss in losses] == [1, 1]


def test_weighted_by_one_is_the_cross_entropy_of_keras(page, pair):
    truth, shares = pair
    expected = float(np.mean(keras.losses.binary_crossentropy(truth, shares)))
    assert float(page["weighted"](1)(truth, shares)) == pytest.approx(expected, 1e-5)
    assert page["cross_entropy"](truth, shares) == pytest.approx(expected, 1e-5)


def test_a_weight_counts_foreground_so_often(page, pair):
    truth, shares = pair
    there, ground = truth > 0, truth == 0
    by_hand = -5 * np.log(shares[there]).sum() - np.log(1 - shares[ground]).sum()
    found = float(page["weighted"](5)(truth, shares))
    assert found == pytest.approx(by_hand / truth.size, 1e-5)


def test_pushes_are_the_slopes_of_the_loss(page):
    truth, shares = np.array([1.0, 0.0, 0.0]), np.array([0.3, 0.1, 0.2])
    found = page["pushes"](page["cross_entropy"], truth, shares)
    np.testing.assert_allclose(found, (truth - shares) / 3, rtol=1e-5)
    below, shared = truth.sum() + shares.sum(), np.sum(truth * shares)
    slopes = -2 * (truth * below - shared) / below**2 * shares * (1 - shares)
    found = page["pushes"](page["soft_dice"], truth, shares)
    np.testing.assert_allclose(found, -slopes, rtol=1e-5)


def test_the_network_begins_about_where_it_is_told(page):
    scenes = page["learn_from"][0][:4]
    for start in (0.5, 0.01):
        said = np.asarray(page["unet"](start)(scenes, training=False))
        assert said.shape == scenes.shape
        assert start / 3 < np.median(said) < 3 * start


def test_ious_are_those_of_masks(page, pair):
    truth, shares = pair
    found = page["ious"](shares, truth)
    assert page["THRESHOLDS"][page["HALF"]] == 0.5
    mask, there = shares > 0.5, truth > 0
    expected = np.sum(mask & there) / np.sum(mask | there)
    assert found[page["HALF"]] == pytest.approx(expected)


def test_training_changes_the_network_by_its_own_scenes(page, uncompiled):
    model = page["prepared"]("Dice", 2, 0.01)
    before = model.get_weights()
    page["learn"](model, 2, seed=0)
    assert any(np.any(a != b) for a, b in zip(before, model.get_weights(), strict=True))


def test_the_safe_loss_is_kerass_without_the_extra(pair):
    truth, shares = (part[..., 0].astype(float) for part in pair)
    safe = exercise.safe_dice.reference.value
    expected = np.mean(keras.losses.dice(truth, shares, axis=(1, 2)))
    assert safe(truth, shares, 0) == pytest.approx(float(expected), abs=1e-6)


def test_a_weight_is_undone():
    share, weight = np.array([0.01, 0.3, 0.9]), 17.0
    said = weight * share / (weight * share + 1 - share)
    np.testing.assert_allclose(exercise.unweighted.reference.value(said, weight), share)


def test_who_begins_at_the_share_needs_no_dice_even_at_one_half():
    runs = [run for run in load_result("rare")["runs"] if run["part"] == "runs"]
    for steps in (150, 600):
        begun, dice = (
            [r["half"] for r in runs if (r["way"], r["steps"]) == (way, steps)]
            for way in ("begun at the share", "Dice")
        )
        assert len(begun) == len(dice) == 5
        assert np.mean(begun) > np.mean(dice)


def test_each_way_had_three_or_four_learning_rates_one_training_each():
    rated = [run for run in load_result("rare")["runs"] if run["part"] == "rates"]
    for steps in (150, 600):
        for way in {run["way"] for run in rated}:
            tried = {
                run["rate"]: run["choose"]
                for run in rated
                if (run["way"], run["steps"]) == (way, steps)
            }
            assert len(tried) in (3, 4)
            used = {
                run["rate"]
                for run in load_result("rare")["runs"]
                if (run["part"], run["way"], run["steps"]) == ("runs", way, steps)
            }
            assert used == {max(tried, key=tried.get)}


def test_no_digit_has_more_pixels_a_side_than_the_text_says(page):
    there = page["test"][1][..., 0] > 0
    for axis in (1, 2):
        assert 6 <= there.any(axis=axis).sum(axis=1).max() <= 8
