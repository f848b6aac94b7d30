"""Random settings of a convolution, and what SciPy and TensorFlow make of them."""

import itertools
import os
from typing import NamedTuple

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import numpy as np
import scipy.signal
import tensorflow as tf
from hypothesis import settings
from hypothesis import strategies as st

from tests.arrays.convolution_variants import (
    conv2d_fft,
    conv2d_im2col,
    conv2d_loops,
    conv2d_toeplitz,
)
from utils.arrays.convolution import conv2d

VARIANTS = [conv2d, conv2d_loops, conv2d_im2col, conv2d_toeplitz, conv2d_fft]
# The syllabus' example of lesson 1.
INPUT = [
    [1, 2, 3, 0, 1],
    [4, 5, 6, 1, 2],
    [7, 8, 9, 3, 4],
    [0, 1, 2, 4, 5],
    [1, 2, 3, 5, 6],
]
KERNEL = [[1, 0, 1], [0, 1, 0], [1, 1, 1]]
CROSS_CORRELATION = [[33, 28, 21], [21, 22, 22], [23, 23, 31]]
CONVOLUTION = [[27, 22, 18], [25, 26, 19], [29, 29, 29]]


class Case(NamedTuple):
    images: np.ndarray
    filters: np.ndarray
    stride: int | tuple
    padding: str | int | tuple
    dilation: int | tuple

    def run(self, function):
        return function(*self)


def as_pair(setting):
    return setting if isinstance(setting, tuple) else (setting, setting)


def span_of(size, dilation):
    return (size - 1) * dilation + 1


def padding_pairs(padding):
    """((top, bottom), (left, right)) of any padding but "same"."""
    if isinstance(padding, tuple):
        return padding
    pixels = 0 if padding == "valid" else padding
    return ((pixels, pixels), (pixels, pixels))


def same_padding(input_size, span, stride):
    """The least padding that gives ceil(input / stride) positions, by trying."""
    wanted = np.ceil(input_size / stride)
    for total in itertools.count():
        if len(range(0, input_size + total - span + 1, stride)) == wanted:
            return total // 2, total - total // 2


def explicit_padding(case):
    if case.padding != "same":
        return padding_pairs(case.padding)
    spans = map(span_of, case.filters.shape[:2], as_pair(case.dilation))
    return tuple(map(same_padding, case.images.shape[1:3], spans, as_pair(case.stride)))


def scipy_conv2d(case):
    """Every window by SciPy, on filters with zeros between; then each stride-th one."""
    images = np.pad(case.images, ((0, 0), *explicit_padding(case), (0, 0)))
    (down, right), (row_gap, column_gap) = as_pair(case.stride), as_pair(case.dilation)
    height, width, in_channels, out_channels = case.filters.shape
    spans = (span_of(height, row_gap), span_of(width, column_gap))
    spread = np.zeros((*spans, in_channels, out_channels), case.filters.dtype)
    spread[::row_gap, ::column_gap] = case.filters
    # Wide enough that the reference neither overflows nor rounds.
    wide = np.int64 if np.result_type(images, spread).kind in "iu" else np.float64
    maps = [
        [
            scipy.signal.correlate(
                image.astype(wide), kernel.astype(wide), "valid", "direct"
            )[::down, ::right, 0]
            for kernel in np.moveaxis(spread, 3, 0)
        ]
        for image in images
    ]
    return np.moveaxis(np.array(maps), 1, 3)


def tensorflow_conv2d(case):
    padding = case.padding
    if isinstance(padding, str):
        padding = padding.upper()
    else:
        padding = ((0, 0), *explicit_padding(case), (0, 0))
    dtype = np.result_type(case.images, case.filters)
    if dtype.kind != "f":
        dtype = np.float64
    return tf.nn.conv2d(
        case.images.astype(dtype),
        case.filters.astype(dtype),
        as_pair(case.stride),
        padding,
        dilations=as_pair(case.dilation),
    ).numpy()


def one_or_pair(numbers):
    return numbers | st.tuples(numbers, numbers)


def random_array(rng, shape, dtype):
    if np.dtype(dtype).kind == "f":
        return rng.standard_normal(shape).astype(dtype)
    low, high = (0, 256) if dtype == np.uint8 else (-100, 100)
    return rng.integers(low, high, shape).astype(dtype)


@st.composite
def cases(draw, max_extra=6):
    kernel_shape = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    stride = draw(one_or_pair(st.integers(1, 3)))
    dilation = draw(one_or_pair(st.integers(1, 3)))
    pixels = st.integers(0, 3)
    sides = st.tuples(pixels, pixels)
    padding = draw(
        st.sampled_from(["valid", "same"]) | pixels | st.tuples(sides, sides)
    )

    smallest = [1, 1]
    if padding != "same":
        spans = map(span_of, kernel_shape, as_pair(dilation))
        padded = map(sum, padding_pairs(padding))
        smallest = [
            max(1, span - pixels) for span, pixels in zip(spans, padded, strict=True)
        ]
    input_shape = [draw(st.integers(least, least + max_extra)) for least in smallest]

    n, in_channels, out_channels = (draw(st.integers(1, 3)) for _ in range(3))
    dtypes = st.sampled_from([np.float32, np.float64, np.uint8, np.int32])
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    images = random_array(rng, (n, *input_shape, in_channels), draw(dtypes))
    filters = random_array(
        rng, (*kernel_shape, in_channels, out_channels), draw(dtypes)
    )
    return Case(images, filters, stride, padding, dilation)


def assert_equal_maps(result, expected, case):
    dtype = np.result_type(case.images, case.filters)
    assert result.dtype == (dtype if dtype.kind == "f" else np.int64)
    assert result.shape == expected.shape
    if dtype.kind != "f":
        np.testing.assert_array_equal(result, expected)
        return
    # Rounding grows with the size of what is summed, not with the sum.
    size = np.abs(case.images.astype(float)).max() * np.abs(case.filters).max()
    terms = np.prod(case.filters.shape[:3])
    tolerance = 4 * np.finfo(dtype).eps * size * terms
    np.testing.assert_allclose(result, expected, rtol=0, atol=tolerance)


def deterministic(max_examples):
    return settings(max_examples=max_examples, derandomize=True, deadline=None)
