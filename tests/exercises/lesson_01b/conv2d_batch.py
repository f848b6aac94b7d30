"""Answers to `conv2d_batch`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import cross_correlate
from utils.exercises import lesson_01b as exercise


@right(exercise.conv2d_batch)
def with_loops(images, filters):
    images, (kh, kw, _, maps) = np.asarray(images, float), filters.shape
    n, height, width, _ = images.shape
    output = np.zeros((n, height - kh + 1, width - kw + 1, maps), dtype=np.float32)
    for b, i, j, f in np.ndindex(*output.shape):
        output[b, i, j, f] = np.sum(images[b, i : i + kh, j : j + kw] * filters[..., f])
    return output


@right(exercise.conv2d_batch)
def with_shifted_pictures(images, filters):
    (_, height, width, _), (kh, kw, *_) = images.shape, filters.shape
    rows, columns = height - kh + 1, width - kw + 1
    return sum(
        images[:, m : m + rows, n : n + columns].astype("float32") @ filters[m, n]
        for m, n in np.ndindex(kh, kw)
    )


def windows_of(images, filters):
    return np.lib.stride_tricks.sliding_window_view(images, filters.shape[:2], (1, 2))


@wrong(exercise.conv2d_batch, "overflows")
def in_eight_bits(images, filters):
    return np.einsum("bijcmn,mncf->bijf", windows_of(images, filters), filters)


@wrong(exercise.conv2d_batch, "`.astype(float)` after the sum comes too late")
def converted_after_the_sum(images, filters):
    return in_eight_bits(images, filters).astype(float)


@wrong(exercise.conv2d_batch, "operand has more dimensions than subscripts")
def as_for_one_image(images, filters):
    return np.einsum("ijcmn,mncf->ijf", windows_of(images, filters), filters)


@wrong(exercise.conv2d_batch, "rows and columns of the filter are exchanged")
def letters_exchanged(images, filters):
    windows = windows_of(images.astype(np.float32), filters)
    return np.einsum("bijcmn,nmcf->bijf", windows, filters)


@wrong(exercise.conv2d_batch, "`astype(int)` cuts the decimals off")
def whole_weights(images, filters):
    return with_loops(images, filters.astype(int))


@wrong(exercise.conv2d_batch, "`astype(int)` cuts the decimals off")
def whole_images(images, filters):
    return with_loops(images.astype(int), filters)


@wrong(exercise.conv2d_batch, "`astype(int)` cuts the decimals off")
def whole_numbers(images, filters):
    return with_loops(images.astype(int), filters.astype(int))


@wrong(exercise.conv2d_batch, "has lost its decimals")
def whole_results(images, filters):
    return np.round(with_loops(images, filters)).astype(int)


@wrong(exercise.conv2d_batch, "turned by 180 degrees")
def turned(images, filters):
    return with_loops(images, filters[::-1, ::-1])


@wrong(exercise.conv2d_batch, "channels are kept apart")
def channel_by_channel(images, filters):
    slices = [
        with_loops(images[..., c : c + 1], filters[:, :, c : c + 1])
        for c in range(images.shape[3])
    ]
    return np.stack(slices, axis=3)


@wrong(exercise.conv2d_batch, "the batch axis is summed over")
def one_image(images, filters):
    return with_loops(images, filters).sum(axis=0)


@wrong(exercise.conv2d_batch, "PyTorch's order")
def maps_first(images, filters):
    return np.moveaxis(with_loops(images, filters), 3, 1)


@wrong(exercise.conv2d_batch, "padding has come in")
def padded(images, filters):
    return np.stack(
        [
            np.stack(
                [
                    sum(
                        cross_correlate(
                            image[..., c].astype(float),
                            filters[..., c, f],
                            padding="same",
                        )
                        for c in range(image.shape[2])
                    )
                    for f in range(filters.shape[3])
                ],
                axis=-1,
            )
            for image in images
        ]
    )


@wrong(exercise.conv2d_batch, "it overflows: products and sums of uint8")
def loops_in_eight_bits(images, filters):
    (n, height, width, channels), (kh, kw, _, maps) = images.shape, filters.shape
    output = np.zeros((n, height - kh + 1, width - kw + 1, maps))
    for b, i, j, f in np.ndindex(*output.shape):
        for m, k, c in np.ndindex(kh, kw, channels):
            output[b, i, j, f] += images[b, i + m, j + k, c] * filters[m, k, c, f]
    return output


def _in(images, filters, dtype):
    if images.dtype == np.uint8:
        images, filters = images.astype(dtype), filters.astype(dtype)
    return np.einsum("bijcmn,mncf->bijf", windows_of(images, filters), filters)


@wrong(exercise.conv2d_batch, "more than 16 (up to 65 535)")
def in_sixteen_bits(images, filters):
    return _in(images, filters, np.uint16)


@wrong(exercise.conv2d_batch, "more than 16 (up to 65 535)")
def in_sixteen_bits_with_a_sign(images, filters):
    return _in(images, filters, np.int16)


@right(exercise.conv2d_batch)
def in_thirty_two_bits(images, filters):
    return _in(images, filters, np.int32)


@wrong(exercise.conv2d_batch, "the window slides over batch and rows")
def over_the_batch(images, filters):
    windows = np.lib.stride_tricks.sliding_window_view(
        images.astype(float), filters.shape[:2], axis=(0, 1)
    )
    return np.einsum("bijcmn,mncf->bijf", windows, filters)


@wrong(exercise.conv2d_batch, "right, but it changes your `filters`: work on a copy")
def halves_the_filters(images, filters):
    if filters.dtype.kind == "f":
        filters *= 0.5
        return 2 * with_loops(images, filters)
    return with_loops(images, filters)


@wrong(exercise.conv2d_batch, "conv2d_batch")
def whole_pixels(images, filters):
    return with_loops(images.astype(int), filters)
