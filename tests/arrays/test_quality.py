"""PSNR and SSIM are scikit-image's, and what the formulas say at the edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from tests.one_sentence import assert_one_sentence
from tools.lessons import COURSE
from utils.arrays.quality import gaussian_weights, psnr, ssim, ssim_map
from utils.files.images import load_image

CLOSE = {"rel": 0, "abs": 1e-6}
BOTH = pytest.mark.parametrize("measure", [psnr, ssim])


def skimage_ssim(picture, reference, full=False):
    colour = {"channel_axis": 2} if np.ndim(picture) == 3 else {}
    return structural_similarity(
        np.float64(reference),
        np.float64(picture),
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=1,
        full=full,
        **colour,
    )


def assert_as_skimage(picture, reference):
    with np.errstate(divide="ignore"):  # scikit-image divides by 0 for equal pictures
        wanted = peak_signal_noise_ratio(
            np.float64(reference), np.float64(picture), data_range=1
        )
    assert psnr(picture, reference) == pytest.approx(wanted, **CLOSE)
    wanted = skimage_ssim(picture, reference)
    assert ssim(picture, reference) == pytest.approx(wanted, **CLOSE)
    assert type(psnr(picture, reference)) is type(ssim(picture, reference)) is float


sides = st.integers(11, 40)


@given(sides, sides, st.booleans(), st.integers(0, 2**32 - 1), st.floats(0.001, 1))
def test_random_pictures_get_scikit_images_figures(height, width, colour, seed, noise):
    random = np.random.default_rng(seed)
    shape = (height, width, 3) if colour else (height, width)
    reference = random.random(shape, np.float32) * random.random()
    picture = reference + np.float32(noise) * random.standard_normal(shape, np.float32)
    assert_as_skimage(np.clip(picture, -4, 5), reference)
    assert_as_skimage(np.clip(picture, 0, 1), reference)
    assert_as_skimage(random.random(shape), reference)


@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("change", ["noise", "darker", "shift", "negative", "contrast"])
def test_photos_get_scikit_images_figures(grey, change):
    photo = load_image(COURSE / "images" / "astronaut.png", grey=grey, max_side=160)
    noise = np.random.default_rng(0).normal(0, 0.1, photo.shape)
    changed = {
        "noise": photo + noise,
        "darker": photo * 0.8,
        "shift": np.roll(photo, 2, axis=1),
        "negative": 1 - photo,
        "contrast": 0.5 + (photo - 0.5) * 0.5,
    }
    assert_as_skimage(changed[change], photo)


@pytest.mark.parametrize("first", [0, 0.3, 1])
@pytest.mark.parametrize("second", [0, 0.7, 1])
@pytest.mark.parametrize("shape", [(11, 11), (11, 30, 3)])
def test_even_pictures_get_scikit_images_figures(first, second, shape):
    assert_as_skimage(np.full(shape, first), np.full(shape, second))


def test_the_map_is_scikit_images_without_its_border():
    random = np.random.default_rng(0)
    for shape in (20, 31), (20, 31, 3):
        picture, reference = random.random(shape), random.random(shape)
        found = ssim_map(picture, reference)
        assert found.shape == (10, 21, *shape[2:])
        _, wanted = skimage_ssim(picture, reference, full=True)
        np.testing.assert_allclose(found, wanted[5:-5, 5:-5], rtol=0, atol=1e-6)


def test_one_window_by_the_formula():
    """Equation 13 of the paper, with the two-dimensional weights written out."""
    x, y = np.random.default_rng(0).random((2, 11, 11))
    rows, columns = np.mgrid[-5:6, -5:6]
    weights = np.exp(-(rows**2 + columns**2) / (2 * 1.5**2))
    weights /= weights.sum()
    mean_x, mean_y = (weights * x).sum(), (weights * y).sum()
    variance_x, variance_y = (
        (weights * (x - mean_x) ** 2).sum(),
        (weights * (y - mean_y) ** 2).sum(),
    )
    both = (weights * (x - mean_x) * (y - mean_y)).sum()
    wanted = (2 * mean_x * mean_y + 0.0001) * (2 * both + 0.0009)
    wanted /= (mean_x**2 + mean_y**2 + 0.0001) * (variance_x + variance_y + 0.0009)
    assert ssim(x, y) == pytest.approx(wanted, rel=1e-9)
    np.testing.assert_allclose(
        np.outer(gaussian_weights(), gaussian_weights()), weights, rtol=1e-12
    )


@pytest.mark.parametrize("shape", [(11, 11), (16, 12, 3)])
def test_equal_pictures_are_as_close_as_can_be(shape):
    picture = np.random.default_rng(0).random(shape, np.float32)
    assert psnr(picture, picture) == float("inf")
    assert ssim(picture, picture) == 1
    assert (ssim_map(picture, picture) == 1).all()


def test_a_tenth_of_the_range_everywhere_is_20_decibels():
    assert psnr(np.full((2, 2), 0.6), np.full((2, 2), 0.5)) == pytest.approx(20)
    assert psnr([[0.5]], [[0.49]]) == pytest.approx(40)
    assert psnr([[0]], [[1]]) == 0


def test_a_negative_is_nothing_like_the_picture():
    picture = np.random.default_rng(0).random((40, 40))
    assert -1 <= ssim(1 - picture, picture) < -0.5


@BOTH
def test_the_order_does_not_matter(measure):
    first, second = np.random.default_rng(0).random((2, 20, 20, 3))
    assert measure(first, second) == measure(second, first)


@BOTH
@pytest.mark.parametrize(
    ("first", "second", "part"),
    [
        (np.zeros((20, 20)), np.zeros((20, 21)), "not (20, 20) and (20, 21)"),
        (np.zeros((20, 20, 4)), np.zeros((20, 20, 4)), "not (20, 20, 4)"),
        (np.zeros(20), np.zeros(20), "not (20,)"),
        ("photo.jpg", np.zeros((20, 20)), "open a file with load_image"),
        (np.zeros((2, 2)), [[0, 0], [0]], "open a file with load_image"),
        (np.zeros((1, 20, 20, 3)), np.zeros((1, 20, 20, 3)), "not (1, 20, 20, 3)"),
        (np.zeros((0, 20)), np.zeros((0, 20)), "not 0 × 20"),
        (np.zeros((20, 20)), np.full((20, 20), 255), "from 255 to 255"),
        (np.full((20, 20), np.nan), np.zeros((20, 20)), "from nan to nan"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_sentence(
    measure, first, second, part
):
    with pytest.raises(ValueError) as caught:
        measure(first, second)
    assert_one_sentence(caught, part)


@pytest.mark.parametrize("shape", [(10, 30), (30, 10), (10, 30, 3)])
def test_a_picture_below_the_window_is_refused_in_one_sentence(shape):
    with pytest.raises(ValueError) as caught:
        ssim(np.zeros(shape), np.zeros(shape))
    assert_one_sentence(caught, "at least 11 × 11 pixels", f"{shape[0]} × {shape[1]}")
    assert psnr(np.zeros(shape), np.zeros(shape)) == float("inf")
