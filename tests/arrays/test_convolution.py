"""Convolution and its variants against SciPy, TensorFlow and hand counts."""

import itertools
import os
import re
import tracemalloc
from typing import NamedTuple
from unittest import mock

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import pytest
import scipy.signal
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.arrays.convolution_variants import (
    conv2d_fft,
    conv2d_im2col,
    conv2d_loops,
    conv2d_toeplitz,
    toeplitz_matrix,
)
from utils.arrays import convolution_blocks as blocks
from utils.arrays.convolution import (
    conv2d,
    convolve,
    cross_correlate,
    output_size,
    padding_amounts,
)

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


@deterministic(200)
@given(cases(), st.sampled_from([1, 500, 2**20]))
def test_conv2d_equals_scipy_whatever_the_block_size(case, block_bytes):
    with mock.patch.object(blocks, "BLOCK_BYTES", block_bytes):
        assert_equal_maps(case.run(conv2d), scipy_conv2d(case), case)


@deterministic(200)
@given(cases())
def test_conv2d_equals_tensorflow(case):
    # TensorFlow promises strides with dilations on no processor: SciPy checks those.
    if max(as_pair(case.stride)) > 1:
        case = case._replace(dilation=1)
    assert_equal_maps(case.run(conv2d), tensorflow_conv2d(case), case)


@pytest.mark.parametrize("variant", VARIANTS[1:])
@deterministic(50)
@given(case=cases(max_extra=3))
def test_every_variant_equals_conv2d(variant, case):
    assert_equal_maps(case.run(variant), case.run(conv2d), case)


@pytest.mark.parametrize("variant", VARIANTS)
def test_variants_leave_their_input_alone_and_accept_an_empty_batch(variant):
    images, filters = np.ones((2, 5, 5, 1)), np.ones((3, 3, 1, 4))
    variant(images, filters, padding="same")
    assert np.all(images == 1) and np.all(filters == 1)
    assert variant(images[:0], filters).shape == (0, 3, 3, 4)


@pytest.mark.parametrize("variant", VARIANTS)
def test_uint8_pictures_do_not_overflow(variant):
    images = np.full((1, 3, 3, 1), 255, np.uint8)
    filters = np.full((3, 3, 1, 1), 255, np.uint8)
    assert variant(images, filters).item() == 9 * 255 * 255


@pytest.mark.parametrize("shape", [(16, 64, 64, 16), (1, 256, 256, 16)])
def test_conv2d_needs_little_memory_beside_its_result(shape):
    images, filters = np.zeros(shape, np.float32), np.zeros((3, 3, 16, 2), np.float32)
    tracemalloc.start()
    try:
        maps = conv2d(images, filters)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    a_block_for_each_thread = 2 * blocks.THREADS * blocks.BLOCK_BYTES
    padded = images.nbytes if len(images) == 1 else 0
    assert peak < maps.nbytes + padded + a_block_for_each_thread


def test_hand_example_of_lesson_1():
    np.testing.assert_array_equal(cross_correlate(INPUT, KERNEL), CROSS_CORRELATION)
    np.testing.assert_array_equal(convolve(INPUT, KERNEL), CONVOLUTION)
    scipy_result = scipy.signal.convolve2d(INPUT, KERNEL, mode="valid")
    np.testing.assert_array_equal(convolve(INPUT, KERNEL), scipy_result)


def test_both_agree_on_a_kernel_that_is_its_own_rotation():
    kernel = [[1, 2, 3], [4, 5, 4], [3, 2, 1]]
    np.testing.assert_array_equal(
        cross_correlate(INPUT, kernel), convolve(INPUT, kernel)
    )


@pytest.mark.parametrize("function", [cross_correlate, convolve])
def test_colours_do_not_mix_and_settings_arrive(function):
    rng = np.random.default_rng(0)
    image = rng.random((9, 7, 3), dtype=np.float32)
    kernel = rng.random((2, 3), dtype=np.float32)
    result = function(image, kernel, (2, 1), ((1, 0), (2, 1)), (1, 2))
    padded = np.pad(image, ((1, 0), (2, 1), (0, 0)))
    spread = np.insert(kernel, [1, 2], 0, axis=1)
    reference = {
        cross_correlate: scipy.signal.correlate2d,
        convolve: scipy.signal.convolve2d,
    }[function]
    expected = [reference(padded[..., c], spread, "valid")[::2] for c in range(3)]
    assert result.dtype == np.float32
    np.testing.assert_allclose(result, np.stack(expected, axis=2), rtol=1e-5)
    grey = function(image[..., 0], kernel, (2, 1), ((1, 0), (2, 1)), (1, 2))
    np.testing.assert_allclose(grey, result[..., 0], rtol=1e-5)


@deterministic(300)
@given(
    input_size=st.integers(1, 20),
    kernel_size=st.integers(1, 5),
    stride=st.integers(1, 4),
    padding=one_or_pair(st.integers(0, 4)),
    dilation=st.integers(1, 3),
)
def test_output_size_counts_the_positions(
    input_size, kernel_size, stride, padding, dilation
):
    settings = (input_size, kernel_size, stride, padding, dilation)
    assert padding_amounts(*settings) == as_pair(padding)
    padded_size = sum(as_pair(padding)) + input_size
    last_pixel = (kernel_size - 1) * dilation
    positions = len(range(0, padded_size - last_pixel, stride))
    if positions:
        assert output_size(*settings) == positions
    else:
        with pytest.raises(ValueError, match="smaller kernel"):
            output_size(*settings)


