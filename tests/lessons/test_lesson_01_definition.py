"""What lesson 1 says of formulas in other books, computed."""

import numpy as np
import scipy.signal

IMAGE = np.random.default_rng(0).integers(1, 10, (5, 6))
KERNEL = np.array([[1, 2, 3], [4, 5, 6]])


def textbook_sum(rows, columns):
    """Sum I(i, j) K(x - i, y - j) for i < rows, j < columns, at every x, y."""
    (h, w), (kh, kw) = IMAGE.shape, KERNEL.shape
    output = np.zeros((h + kh - 1, w + kw - 1), dtype=int)
    for x, y in np.ndindex(*output.shape):
        for i, j in np.ndindex(rows, columns):
            if 0 <= x - i < kh and 0 <= y - j < kw:
                output[x, y] += IMAGE[i, j] * KERNEL[x - i, y - j]
    return output


def test_with_i_and_j_over_the_image_it_is_convolution_proper():
    proper = scipy.signal.convolve2d(IMAGE, KERNEL, mode="full")
    np.testing.assert_array_equal(textbook_sum(*IMAGE.shape), proper)


def test_with_i_and_j_over_the_filter_it_sees_the_top_left_corner_only():
    (kh, kw), wrong = KERNEL.shape, textbook_sum(*KERNEL.shape)
    assert np.all(wrong[2 * kh - 1 :] == 0) and np.all(wrong[:, 2 * kw - 1 :] == 0)
    assert np.any(wrong[: 2 * kh - 1, : 2 * kw - 1] != 0)
