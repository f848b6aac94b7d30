"""What dive 17b writes out does what it says."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from PIL import Image

from tests.lessons.lesson_code import lesson_namespace, run_cells
from utils.exercises import lesson_17b as exercise
from utils.models.ledger import ledger, total_multiply_adds

DIVE = "17b_more_pixels"


@pytest.fixture(scope="module")
def page():
    page = {"__name__": DIVE}
    cells = ["means", "photos", "network", "train", "judged"]
    cells += ["sharpened", "best-filter", "ways", "digits"]
    run_cells(DIVE, page, "settings", *cells)
    return page


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def test_no_photo_is_learnt_from_and_judged(page):
    parts = [
        {photo.tobytes() for photo in page[name]}
        for name in ("LEARN", "CHOOSE", "JUDGE")
    ]
    assert len(set.union(*parts)) == sum(map(len, parts)) == len(page["photos"])
    assert all(n % 2 == 0 for photo in page["photos"] for n in photo.shape[:2])


def test_as_many_pictures_fit_four_grey_pixels_as_the_task_counts(page):
    pixels = np.arange(2**16)[:, np.newaxis] >> np.arange(16) & 1
    pictures = pixels.reshape(-1, 4, 4).astype(float)
    fitting = (page["means"](pictures) == 0.5).all(axis=(1, 2)).sum()
    assert exercise.how_many_pictures.reference.value([[2, 2], [2, 2]]) == fitting


def test_all_ways_keep_an_even_picture_and_the_middle_of_a_slope(page):
    slope = np.tile(np.arange(40.0)[:, np.newaxis], (1, 40))[..., np.newaxis]
    for weights in page["WAYS"].values():
        assert np.sum(weights) == pytest.approx(1)
        np.testing.assert_allclose(weights, weights[::-1])
        small = page["shrink"](slope, weights)
        assert small.shape == (20, 20, 1)
        # a pixel stands between the two that it is made of: nothing is shifted
        np.testing.assert_allclose(small[8:12, 5, 0], np.arange(16.5, 24, 2))


def test_smooth_is_what_pillow_does_and_mean_are_means(page, rng):
    picture = rng.uniform(size=(40, 52)).astype("float32")
    theirs = Image.fromarray(picture).resize((26, 20), Image.Resampling.BICUBIC)
    smooth = page["shrink"](picture[..., np.newaxis], page["WAYS"]["smooth"])[..., 0]
    inside = np.s_[4:-4, 4:-4]
    np.testing.assert_allclose(smooth[inside], np.array(theirs)[inside], atol=1e-5)
    mean = page["shrink"](picture[..., np.newaxis], page["MEAN"])[..., 0]
    np.testing.assert_allclose(mean, page["means"](picture[np.newaxis])[0], atol=1e-6)


def test_bicubic_is_pillows(page, rng):
    picture = rng.uniform(size=(20, 26)).astype("float32")
    theirs = Image.fromarray(picture).resize((52, 40), Image.Resampling.BICUBIC)
    ours = np.asarray(page["bicubic"](picture[np.newaxis, ..., np.newaxis]))[0, ..., 0]
    inside = np.s_[4:-4, 4:-4]
    np.testing.assert_allclose(ours[inside], np.array(theirs)[inside], atol=1e-5)


def test_all_four_are_drawn_by_lot(page, rng):
    pieces = rng.uniform(size=(80, 24, 24, 1)).astype("float32")
    mixed = page["made_small"](pieces, "all four", rng)
    ways = [page["made_small"](pieces, way, rng) for way in page["WAYS"]]
    fits = np.array(
        [[np.allclose(*p) for p in zip(mixed, w, strict=True)] for w in ways]
    )
    assert (fits.sum(axis=0) == 1).all() and (fits.sum(axis=1) > 3).all()


@pytest.mark.parametrize("factor", [2, 3])
def test_depth_to_space_is_tensorflows_and_the_task_undoes_it(factor, rng):
    depth_to_space = lesson_namespace(DIVE)["depth_to_space"]
    maps = rng.uniform(size=(3, 5, factor**2))
    large = depth_to_space(maps, factor)
    theirs = tf.nn.depth_to_space(maps[np.newaxis], factor)[0, ..., 0]
    np.testing.assert_array_equal(large, theirs)
    back = exercise.space_to_depth.reference.value(large, factor)
    np.testing.assert_array_equal(back, maps)


def test_an_untaught_enlarger_whose_last_layer_is_empty_is_bicubic(page, rng):
    network = page["new_enlarger"]()
    for weights in network.trainable_variables:
        weights.assign(np.zeros(weights.shape))
    small = rng.uniform(size=(1, 9, 14, 1)).astype("float32")
    np.testing.assert_allclose(network(small), page["bicubic"](small), atol=1e-6)
    assert page["new_enlarger"](7, over_bicubic=False)(small).shape == (1, 63, 98, 1)


def test_at_the_large_size_there_is_nearly_four_times_as_much_to_do():
    def work(side, last):
        stack = [keras.layers.Conv2D(n, k) for n, k in ((64, 5), (32, 3), (last, 3))]
        for layer in stack:
            layer.padding = "same"
        return total_multiply_adds(
            ledger(keras.Sequential([keras.Input((side, side, 1)), *stack]))
        )

    assert 3.5 < work(80, 1) / work(40, 4) < 4


def test_the_best_filter_finds_a_filter_that_is_there(page, rng):
    """Large pictures that are made of small ones by a filter are found again."""
    filters = rng.normal(size=(3, 3, 1, 4)).astype("float32")
    smalls = rng.uniform(size=(3, 20, 24, 1)).astype("float32")
    maps = keras.ops.conv(smalls, filters, padding="same")
    larges = list(np.asarray(tf.nn.depth_to_space(maps, 2)))
    given = iter(smalls)
    patched = dict(page, shrink=lambda large, weights: next(given))
    run_cells(DIVE, patched, "best-filter")
    enlarge = patched["best_filter"](larges, None, side=7)
    found = np.asarray(enlarge(smalls[:1]))[0]
    np.testing.assert_allclose(found[8:-8, 8:-8], larges[0][8:-8, 8:-8], atol=1e-3)


def test_the_best_filter_is_no_worse_than_bicubic_on_what_it_saw(page):
    photos = page["LEARN"][:6]
    best = page["best_filter"](photos, page["MEAN"])
    scores = [
        page["judged"](way, photos, page["MEAN"]).mean(axis=0)
        for way in (best, page["bicubic"])
    ]
    assert scores[0][0] > scores[1][0]


def test_sharpened_by_nothing_is_bicubic(page, rng):
    small = rng.uniform(size=(1, 9, 14, 1)).astype("float32")
    for setting in ((0, 1), (1, 1e-3)):
        found = page["sharpened"](*setting)(small)
        np.testing.assert_allclose(found, page["bicubic"](small), atol=1e-5)


def test_digits_to_judge_by_are_none_of_those_learnt_from(page):
    learnt = {picture.tobytes() for picture in page["digits"][:50_000]}
    assert not any(picture.tobytes() in learnt for picture in page["FOURS"])
    shares = page["shares_read"](page["FOURS"])
    assert shares[4] > 0.95 and shares.sum() == pytest.approx(1)


def test_sixteen_pixels_are_all_that_is_handed_over(page):
    seen = []
    page["from_sixteen"](lambda small: seen.append(small) or small, page["FOURS"][:3])
    assert seen[0].shape == (3, 4, 4, 1)
