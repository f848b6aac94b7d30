"""Pooling against TensorFlow over a random grid, and its errors."""

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from utils.arrays.pooling import pool2d

TENSORFLOW = {"max": tf.nn.max_pool2d, "average": tf.nn.avg_pool2d}

modes = st.sampled_from(["max", "average"])
pairs = st.tuples(st.integers(1, 4), st.integers(1, 4))


def random_images(shape, dtype="float32", seed=0):
    # Far below zero, so that a zero of padding that counts would show.
    return np.random.default_rng(seed).normal(-5, 1, shape).astype(dtype)


@settings(deadline=None)
@given(
    shape=st.tuples(*[st.integers(*b) for b in ((1, 3), (4, 9), (4, 9), (1, 3))]),
    size=pairs | st.integers(1, 4),
    stride=pairs | st.integers(1, 4) | st.none(),
    padding=st.sampled_from(["valid", "same"]),
    mode=modes,
    dtype=st.sampled_from(["float32", "float64"]),
)
def test_equals_tensorflow(shape, size, stride, padding, mode, dtype):
    images = random_images(shape, dtype)
    strides = size if stride is None else stride
    expected = TENSORFLOW[mode](images, size, strides, padding.upper()).numpy()
    pooled = pool2d(images, size, stride, padding, mode)
    assert pooled.dtype == dtype
    np.testing.assert_allclose(pooled, expected, rtol=1e-6)


@given(
    size=st.integers(2, 4),
    stride=st.integers(1, 3),
    pads=st.tuples(*[st.integers(0, 1)] * 4),
    mode=modes,
)
def test_explicit_padding_is_no_pixel(size, stride, pads, mode):
    image = random_images((6, 7))
    padding = (pads[:2], pads[2:])
    padded = np.pad(image, padding, constant_values=np.nan)
    summary = {"max": np.nanmax, "average": np.nanmean}[mode]
    expected = [
        [
            summary(padded[row : row + size, column : column + size])
            for column in range(0, padded.shape[1] - size + 1, stride)
        ]
        for row in range(0, padded.shape[0] - size + 1, stride)
    ]
    pooled = pool2d(image, size, stride, padding, mode)
    np.testing.assert_allclose(pooled, expected, rtol=1e-6)


@pytest.mark.parametrize("mode", ["max", "average"])
def test_image_volume_and_batch_agree(mode):
    batch = random_images((2, 6, 4, 3))
    pooled = pool2d(batch, mode=mode)
    assert pooled.shape == (2, 3, 2, 3)
    np.testing.assert_array_equal(pool2d(batch[1], mode=mode), pooled[1])
    np.testing.assert_array_equal(
        pool2d(batch[1, :, :, 2], mode=mode), pooled[1, :, :, 2]
    )


def test_whole_numbers_give_floats_and_are_left_alone():
    grid = np.arange(1, 17, dtype=np.uint8).reshape(4, 4)
    before = grid.copy()
    np.testing.assert_array_equal(pool2d(grid), [[6, 8], [14, 16]])
    average = pool2d(grid, mode="average")
    np.testing.assert_array_equal(average, [[3.5, 5.5], [11.5, 13.5]])
    assert average.dtype == np.float64
    np.testing.assert_array_equal(grid, before)


def test_the_mean_of_a_large_window_fits_though_its_sum_does_not():
    ones = np.ones((300, 300), np.float16)
    assert pool2d(ones, 300, mode="average") == 1.0
    average = pool2d(ones, 300, padding="same", mode="average", stride=200)
    assert average.dtype == np.float16 and (average == 1.0).all()
    bright = np.full((300, 300), 60_000, np.float16)
    assert pool2d(bright, 300, mode="average") == bright[0, 0]


@pytest.mark.parametrize("mode", ["max", "average"])
def test_nan_stays_visible(mode):
    image = np.ones((4, 4))
    image[0, 0] = np.nan
    pooled = pool2d(image, mode=mode)
    np.testing.assert_array_equal(np.isnan(pooled), [[True, False], [False, False]])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"mode": "median"}, 'mode must be "max" or "average", not \'median\''),
        ({"size": 0}, "size must be one or two whole numbers of at least 1, not 0"),
        ({"size": 1.5}, "size must be one or two whole numbers of at least 1, not 1.5"),
        ({"size": (2, 2, 2)}, "size must be one or two whole numbers of at least 1"),
        ({"size": 9}, "covers 9 pixels but the padded input has only 4"),
        ({"stride": 0}, "stride must be a whole number of at least 1, not 0"),
        ({"padding": "full"}, 'padding must be "valid", "same" or pixels'),
        ({"padding": 2}, "Padding of 2 leaves windows of 2 without a pixel"),
        ({"images": np.ones(4)}, r"not the shape \(4,\)"),
        ({"images": np.ones((2, 2), complex)}, "real numbers, not complex128"),
    ],
)
def test_bad_input_gets_one_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=sentence) as caught:
        pool2d(**({"images": np.ones((4, 4))} | arguments))
    assert "\n" not in str(caught.value)
