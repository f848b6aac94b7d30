"""The named filters: sign conventions, sums, separation, and what bad input gets."""

import re

import numpy as np
import pytest
import scipy.ndimage

from utils.arrays import kernels
from utils.arrays.convolution import cross_correlate
from utils.arrays.kernels import gaussian, laplacian_of_gaussian, separate

NAMED = {
    name: kernel
    for name, kernel in vars(kernels).items()
    if isinstance(kernel, np.ndarray)
}
BLURS = [kernels.BOX_BLUR, gaussian(5, 1.0), gaussian(1, 1.0)]
EDGE_FILTERS = [
    kernels.SOBEL_X,
    kernels.SOBEL_Y,
    kernels.LAPLACIAN,
    kernels.OUTLINE,
    laplacian_of_gaussian(9, 1.4),
]

BRIGHTER_TO_THE_RIGHT = np.tile(np.arange(5, dtype=np.float32), (5, 1))
STEP = np.repeat(np.float32([[0, 0, 0, 1, 1, 1]]), 5, axis=0)


def test_all_named_kernels_are_here():
    assert set(NAMED) == {
        "IDENTITY",
        "BOX_BLUR",
        "SHARPEN",
        "EMBOSS",
        "SOBEL_X",
        "SOBEL_Y",
        "LAPLACIAN",
        "OUTLINE",
    }


@pytest.mark.parametrize(
    "kernel",
    [
        *NAMED.values(),
        gaussian(3, 1.0),
        laplacian_of_gaussian(3, 1.0),
        *separate(kernels.SOBEL_X),
    ],
)
def test_kernels_are_read_only_float32(kernel):
    assert kernel.dtype == np.float32
    with pytest.raises(ValueError, match="read-only"):
        kernel[0, 0] = 1


@pytest.mark.parametrize(
    "kernel", [kernels.IDENTITY, kernels.SHARPEN, kernels.EMBOSS, *BLURS]
)
def test_kernels_that_keep_brightness_sum_to_1(kernel):
    assert kernel.sum() == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("kernel", EDGE_FILTERS)
def test_edge_filters_sum_to_0(kernel):
    assert kernel.sum() == pytest.approx(0, abs=1e-6)


def test_identity_changes_nothing():
    picture = np.random.default_rng(0).random((6, 5), dtype=np.float32)
    same = cross_correlate(picture, kernels.IDENTITY, padding="same")
    np.testing.assert_array_equal(same, picture)


def test_sobel_is_positive_towards_the_light():
    right, down = BRIGHTER_TO_THE_RIGHT, BRIGHTER_TO_THE_RIGHT.T
    assert np.all(cross_correlate(right, kernels.SOBEL_X) > 0)
    assert np.all(cross_correlate(right, kernels.SOBEL_Y) == 0)
    assert np.all(cross_correlate(down, kernels.SOBEL_Y) > 0)
    assert np.all(cross_correlate(down, kernels.SOBEL_X) == 0)


@pytest.mark.parametrize("axis", [0, 1])
def test_sobel_equals_scipy(axis):
    picture = np.random.default_rng(0).random((8, 9))
    kernel = [kernels.SOBEL_Y, kernels.SOBEL_X][axis]
    expected = scipy.ndimage.sobel(picture, axis)[1:-1, 1:-1]
    np.testing.assert_allclose(cross_correlate(picture, kernel), expected)


def test_laplacian_equals_scipy():
    picture = np.random.default_rng(0).random((8, 9))
    expected = scipy.ndimage.laplace(picture)[1:-1, 1:-1]
    np.testing.assert_allclose(cross_correlate(picture, kernels.LAPLACIAN), expected)


def test_second_derivatives_answer_on_the_side_that_the_docstring_names():
    dark, bright = 1, 2  # columns of the answer beside the step
    laplacian = cross_correlate(STEP, kernels.LAPLACIAN)
    assert np.all(laplacian[:, dark] > 0) and np.all(laplacian[:, bright] < 0)
    outline = cross_correlate(STEP, kernels.OUTLINE)
    assert np.all(outline[:, bright] > 0) and np.all(outline[:, dark] < 0)


