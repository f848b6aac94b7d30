"""The definition of lesson 1, as it says it and as it codes it, computed."""

import numpy as np
import scipy.signal

from tests.lessons.lesson_code import lesson_namespace
from utils.arrays import kernels
from utils.arrays.convolution import cross_correlate

IMAGE = np.random.default_rng(0).integers(1, 10, (5, 6))
KERNEL = np.array([[1, 2, 3], [4, 5, 6]])


def sums(sign, stops):
    """Sum I(i + m, j + n) K(m, n), or with a minus, at every stop i, j."""
    return [
        sum(
            IMAGE[i + sign * m, j + sign * n] * k
            for (m, n), k in np.ndenumerate(KERNEL)
        )
        for i, j in stops
    ]


def stops_of(corner):
    """Where a corner of the window stands, as (row, column), in reading order."""
    places = np.ndindex(5 - 2 + 1, 6 - 3 + 1)
    return [(i + corner[0], j + corner[1]) for i, j in places]


def test_with_plus_it_is_the_dot_product_from_the_top_left_corner_on():
    expected = cross_correlate(IMAGE, KERNEL).ravel()
    np.testing.assert_array_equal(sums(1, stops_of((0, 0))), expected)


def test_with_minus_it_is_convolution_proper_from_the_bottom_right_corner_on():
    proper = scipy.signal.convolve2d(IMAGE, KERNEL, mode="valid")
    np.testing.assert_array_equal(sums(-1, stops_of((1, 2))), proper.ravel())


def test_the_window_of_the_lesson_keeps_the_fractions_of_a_whole_picture():
    slid = lesson_namespace("01_convolution")["slide"](IMAGE, kernels.BOX_BLUR)
    expected = cross_correlate(IMAGE.astype(float), kernels.BOX_BLUR)
    np.testing.assert_allclose(slid, expected, rtol=1e-5)
    assert np.any(slid % 1 > 0.1)
