"""The inner loop of `utils.arrays.convolution.conv2d`: fast, and small in memory.

It works on what conv2d has checked and planned (a `SlidingPlan`). To see what it
computes, read the plain loops of lesson 1, or way 3 of lesson 1b: this is im2col too,
in blocks.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np
from numpy.lib.stride_tricks import as_strided

# Each thread works through its images in blocks that stay in its core's cache. The
# Python of a browser can start none.
THREADS = 1 if sys.platform == "emscripten" else min(4, os.cpu_count() or 1)
BLOCK_BYTES = 2**20


def slide_in_blocks(images, filters, plan):
    """conv2d's result for arrays of one dtype; the images are shared among threads."""
    n, out_channels = len(images), filters.shape[3]
    maps = np.empty((n, *plan.output_shape, out_channels), images.dtype)

    def fill(share):
        _fill_maps(maps[share], images[share], filters, plan)

    # Threads help, because NumPy releases Python's lock while it copies and multiplies.
    size = max(1, -(-n // THREADS))
    own, *others = (slice(i, i + size) for i in range(0, max(1, n), size))
    running = [_pool(os.getpid()).submit(fill, share) for share in others]
    fill(own)
    for share in running:
        share.result()
    return maps


@cache
def _pool(process_id):
    """Threads that wait for work; those of a process do not live on in a fork of it."""
    return ThreadPoolExecutor(THREADS, thread_name_prefix=f"conv2d-{process_id}")


def pad(images, padding):
    """The images (n, height, width, channels) with zeros around them: a fast np.pad."""
    if padding == ((0, 0), (0, 0)):
        return images
    (top, bottom), (left, right) = padding
    n, height, width, channels = images.shape
    shape = (n, top + height + bottom, left + width + right, channels)
    padded = np.zeros(shape, images.dtype)
    padded[:, top : top + height, left : left + width] = images
    return padded


def _fill_maps(maps, images, filters, plan):
    """Write the result for these images into maps, block by block.

    Only the columns of the windows are copied side by side, into strips (n, out_width,
    rows, kernel_width, channels). In a strip the rows of a window follow one another,
    so that the matrix of all windows is a view (a copy only where rows are dilated).
    """
    n, height, width, out_channels = maps.shape
    kernel_width, channels = filters.shape[1:3]
    weights = filters.reshape(-1, out_channels)
    row_bytes = width * kernel_width * channels * images.itemsize
    images_at_once = max(1, min(n, BLOCK_BYTES // (row_bytes * height)))
    rows_at_once = max(1, min(height, BLOCK_BYTES // row_bytes))
    rows_to_read = (rows_at_once - 1) * plan.stride[0] + plan.span[0]

    # One buffer for all blocks, because memory is slow when it is first touched.
    shape = (images_at_once, width, rows_to_read, kernel_width, channels)
    strips = np.empty(shape, images.dtype)
    all_windows = _row_windows(strips, plan)
    for i in range(0, n, images_at_once):
        padded = pad(images[i : i + images_at_once], plan.padding)
        columns = _column_windows(padded, plan)
        for row in range(0, height, rows_at_once):
            block = maps[i : i + images_at_once, row : row + rows_at_once]
            top = row * plan.stride[0]
            source = columns[:, :, top : top + rows_to_read]
            strips[: len(source), :, : source.shape[2]] = source
            windows = all_windows[: len(block), : block.shape[1]]
            windows = windows.reshape(*block.shape[:3], len(weights))
            np.matmul(windows, weights, out=block)


# Both views are what sliding_window_view gives, in a fraction of its time per call:
# it would cost a tenth of the whole on small images.


def _column_windows(padded, plan):
    """View (n, out_width, padded_height, kernel_width, channels) of padded images."""
    n, padded_height, _, channels = padded.shape
    width, kernel_width = plan.output_shape[1], plan.kernel_shape[1]
    image, row, column, channel = padded.strides
    return as_strided(
        padded,
        (n, width, padded_height, kernel_width, channels),
        (image, plan.stride[1] * column, row, plan.dilation[1] * column, channel),
    )


def _row_windows(strips, plan):
    """View (n, out_height, out_width, kernel_height, kernel_width, channels)."""
    n, width, rows, kernel_width, channels = strips.shape
    height = (rows - plan.span[0]) // plan.stride[0] + 1
    image, column, row, *rest = strips.strides
    return as_strided(
        strips,
        (n, height, width, plan.kernel_shape[0], kernel_width, channels),
        (image, plan.stride[0] * row, column, plan.dilation[0] * row, *rest),
    )
