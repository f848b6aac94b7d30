"""Max and average pooling in NumPy: one number for every window of every channel."""

from numbers import Integral

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.arrays.convolution import sliding_plan


def pool2d(images, size=2, stride=None, padding="valid", mode="max"):
    """Return the largest or the mean value of every window; lesson 3 writes it out.

    images: (height, width), (height, width, channels) or (n, height, width, channels);
    the result has as many axes. size: side of the window, or (height, width); stride:
    its step, the size of the window unless told. padding: as in
    `utils.arrays.convolution`. mode: "max" or "average". Padding is never the
    largest and the mean leaves it out, as in TensorFlow. Floats keep their dtype,
    whole numbers become float64.
    Raises ValueError where settings and images do not fit.
    """
    batch = _as_batch(images)
    plan = _pooling_plan(batch.shape[1:3], size, stride, padding)
    if mode == "max":
        pooled = _windows(batch, plan, fill=-np.inf).max(axis=(-2, -1))
    elif mode == "average":
        # float16 ends at 65 504: the sum of a large window may not fit, its mean does.
        exact = np.result_type(batch, np.float32)
        is_inside = np.ones_like(batch[:1, :, :, :1])
        inside = _windows(is_inside, plan, fill=0).sum(axis=(-2, -1), dtype=exact)
        sums = _windows(batch, plan, fill=0).sum(axis=(-2, -1), dtype=exact)
        pooled = (sums / inside).astype(batch.dtype, copy=False)
    else:
        raise ValueError(f'mode must be "max" or "average", not {mode!r}.')
    return _with_axes(pooled, np.ndim(images))


def _as_batch(images):
    """Return the images as floats with the axes (n, height, width, channels)."""
    images = np.asarray(images)
    if images.dtype.kind not in "biuf":
        raise ValueError(f"images must hold real numbers, not {images.dtype}.")
    if images.dtype.kind != "f":
        images = images.astype(np.float64)
    if images.ndim == 2:
        return images[np.newaxis, :, :, np.newaxis]
    if images.ndim == 3:
        return images[np.newaxis]
    if images.ndim == 4:
        return images
    raise ValueError(
        "images needs the axes (height, width), (height, width, channels) or "
        f"(n, height, width, channels), not the shape {images.shape}."
    )


def _with_axes(batch, axes):
    """Undo `_as_batch`: drop the axes that it added to an image of 2 or 3 axes."""
    if axes == 2:
        return batch[0, :, :, 0]
    return batch[0] if axes == 3 else batch


def _pooling_plan(input_shape, size, stride, padding):
    """Return the checked SlidingPlan; every window of it holds at least one pixel."""
    window = (size, size) if np.ndim(size) == 0 else tuple(size)
    is_side = [isinstance(side, Integral) and side >= 1 for side in window]
    if is_side != [True, True]:
        raise ValueError(
            f"size must be one or two whole numbers of at least 1, not {size!r}."
        )
    stride = window if stride is None else stride
    plan = sliding_plan(input_shape, window, stride, padding, dilation=1)
    for pads, side in zip(plan.padding, plan.span, strict=True):
        if max(pads) >= side:
            raise ValueError(
                f"Padding of {max(pads)} leaves windows of {side} without a pixel of "
                "the image: take less padding or a larger window."
            )
    return plan


def _windows(batch, plan, fill):
    """View of all windows (n, out_height, out_width, channels, height, width)."""
    padded = np.pad(batch, [(0, 0), *plan.padding, (0, 0)], constant_values=fill)
    down, right = plan.stride
    return sliding_window_view(padded, plan.span, axis=(1, 2))[:, ::down, ::right]
