"""Convolution and its variants against SciPy, TensorFlow and hand counts."""

import os
import tracemalloc
from unittest import mock

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")


import numpy as np
import pytest
import scipy.signal
from hypothesis import given
from hypothesis import strategies as st

from tests.arrays.convolution_cases import (
    CONVOLUTION,
    CROSS_CORRELATION,
    INPUT,
    KERNEL,
    VARIANTS,
    as_pair,
    assert_equal_maps,
    cases,
    deterministic,
    scipy_conv2d,
    tensorflow_conv2d,
)
from utils.arrays import convolution_blocks as blocks
from utils.arrays.convolution import (
    conv2d,
    convolve,
    cross_correlate,
)


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


def test_half_precision_rounds_the_result_and_not_every_step():
    """Step by step in float16, 1 added to 2048 stays 2048, and half of this is inf."""
    halves = np.ones((1, 300, 300, 1), np.float16)
    halves[:, :, 150:] = -1
    ones = np.ones((300, 300, 1, 1), np.float16)
    assert conv2d(halves, ones).item() == 0
    few = np.ones((1, 60, 60, 1), np.float16)
    summed = conv2d(few, ones[:60, :60])
    assert summed.dtype == np.float16 and summed.item() == 3600
