"""conv2d computed in four other ways, to compare it with.

Each takes the same arguments and returns the same result up to rounding. Lesson 1b
writes them out and compares their speed; everything else in the course uses `conv2d`.
"""

import numpy as np

from utils.arrays.convolution import checked_arrays, sliding_plan
from utils.arrays.convolution_blocks import pad


def conv2d_loops(images, filters, stride=1, padding="valid", dilation=1):
    """`conv2d` as its definition reads: one window, one filter, one number at a time.

    Lesson 1b writes it out.
    """
    images, filters = checked_arrays(images, filters)
    plan = sliding_plan(images.shape[1:3], filters.shape[:2], stride, padding, dilation)
    padded = pad(images, plan.padding)
    output = _empty_output(images, filters, plan)
    for n, row, column, k in np.ndindex(output.shape):
        window = padded[n][_window_at(row, column, plan)]
        output[n, row, column, k] = np.sum(window * filters[:, :, :, k])
    return output


def conv2d_im2col(images, filters, stride=1, padding="valid", dilation=1):
    """`conv2d` as one matrix product: every window becomes a row ("image to column").

    Lesson 1b writes it out. The matrix is up to kernel height × width times as large as
    the images. Source: Chellapilla, Puri and Simard (2006), "High Performance
    Convolutional Neural Networks for Document Processing", section 2.
    """
    images, filters = checked_arrays(images, filters)
    plan = sliding_plan(images.shape[1:3], filters.shape[:2], stride, padding, dilation)
    padded = pad(images, plan.padding)
    (height, width), (down, right) = plan.output_shape, plan.stride
    windows = np.empty((len(images), height, width, *filters.shape[:3]), images.dtype)
    for i, j in np.ndindex(filters.shape[:2]):
        # The pixels that weight (i, j) meets, at all positions of the window at once.
        top, left = i * plan.dilation[0], j * plan.dilation[1]
        rows = slice(top, top + down * (height - 1) + 1, down)
        columns = slice(left, left + right * (width - 1) + 1, right)
        windows[:, :, :, i, j] = padded[:, rows, columns]
    out_channels = filters.shape[3]
    weights = filters.reshape(-1, out_channels)
    product = windows.reshape(-1, len(weights)) @ weights
    return product.reshape(len(images), height, width, out_channels)


def conv2d_toeplitz(images, filters, stride=1, padding="valid", dilation=1):
    """`conv2d` as the linear map it is: one `toeplitz_matrix` per pair of channels.

    Lesson 1b writes it out. For small images: a matrix has one entry per output pixel
    and input pixel, almost all of them zero.
    """
    images, filters = checked_arrays(images, filters)
    settings = (stride, padding, dilation)
    plan = sliding_plan(images.shape[1:3], filters.shape[:2], *settings)
    output = _empty_output(images, filters, plan)
    output[:] = 0
    for c, k in np.ndindex(filters.shape[2:]):
        matrix = toeplitz_matrix(filters[:, :, c, k], images.shape[1:3], *settings)
        pixels = images[..., c].reshape(len(images), matrix.shape[1])
        output[..., k] += (pixels @ matrix.T).reshape(output.shape[:3])
    return output


def toeplitz_matrix(kernel, input_shape, stride=1, padding="valid", dilation=1):
    """The matrix that maps a flattened image to its flattened cross-correlation.

    kernel (height, width), input_shape (height, width) -> (output pixels, input
    pixels). With stride 1 it is doubly block Toeplitz: equal blocks along every
    diagonal, and in each block equal weights along every diagonal. Lesson 1b writes it
    out.
    """
    kernel = np.asarray(kernel)
    if kernel.ndim != 2 or len(input_shape) != 2:
        raise ValueError(
            "kernel and input_shape need the axes (height, width), "
            f"not the shapes {kernel.shape} and {tuple(input_shape)}."
        )
    plan = sliding_plan(input_shape, kernel.shape, stride, padding, dilation)
    (top, bottom), (left, right) = plan.padding
    height, width = input_shape
    padded_shape = (top + height + bottom, left + width + right)
    weights = np.zeros((*plan.output_shape, *padded_shape), kernel.dtype)
    for row, column in np.ndindex(plan.output_shape):
        weights[row, column][_window_at(row, column, plan)] = kernel
    # Padding is zero, so the weights that meet it play no part.
    weights = weights[:, :, top : top + height, left : left + width]
    return weights.reshape(-1, height * width)


def conv2d_fft(images, filters, stride=1, padding="valid", dilation=1):
    """`conv2d` through the convolution theorem: a product of spectra.

    Lesson 1b writes it out. It computes in float64 and casts back, so that integers are
    exact up to 2**53. Its time hardly depends on the kernel's size.
    """
    images, filters = checked_arrays(images, filters)
    plan = sliding_plan(images.shape[1:3], filters.shape[:2], stride, padding, dilation)
    padded = pad(images, plan.padding).astype(np.float64)
    spread = np.zeros((*plan.span, *filters.shape[2:]))
    spread[:: plan.dilation[0], :: plan.dilation[1]] = filters

    shape = padded.shape[1:3]
    image_spectra = np.fft.rfft2(padded, axes=(1, 2))
    # The conjugate spectrum is that of the rotated filter: cross-correlation.
    filter_spectra = np.fft.rfft2(spread, shape, axes=(0, 1)).conj()
    spectra = np.einsum("nhwc,hwck->nhwk", image_spectra, filter_spectra)
    full = np.fft.irfft2(spectra, shape, axes=(1, 2))

    # Beyond these rows and columns the window would wrap round the image's edge.
    height, width = np.subtract(shape, plan.span) + 1
    output = full[:, : height : plan.stride[0], : width : plan.stride[1]]
    if images.dtype.kind == "i":
        output = np.rint(output)
    return output.astype(images.dtype)


def _empty_output(images, filters, plan):
    shape = (len(images), *plan.output_shape, filters.shape[3])
    return np.empty(shape, images.dtype)


def _window_at(row, column, plan):
    """Slices of a padded image that cut out the window at one output position."""
    starts = (row * plan.stride[0], column * plan.stride[1])
    return tuple(
        slice(start, start + span, gap)
        for start, span, gap in zip(starts, plan.span, plan.dilation, strict=True)
    )
