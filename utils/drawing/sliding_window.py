"""Drawings of the sliding window: step by step, and the cells it visits."""

import re

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML
from matplotlib.animation import FuncAnimation
from matplotlib.patches import Rectangle

from utils.arrays.convolution import cross_correlate, output_size, padding_amounts
from utils.drawing.colours import BLUE, GREY, SKY
from utils.drawing.grids import show_kernel, show_numbers

BUTTON_SIGNS = {
    "minus": "−",
    "fast-backward": "|◀",
    "step-backward": "◁",
    "play fa-flip-horizontal": "◀",
    "pause": "||",
    "play": "▶",
    "step-forward": "▷",
    "fast-forward": "▶|",
    "plus": "+",
}


def animate_sliding_window(image, kernel, stride=1, padding="valid"):
    """Step through a sliding dot product, one output number a frame.

    image, kernel: small 2-D arrays. Returns HTML with play and step buttons that works
    without a running kernel.
    """
    output = cross_correlate(image, kernel, stride=stride, padding=padding)
    figure, axes = _sliding_window_figure(image, kernel)

    def draw(step):
        draw_sliding_window_step(image, kernel, step, axes, stride, padding)

    return play(figure, draw, frames=output.size)


def play(figure, draw, frames):
    """HTML that plays a figure's frames, draw(0), draw(1) ..., without a kernel."""
    animation = FuncAnimation(figure, draw, frames=frames, interval=1200)
    page = animation.to_jshtml(default_mode="once")
    plt.close(figure)
    return HTML(with_offline_buttons(page))


def with_offline_buttons(page):
    """Replace the button icons that Matplotlib's player loads from the network."""
    page = re.sub(r'<link rel="stylesheet"\s+href="https:[^>]*>', "", page)
    for icon, sign in BUTTON_SIGNS.items():
        page = page.replace(f'<i class="fa fa-{icon}"></i>', sign)
    return page


def draw_sliding_window_step(image, kernel, step, axes=None, stride=1, padding="valid"):
    """Draw one frame of the sliding window: input, filter, output so far, and the sum.

    step: 0-based position of the window in reading order. axes: three axes to draw on.
    """
    image, kernel = np.asarray(image, float), np.asarray(kernel, float)
    if axes is None:
        axes = _sliding_window_figure(image, kernel)[1]
    output = cross_correlate(image, kernel, stride=stride, padding=padding)
    if not 0 <= step < output.size:
        raise ValueError(
            f"This window has {output.size} positions, 0 to {output.size - 1}: "
            f"there is no step {step}."
        )
    pads = [
        padding_amounts(size, window, stride, padding)
        for size, window in zip(image.shape, kernel.shape, strict=True)
    ]
    padded = np.pad(image, pads)
    row, column = np.unravel_index(step, output.shape)
    top, left = row * stride, column * stride
    patch = padded[top : top + kernel.shape[0], left : left + kernel.shape[1]]
    so_far = np.where(
        np.arange(output.size).reshape(output.shape) <= step, output, np.nan
    )

    for ax in axes:
        ax.clear()
    scale = (padded.min(), padded.max())
    show_numbers(
        padded, "input", axes[0], (top, left, *kernel.shape), value_range=scale
    )
    show_kernel(kernel, "filter", axes[1])
    scale = (output.min(), output.max())
    show_numbers(so_far, "output", axes[2], (row, column, 1, 1), value_range=scale)
    terms = " + ".join(
        f"{bracketed(pixel)}·{bracketed(weight)}"
        for pixel, weight in zip(patch.flat, kernel.flat, strict=True)
    )
    axes[0].figure.suptitle(f"{terms} = {output[row, column]:g}", fontsize=13)
    return axes


def bracketed(number):
    """A number as a term of a sum or a product: brackets around what is negative."""
    return f"({number:g})" if number < 0 else f"{number:g}"


def _sliding_window_figure(image, kernel):
    widths = [np.shape(image)[1], np.shape(kernel)[1], np.shape(image)[1]]
    return plt.subplots(1, 3, figsize=(10, 4.2), width_ratios=widths)


def draw_window_positions(
    input_size, kernel_size, stride=1, padding="valid", dilation=1, ax=None
):
    """Draw, along one axis, which input cells each output number is made from.

    One row per output number: blue cells are read, hatched cells are padding.
    Returns the axes.
    """
    settings = (input_size, kernel_size, stride, padding, dilation)
    before, after = padding_amounts(*settings)
    starts = stride * np.arange(output_size(*settings)) - before
    if ax is None:
        width = 0.45 * (before + input_size + after) + 1
        ax = plt.subplots(figsize=(width, 0.4 * len(starts) + 1))[1]
    for row, start in enumerate(starts):
        read = set(start + dilation * np.arange(kernel_size))
        for cell in range(-before, input_size + after):
            is_padding = not 0 <= cell < input_size
            ax.add_patch(
                Rectangle(
                    (cell, row),
                    0.92,
                    0.8,
                    fc=(SKY if is_padding else BLUE) if cell in read else "white",
                    ec=GREY,
                    hatch="///" if is_padding else None,
                )
            )
    ax.set(xlim=(-before - 0.2, input_size + after), ylim=(len(starts), -0.2))
    ax.set_xticks(np.arange(input_size) + 0.46, np.arange(input_size))
    ax.set_yticks(np.arange(len(starts)) + 0.4, np.arange(len(starts)))
    ax.set(xlabel="input cell", ylabel="output cell")
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    return ax
