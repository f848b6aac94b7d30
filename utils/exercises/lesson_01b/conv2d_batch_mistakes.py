"""`conv2d_batch`, each time with another mistake."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.arrays.convolution import conv2d


def _windows(images, filters):
    return sliding_window_view(images.astype(float), filters.shape[:2], axis=(1, 2))


def summed(letters):
    """The convolution in one einsum, with these letters."""
    return lambda images, filters: np.einsum(
        letters, _windows(images, filters), filters
    )


def products_in_few_bits(images, filters):
    """The sums of float images; of whole numbers, products as NumPy takes them."""
    if images.dtype.kind == "f":
        return conv2d(images, filters)
    windows = sliding_window_view(images, filters.shape[:2], axis=(1, 2))
    products = windows[..., np.newaxis] * np.moveaxis(filters, 2, 0)
    return products.sum(axis=(3, 4, 5), dtype=float)


def summed_in(dtype):
    """The convolution with all whole numbers kept in so many bits."""

    def conv2d_batch(images, filters):
        if images.dtype.kind == "f":
            return conv2d(images, filters)
        windows = sliding_window_view(images.astype(dtype), filters.shape[:2], (1, 2))
        return np.einsum("bijcmn,mncf->bijf", windows, filters.astype(dtype))

    return conv2d_batch


def whole(which):
    """The convolution of whole numbers: the "images", the "filters", or "both"."""

    def conv2d_batch(images, filters):
        images = images if which == "filters" else images.astype(int)
        filters = filters if which == "images" else filters.astype(int)
        return conv2d(images, filters)

    return conv2d_batch


def over_the_batch(images, filters):
    """The window slides over the axes 0 and 1, batch and rows."""
    windows = sliding_window_view(images.astype(float), filters.shape[:2], axis=(0, 1))
    return np.einsum("bijcmn,mncf->bijf", windows, filters)