def test_sharpen_is_the_picture_minus_its_laplacian():
    expected = kernels.IDENTITY - kernels.LAPLACIAN
    np.testing.assert_array_equal(kernels.SHARPEN, expected)


def test_emboss_is_lit_from_the_top_left():
    bright_square = np.pad(np.ones((3, 3), np.float32), 2)
    relief = cross_correlate(bright_square, kernels.EMBOSS, padding="same")
    assert relief[2, 2] > 1 and relief[4, 4] < 0


@pytest.mark.parametrize("sigma", [0.7, 1.0, 2.5])
def test_gaussian_equals_scipy(sigma):
    impulse = np.zeros((21, 21))
    impulse[10, 10] = 1
    expected = scipy.ndimage.gaussian_filter(impulse, sigma, radius=10)
    np.testing.assert_allclose(gaussian(21, sigma), expected, atol=1e-6)


@pytest.mark.parametrize("sigma", [1.4, 2.0, 3.0])
def test_laplacian_of_gaussian_is_the_curvature_of_its_gaussian(sigma):
    radius = 15
    x = np.arange(-radius, radius + 1)
    bell = np.exp(-(x**2) / (2 * sigma**2))
    bell /= bell.sum()
    curvature = (x**2 - sigma**2) / sigma**4 * bell
    expected = np.outer(curvature, bell) + np.outer(bell, curvature)
    kernel = laplacian_of_gaussian(2 * radius + 1, sigma)
    np.testing.assert_allclose(kernel, expected, atol=1e-5)
    assert kernel[radius, radius] == kernel.min() < 0


@pytest.mark.parametrize(
    "kernel", [*BLURS, kernels.SOBEL_X, kernels.SOBEL_Y, [[2, 4, 0]], -kernels.IDENTITY]
)
def test_separate_finds_column_and_row(kernel):
    column, row = separate(kernel)
    height, width = np.shape(kernel)
    assert column.shape == (height, 1) and row.shape == (1, width)
    np.testing.assert_allclose(column @ row, kernel, atol=1e-6)
    assert row[row != 0][-1] > 0
    assert np.linalg.norm(column) == pytest.approx(np.linalg.norm(row), rel=1e-5)


def test_separate_leaves_no_rounding_where_a_weight_is_0():
    column, row = separate(kernels.SOBEL_X)
    assert row[0, 1] == 0 and not np.signbit(row[0, 1])
    np.testing.assert_allclose(column / column[0], [[1], [2], [1]], rtol=1e-6)


@pytest.mark.parametrize(
    ("kernel", "rank"),
    [
        (kernels.LAPLACIAN, 2),
        (kernels.OUTLINE, 2),
        (kernels.EMBOSS, 3),
        (np.zeros((3, 3)), 0),
    ],
)
def test_separate_refuses_what_does_not_separate(kernel, rank):
    with pytest.raises(ValueError, match=f"rank {rank}, so it is not one column"):
        separate(kernel)


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (gaussian, (4, 1.0), "size must be an odd whole number, not 4."),
        (gaussian, (3.0, 1.0), "size must be an odd whole number, not 3.0."),
        (gaussian, (-1, 1.0), "size must be an odd whole number, not -1."),
        (
            gaussian,
            (3, 0),
            "sigma must be a positive number of pixels, not 0.",
        ),
        (
            laplacian_of_gaussian,
            (2, 1.0),
            "size must be an odd whole number, not 2.",
        ),
        (
            laplacian_of_gaussian,
            (3, float("nan")),
            "sigma must be a positive number of pixels, not nan.",
        ),
        (
            separate,
            ([1, 2, 1],),
            "kernel needs the axes (height, width), not the shape (3,).",
        ),
    ],
)
def test_bad_arguments_get_one_clear_sentence(function, arguments, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        function(*arguments)