@pytest.mark.parametrize(
    ("settings", "amounts", "size"),
    [
        ((5, 3, 1, "valid"), (0, 0), 3),
        ((5, 3, 1, "same"), (1, 1), 5),
        ((5, 2, 1, "same"), (0, 1), 5),  # the odd pixel goes after
        ((5, 3, 2, "same"), (1, 1), 3),
        ((6, 3, 2, "same"), (0, 1), 3),
        ((7, 1, 3, "same"), (0, 0), 3),
        ((5, 3, 1, "same", 2), (2, 2), 5),
        ((5, 3, 2, (0, 2)), (0, 2), 3),
    ],
)
def test_padding_and_output_size_by_hand(settings, amounts, size):
    assert padding_amounts(*settings) == amounts
    assert output_size(*settings) == size


def test_toeplitz_matrix_repeats_the_weights_along_diagonals():
    matrix = toeplitz_matrix(KERNEL, (5, 4))
    assert matrix.shape == (3 * 2, 5 * 4)
    blocks = matrix.reshape(3, 2, 5, 4).transpose(0, 2, 1, 3)
    for row, column in itertools.product(range(2), range(4)):
        np.testing.assert_array_equal(blocks[row, column], blocks[row + 1, column + 1])
    for block in blocks.reshape(-1, 2, 4):
        np.testing.assert_array_equal(block[0, :-1], block[1, 1:])


IMAGES, FILTERS = np.zeros((2, 5, 6, 3)), np.zeros((3, 3, 3, 4))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            (IMAGES[0], FILTERS),
            "images needs the axes (n, height, width, channels), "
            "not the shape (5, 6, 3).",
        ),
        (
            (IMAGES, FILTERS[..., 0]),
            "filters needs the axes (height, width, in_channels, out_channels), "
            "not the shape (3, 3, 3).",
        ),
        (
            (IMAGES[..., :1], FILTERS),
            "The images have 1 channels but the filters expect 3: "
            "these two numbers must agree.",
        ),
        (
            (IMAGES, FILTERS[..., :0]),
            "filters of shape (3, 3, 3, 0) have an axis of length 0.",
        ),
        (
            (IMAGES, FILTERS[:0]),
            "kernel size must be a whole number of at least 1, not 0.",
        ),
        (
            (IMAGES[:, :0], FILTERS),
            "input size must be a whole number of at least 1, not 0.",
        ),
        (
            (IMAGES + 1j, FILTERS),
            "Images and filters must be numbers, not complex128, float64.",
        ),
        (
            (IMAGES, FILTERS, 1, "valid", 3),
            "The kernel covers 7 pixels but the padded input has only 5: "
            "take a smaller kernel, less dilation or more padding.",
        ),
        (
            (IMAGES, FILTERS, 0),
            "stride must be a whole number of at least 1, not 0.",
        ),
        (
            (IMAGES, FILTERS, (1, 1.5)),
            "stride must be a whole number of at least 1, not 1.5.",
        ),
        (
            (IMAGES, FILTERS, (1, 1, 1)),
            "stride must be one whole number or a pair, not (1, 1, 1).",
        ),
        (
            (IMAGES, FILTERS, 1, "valid", (1, 0)),
            "dilation must be a whole number of at least 1, not 0.",
        ),
        (
            (IMAGES, FILTERS, 1, "full"),
            'padding must be "valid", "same" or pixels, not "full".',
        ),
        (
            (IMAGES, FILTERS, 1, -1),
            "padding must be a whole number of at least 0, not -1.",
        ),
        (
            (IMAGES, FILTERS, 1, ((0, 0), (0, -2))),
            "padding must be a whole number of at least 0, not -2.",
        ),
        (
            (IMAGES, FILTERS, 1, (1, 2)),
            'padding must be "valid", "same", a whole number or '
            "((top, bottom), (left, right)), not (1, 2).",
        ),
    ],
)
def test_bad_arguments_get_one_clear_sentence(variant, arguments, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        variant(*arguments)


@pytest.mark.parametrize("function", [cross_correlate, convolve])
@pytest.mark.parametrize(
    ("image", "kernel", "message"),
    [
        (
            np.zeros(5),
            KERNEL,
            "image needs the axes (height, width) or (height, width, channels), "
            "not the shape (5,).",
        ),
        (
            INPUT,
            np.zeros((3, 3, 1)),
            "kernel needs the axes (height, width), not the shape (3, 3, 1).",
        ),
    ],
)
def test_cross_correlate_names_the_axes_it_needs(function, image, kernel, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        function(image, kernel)


def test_toeplitz_matrix_and_output_size_name_what_they_need():
    with pytest.raises(ValueError, match=r"not the shapes \(3,\) and \(5, 5\)\.$"):
        toeplitz_matrix(np.zeros(3), (5, 5))
    with pytest.raises(ValueError, match=r"one whole number or a pair, not \(1,\)\.$"):
        output_size(5, 3, padding=(1,))
