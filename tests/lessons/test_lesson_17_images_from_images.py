"""What lesson 17 writes out does what it says."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from tests.benchmarks.bench_denoising import NO_FILTER, too_near
from tests.benchmarks.climb import edges
from tests.lessons.lesson_code import (
    NOTEBOOKS,
    cell_sources,
    lesson_namespace,
    run_cells,
)
from utils.arrays.quality import psnr, ssim_map
from utils.exercises import lesson_17 as exercise
from utils.files.results import load_result

LESSON = "17_images_from_images"


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON}
    cells = ["photos", "noise", "pieces", "network", "train", "judged"]
    cells += ["old-ways", "salt", "cells", "spots", "spot-kept"]
    run_cells(LESSON, page, "settings", *cells)
    return page


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def test_decibels_are_those_of_the_helper(rng):
    decibels = lesson_namespace(LESSON)["decibels"]
    first, second = rng.uniform(size=(2, 9, 7))
    assert decibels(first, second) == pytest.approx(psnr(first, second))


def test_likeness_of_patches_is_ssim_at_their_middle(rng):
    likeness = lesson_namespace(LESSON)["likeness"]
    first, second = rng.uniform(size=(2, 20, 17))
    expected = ssim_map(first, second)
    for down, right in [(0, 0), (9, 6), (4, 3)]:
        patch = slice(down, down + 11), slice(right, right + 11)
        found = likeness(first[patch], second[patch])
        assert found == pytest.approx(expected[down, right], abs=1e-12)


@pytest.mark.parametrize("number", (0, 7, 40, 101))
def test_a_photo_of_the_reader_fails_nowhere(number, monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", "photos", "noise")
    file = sorted(page["DATA_FOLDER"].glob("photos/*/*.jpg"))[number]
    code = cell_sources(LESSON)["noisy"]
    assert code.count("../images/chelsea.png") == 1
    exec(code.replace("../images/chelsea.png", str(file)), page)
    run_cells(LESSON, page, "decibels", "twice", "ssim", "three-harms")
    plt.close("all")
    assert np.array_equal(page["photo"], page["small"](str(file)))


def test_no_photo_is_learnt_from_and_judged(page):
    parts = [
        {photo.tobytes() for photo in page[name]}
        for name in ("LEARN", "CHOOSE", "JUDGE")
    ]
    assert len(set.union(*parts)) == sum(map(len, parts)) == len(page["photos"])
    assert len(parts[0]) == pytest.approx(2 * len(parts[1]), abs=2)


def test_noise_has_mean_zero_and_its_size(page, rng):
    noise = page["add_noise"](np.full((300, 300), 0.5), 0.1, rng) - 0.5
    assert noise.dtype == np.float32
    assert noise.mean() == pytest.approx(0, abs=0.002)
    assert noise.std() == pytest.approx(0.1, rel=0.02)


def test_salt_leaves_a_mean_like_fog(page, rng):
    salted = page["add_salt"](np.full((300, 300), 0.3, np.float32), 0.2, rng)
    assert salted.dtype == np.float32
    assert set(np.unique(salted)) == {np.float32(0.3), np.float32(1)}
    assert salted.mean() == pytest.approx(0.2 + 0.8 * 0.3, abs=0.01)
    assert np.median(salted) == np.float32(0.3)


def test_pieces_come_from_the_picture_on_either_side_up(page, rng):
    picture = np.arange(50 * 45, dtype=np.float32).reshape(50, 45)
    pieces = page["pieces_of"]([picture], 60, rng)
    assert pieces.shape == (60, 40, 40, 1)
    steps = {(p[0, 1, 0] - p[0, 0, 0], p[1, 0, 0] - p[0, 0, 0]) for p in pieces}
    assert steps == {
        pair for a in (1, -1) for b in (45, -45) for pair in [(a, b), (b, a)]
    }


def test_the_denoiser_subtracts_and_takes_any_size(page):
    network = page["new_denoiser"]()
    for weights in network.trainable_variables:
        weights.assign(np.zeros(weights.shape))
    picture = np.random.default_rng(0).uniform(size=(31, 44)).astype("float32")
    assert np.array_equal(page["repaired_by"](network)(picture), picture)
    network.layers[-2].bias.assign([0.25])
    found = page["repaired_by"](network)(picture)
    np.testing.assert_allclose(found, picture - 0.25, atol=1e-6)


def test_the_older_ways_keep_an_even_picture(page):
    even = np.full((30, 33), 0.4, np.float32)
    for method, axes in page["OLD_WAYS"].values():
        middle = [axis[len(axis) // 2] for axis in axes]
        for k, axis in enumerate(axes):
            for value in axis:
                setting = [*middle[:k], value, *middle[k + 1 :]]
                repaired = method(even, 0.1, *setting)
                np.testing.assert_allclose(repaired, even, atol=1e-5)


def test_no_chosen_setting_lies_at_an_end_of_what_was_tried(page):
    runs = load_result("denoising")["runs"]
    older = [run for run in runs if run["way"] in page["OLD_WAYS"]]
    assert {run["noise"] for run in older} == {10, 25, 50}
    assert not too_near(older, page["OLD_WAYS"])
    spotted = [run for run in load_result("spots")["runs"] if "setting" in run]
    assert {run["taught"] for run in spotted} == {"Gaussian", "non-local means"}
    for run in spotted:
        axes = page["OLD_WAYS"][run["taught"]][1]
        assert not edges(axes, run["setting"], NO_FILTER)


def test_an_end_of_what_was_tried_is_noticed(page):
    run = {"way": "Gaussian", "noise": 25, "settings": [[1], [3]]}
    assert too_near([run], page["OLD_WAYS"]) == [("Gaussian", 25, [3])]


def test_a_spot_is_as_bright_as_it_should_be(page):
    contrasts = np.zeros((2, 21, 21, 1))
    contrasts[0, 10, 10] = 0.4
    spot = page["spots"](contrasts)
    assert spot[0].max() == spot[0, 10, 10, 0] == pytest.approx(0.4, rel=0.01)
    assert not spot[1].any()
    assert spot[0, 10, 12, 0] < 0.07  # a few pixels wide


def test_small_bright_spots_are_rare_in_the_cells(page):
    def small_and_bright(picture):
        return gaussian_filter(picture, 1) - gaussian_filter(picture, 3)

    contrasts = np.zeros((1, 41, 41, 1))
    contrasts[0, 20, 20] = 0.4
    spot = small_and_bright(page["spots"](contrasts)[0, ..., 0]).max()
    assert np.mean(small_and_bright(page["CELLS"]) > spot) < 0.001


def test_what_is_kept_and_removed_add_up(page, rng):
    without, noise, spot = rng.uniform(size=(3, 9, 9))
    removed = exercise.share_removed.reference.value
    for within in (without, without + spot, without + 0.3 * spot + noise):
        kept = page["share_kept"](without, within, spot)
        assert kept == pytest.approx(1 - removed(without, within, spot))
    assert page["share_kept"](without, without + spot, spot) == pytest.approx(1)


def test_spots_are_counted_where_they_are_and_nowhere_else(page):
    cells = np.full((4, 30, 30, 1), 0.3)
    contrasts = np.zeros_like(cells)
    contrasts[0, 9, 9] = contrasts[0, 20, 12] = 0.4
    contrasts[1, 15, 15], contrasts[2, 15, 15] = 0.22, 0.18
    seen = page["spots_seen"]
    assert seen(cells, cells, 0.4) == 0
    assert seen(cells + page["spots"](contrasts), cells, 0.4) == 3 / 4
    assert seen(cells - page["spots"](contrasts), cells, 0.4) == 0  # dark ones


def test_stored_salt_shows_what_the_lesson_says_of_it(page):
    def salted(part, target, steps=300):
        wanted = {"way": "salt", "target": target, "steps": steps}
        runs = load_result("denoising")["runs"]
        return np.array([run[part] for run in runs if wanted.items() <= run.items()])

    def quality(change):
        return np.mean([psnr(change(photo), photo) for photo in page["JUDGE"]])

    rng = np.random.default_rng(3)  # the noise of the third run
    left = quality(lambda photo: page["add_salt"](photo, 0.2, rng))
    fog = quality(lambda photo: 0.2 + 0.8 * photo)
    clean = salted("found", "clean").mean(axis=0)
    assert np.abs(salted("found", "squared") - (0.2 + 0.8 * clean)).max() < 0.05
    assert np.abs(salted("psnr", "squared") - fog).max() < 1.5 < fog - left - 5
    idle = salted("subtracted", "absolute") < 0.001
    assert len(idle) == 5 and idle.sum() == 1
    assert (idle == (salted("subtracted", "absolute", 600) < 0.001)).all()
    found, longer = salted("psnr", "absolute"), salted("psnr", "absolute", 600)
    assert max(abs(found[idle] - left), abs(longer[idle] - left)) < 0.1
    assert np.abs(salted("found", "absolute")[~idle] - clean).max() < 0.05
    assert (longer - found)[~idle].min() > 1
    assert found.max() < salted("psnr", "clean").min()


def test_the_network_sees_five_pixels_to_each_side(page):
    network = page["new_denoiser"]()
    even = np.full((25, 25), 0.5, np.float32)
    dotted = even.copy()
    dotted[12, 12] = 1
    repair = page["repaired_by"](network)
    changed = np.argwhere(np.abs(repair(dotted) - repair(even)) > 0)
    assert np.abs(changed - 12).max() == 5


def test_a_network_that_changes_nothing_keeps_the_spot(page):
    network = page["new_denoiser"]()
    for weights in network.trainable_variables:
        weights.assign(np.zeros(weights.shape))
    seen = page["look_at_spots"](network, 0.1, 0.4, seed=0, count=3)
    assert page["share_kept"](*seen[2:]) == pytest.approx(1, abs=1e-5)


def test_averaging_gains_what_the_task_says(rng):
    copies = rng.normal(0, 0.2, (9, 40_000))
    left, gained = exercise.gain_of_averaging.reference.value(0.2, 9)
    assert copies.mean(axis=0).std() == pytest.approx(left, rel=0.02)
    before, after = (np.mean(part**2) for part in (copies, copies.mean(axis=0)))
    assert 10 * np.log10(before / after) == pytest.approx(gained, abs=0.1)
