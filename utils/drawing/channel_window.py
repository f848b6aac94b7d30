"""Drawings of one filter on an image of several channels: as many sums, one cell."""

import matplotlib.pyplot as plt
import numpy as np

from utils.arrays.convolution import conv2d
from utils.drawing.grids import show_kernel, show_numbers
from utils.drawing.sliding_window import bracketed, play


def animate_channels(image, filter_, names):
    """Step through a filter with one slice per channel, one output number a frame.

    image, filter_, names: as for draw_channels_step. Returns HTML with play and step
    buttons that works without a running kernel.
    """
    figure, axes = _channels_figure(image)

    def draw(step):
        draw_channels_step(image, filter_, names, step, axes)

    return play(figure, draw, frames=_one_map(image, filter_).size)


def draw_channels_step(image, filter_, names, step, axes=None):
    """Draw one stop of a filter on each channel of an image, the sums, and their sum.

    image: small (height, width, channels), filter_: (rows, columns, channels), names:
    one per channel. step: 0-based position of the window in reading order. Under the
    window a cell reads pixel·weight. axes: one per channel, one for the output, and one
    per slice of the filter.
    """
    image, filter_ = np.asarray(image), np.asarray(filter_)
    if axes is None:
        axes = _channels_figure(image)[1]
    output = _one_map(image, filter_)
    if not 0 <= step < output.size:
        raise ValueError(
            f"This window has {output.size} positions, 0 to {output.size - 1}: "
            f"there is no step {step}."
        )
    row, column = np.unravel_index(step, output.shape)
    rows, columns, channels = filter_.shape
    products = image[row : row + rows, column : column + columns] * filter_
    sums = products.sum(axis=(0, 1))
    scale = (image.min(), image.max())
    for ax in axes:
        ax.clear()
    for c in range(channels):
        window = (row, column, rows, columns)
        title = f"{names[c]}: {sums[c]:g}"
        show_numbers(image[..., c], title, axes[c], window, value_range=scale)
        for (m, n), weight in np.ndenumerate(filter_[..., c]):
            cell = axes[c].texts[(row + m) * image.shape[1] + column + n]
            cell.set_text(f"{cell.get_text()}·{bracketed(weight)}")
        show_kernel(
            filter_[..., c], f"the filter's {names[c]} slice", axes[1 + channels + c]
        )
    so_far = np.where(
        np.arange(output.size).reshape(output.shape) <= step, output, np.nan
    )
    scale, place = (output.min(), output.max()), (row, column, 1, 1)
    title = f"together: {output[row, column]:g}"
    show_numbers(so_far, title, axes[channels], place, value_range=scale)
    terms = " + ".join(bracketed(s) for s in sums)
    axes[0].figure.suptitle(f"{terms} = {output[row, column]:g}")
    return axes


def _one_map(image, filter_):
    """What one filter leaves of one image, (out_height, out_width)."""
    image, filter_ = np.asarray(image), np.asarray(filter_)
    return conv2d(image[np.newaxis], filter_[..., np.newaxis])[0, ..., 0]


def _channels_figure(image):
    """A row of slices, and below it a row of channels with the output at its end."""
    panels = np.shape(image)[2] + 1
    size = (2.8 * panels, 6)
    figure, axes = plt.subplots(2, panels, figsize=size, height_ratios=[2, 3])
    axes[0, -1].remove()
    return figure, [*axes[1], *axes[0, :-1]]
