"""Output sizes and padding by count, and what cannot be computed in one sentence."""

import itertools
import os
import re

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arrays.convolution_cases import (
    INPUT,
    KERNEL,
    VARIANTS,
    as_pair,
    deterministic,
    one_or_pair,
)
from tests.arrays.convolution_variants import (
    toeplitz_matrix,
)
from utils.arrays.convolution import (
    convolve,
    cross_correlate,
    output_size,
    padding_amounts,
)


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
