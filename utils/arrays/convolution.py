"""The sliding window in NumPy: output sizes, padding, and the form that lessons import.

Every function takes `padding` as "valid" (none), "same" (TensorFlow's rule: the output
has ceil(input / stride) pixels, and an odd pixel of padding goes after), an int for
every side, or ((top, bottom), (left, right)). `stride` and `dilation` are an int or a
(vertical, horizontal) pair. Whatever cannot be computed raises a ValueError.

Lesson 1 writes the operation out in two plain loops (`slide`), lesson 1b in other
forms; conv2d's own loop is in convolution_blocks.py, made for speed.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from utils.arrays.convolution_blocks import slide_in_blocks
from utils.arrays.whole_numbers import at_least


def conv2d(images, filters, stride=1, padding="valid", dilation=1):
    """Slide every filter over every image: what a convolution layer computes.

    images (n, height, width, in_channels), filters (height, width, in_channels,
    out_channels) -> (n, out_height, out_width, out_channels). The result has the common
    dtype of both (float32 stays float32); integers are computed and returned as int64,
    so that a uint8 picture cannot overflow. Filters are not flipped: strictly this is
    cross-correlation.
    """
    images, filters = checked_arrays(images, filters)
    plan = sliding_plan(images.shape[1:3], filters.shape[:2], stride, padding, dilation)
    return slide_in_blocks(images, filters, plan)


def cross_correlate(image, kernel, stride=1, padding="valid", dilation=1):
    """Slide one kernel over one image, over each of its channels on its own.

    image (height, width) or (height, width, channels), kernel (height, width) -> an
    image with as many axes as the given one; dtypes as in `conv2d`.
    """
    image, kernel = np.asarray(image), np.asarray(kernel)
    _check_axes(image, "image", "height, width", "height, width, channels")
    _check_axes(kernel, "kernel", "height, width")
    # Channels travel as a batch of grey images, so that they do not mix.
    channels = np.moveaxis(np.atleast_3d(image), 2, 0)[..., np.newaxis]
    filters = kernel[:, :, np.newaxis, np.newaxis]
    maps = conv2d(channels, filters, stride, padding, dilation)[..., 0]
    return maps[0] if image.ndim == 2 else np.moveaxis(maps, 0, 2)


def convolve(image, kernel, stride=1, padding="valid", dilation=1):
    """Convolution proper: `cross_correlate` with the kernel rotated by 180 degrees."""
    rotated = np.flip(np.asarray(kernel))
    return cross_correlate(image, rotated, stride, padding, dilation)


def output_size(input_size, kernel_size, stride=1, padding="valid", dilation=1):
    """Number of positions along one axis; padding may be (before, after) in pixels."""
    before, after = padding_amounts(input_size, kernel_size, stride, padding, dilation)
    padded_size = before + input_size + after
    span = _span(kernel_size, dilation)
    if span > padded_size:
        raise ValueError(
            f"The kernel covers {span} pixels but the padded input has only "
            f"{padded_size}: take a smaller kernel, less dilation or more padding."
        )
    return int((padded_size - span) // stride + 1)


def padding_amounts(input_size, kernel_size, stride=1, padding="valid", dilation=1):
    """Pixels of zeros (before, after) one axis; arguments as for `output_size`.

    Source of "same": TensorFlow's API documentation, tf.nn, "Notes on padding".
    """
    input_size = at_least(1, input_size, "input size")
    stride = at_least(1, stride, "stride")
    span = _span(kernel_size, dilation)
    if isinstance(padding, str):
        if padding == "valid":
            return 0, 0
        if padding == "same":
            positions = -(-input_size // stride)
            missing = max((positions - 1) * stride + span - input_size, 0)
            return missing // 2, missing - missing // 2
        raise ValueError(f'padding must be "valid", "same" or pixels, not "{padding}".')
    before, after = _pair(padding, "padding")
    return at_least(0, before, "padding"), at_least(0, after, "padding")


class SlidingPlan(NamedTuple):
    """A checked sliding window; every pair is (vertical, horizontal)."""

    kernel_shape: tuple[int, int]
    padding: tuple[tuple[int, int], tuple[int, int]]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    span: tuple[int, int]  # pixels that the dilated kernel covers
    output_shape: tuple[int, int]


def sliding_plan(input_shape, kernel_shape, stride, padding, dilation):
    """The SlidingPlan of a (height, width) kernel on a (height, width) input."""
    stride, dilation = _pair(stride, "stride"), _pair(dilation, "dilation")
    padding = _padding_per_axis(padding)
    axes = list(zip(input_shape, kernel_shape, stride, padding, dilation, strict=True))
    return SlidingPlan(
        kernel_shape=tuple(kernel_shape),
        padding=tuple(padding_amounts(*axis) for axis in axes),
        stride=stride,
        dilation=dilation,
        span=tuple(map(_span, kernel_shape, dilation)),
        output_shape=tuple(output_size(*axis) for axis in axes),
    )


def checked_arrays(images, filters):
    """Both as arrays that fit together, in the dtype that the result will have."""
    images, filters = np.asarray(images), np.asarray(filters)
    _check_axes(images, "images", "n, height, width, channels")
    _check_axes(filters, "filters", "height, width, in_channels, out_channels")
    if 0 in filters.shape[2:]:
        raise ValueError(f"filters of shape {filters.shape} have an axis of length 0.")
    if images.shape[3] != filters.shape[2]:
        raise ValueError(
            f"The images have {images.shape[3]} channels but the filters expect "
            f"{filters.shape[2]}: these two numbers must agree."
        )
    if not {images.dtype.kind, filters.dtype.kind} <= set("biuf"):
        raise ValueError(
            f"Images and filters must be numbers, not {images.dtype}, {filters.dtype}."
        )
    dtype = np.result_type(images, filters)
    if dtype.kind != "f":
        dtype = np.result_type(dtype, np.int64)
    return images.astype(dtype, copy=False), filters.astype(dtype, copy=False)


def _check_axes(array, name, *choices):
    if array.ndim not in [len(axes.split()) for axes in choices]:
        needed = " or ".join(f"({axes})" for axes in choices)
        raise ValueError(
            f"{name} needs the axes {needed}, not the shape {array.shape}."
        )


def _span(kernel_size, dilation):
    kernel_size = at_least(1, kernel_size, "kernel size")
    dilation = at_least(1, dilation, "dilation")
    return (kernel_size - 1) * dilation + 1


def _padding_per_axis(padding):
    if isinstance(padding, str) or np.isscalar(padding):
        return padding, padding
    try:
        (top, bottom), (left, right) = padding
    except (TypeError, ValueError):
        raise ValueError(
            'padding must be "valid", "same", a whole number or '
            f"((top, bottom), (left, right)), not {padding!r}."
        ) from None
    return (top, bottom), (left, right)


def _pair(value, name):
    pair = tuple(value) if isinstance(value, Sequence) else (value, value)
    if len(pair) != 2:
        raise ValueError(f"{name} must be one whole number or a pair, not {value!r}.")
    return pair
