"""Figures that several lessons share: arrays in, Matplotlib axes out.

Every function draws on the axes it is given, or on a figure of its own, and returns the
axes. Nothing here loads data or trains a model.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from utils.images import to_grey
from utils.style import BLUE, GREY, ORANGE, SIGNED

SHOWN_AS_SQUARES = 300  # longest side, in pixels, that is drawn without smoothing


def show_image(image, title="", ax=None, value_range=None, signed=False, cmap=None):
    """Draw one image without axes.

    image: (height, width) or (height, width, 3 or 1). A grey image spans black to white
    over value_range, (0, 1) unless told; signed=True draws it on the blue-white-orange
    scale with zero in the middle, over value_range or the largest magnitude.
    """
    image = _without_single_channel(image)
    ax = _axes(ax, image.shape)
    low, high = value_range or _full_range(image, signed)
    cmap = cmap or (SIGNED if signed else "gray")
    # A small image shows its pixels as squares; a large one, shrunk that way, would
    # lose every n-th row: there Matplotlib averages.
    interpolation = "nearest" if max(image.shape[:2]) <= SHOWN_AS_SQUARES else "auto"
    if image.ndim == 3:
        ax.imshow(np.clip(image, 0, 1), interpolation=interpolation)
    else:
        ax.imshow(image, cmap, vmin=low, vmax=high, interpolation=interpolation)
    ax.set_title(title)
    ax.set_axis_off()
    return ax


def show_images(
    images, titles=None, columns=None, value_range=None, signed=False, cmap=None, size=3
):
    """Draw several images in rows, all on one shared scale.

    images: sequence of n arrays as for show_image. titles: n strings. size: inches per
    panel. Returns the n axes as a flat array.
    """
    images = [_without_single_channel(image) for image in images]
    titles = titles if titles is not None else [""] * len(images)
    if len(titles) != len(images):
        raise ValueError(
            f"{len(images)} images need as many titles, but there are {len(titles)}."
        )
    if signed and value_range is None:
        value_range = _full_range(np.concatenate([i.ravel() for i in images]), True)
    columns = columns or min(len(images), 4)
    rows = -(-len(images) // columns)
    height = size * _mean_aspect(images) + 0.45 * any(titles)
    _, axes = plt.subplots(
        rows, columns, figsize=(size * columns, height * rows), squeeze=False
    )
    for ax in axes.flat[len(images) :]:
        ax.remove()
    for ax, image, title in zip(axes.flat, images, titles, strict=False):
        show_image(image, title, ax, value_range, signed, cmap)
    return axes.flat[: len(images)]


def show_feature_maps(
    maps, titles=None, columns=8, value_range=None, signed=True, size=1.6
):
    """Draw the channels of one feature volume side by side, on one shared scale.

    maps: (height, width, channels). value_range: of the shared scale; that of all maps
    unless told. Returns the axes, one per channel.
    """
    maps = np.asarray(maps)
    if maps.ndim != 3:
        raise ValueError(
            "Feature maps have three axes (height, width, channels), "
            f"not shape {maps.shape}."
        )
    if value_range is None:
        value_range = _full_range(maps, True) if signed else (maps.min(), maps.max())
    channels = np.moveaxis(maps, -1, 0)[..., np.newaxis]
    return show_images(
        channels, titles, min(columns, len(channels)), value_range, signed, size=size
    )


def show_heatmap(image, heat, title="", ax=None, limit=None):
    """Draw an image in grey with a heat map laid over it.

    image: as for show_image. heat: (rows, columns) of any size, stretched over the
    image: orange above 0, blue below, and the farther from 0 the more it covers. limit:
    the heat that covers most, the largest magnitude unless told.
    """
    image, heat = _without_single_channel(image), np.asarray(heat, dtype=float)
    if heat.ndim != 2:
        raise ValueError(
            f"A heat map has two axes (rows, columns), not shape {heat.shape}."
        )
    image = to_grey(image)
    ax = show_image(image, title, ax)
    strength = np.clip(heat / (limit or np.abs(heat).max() or 1), -1, 1)
    colors = SIGNED((np.sign(strength) + 1) / 2)
    colors[..., 3] = 0.85 * np.abs(strength)
    height, width = image.shape
    extent = (-0.5, width - 0.5, height - 0.5, -0.5)
    ax.imshow(colors, extent=extent, interpolation="bilinear")
    return ax


def show_numbers(
    grid, title="", ax=None, window=None, signed=False, value_range=None, decimals=0
):
    """Draw a small 2-D array as a grid of coloured cells with the number in each.

    window: (row, column, height, width) of a rectangle to outline in orange. A NaN is
    an empty cell. Colours run over value_range, or from the smallest to the largest
    number.
    """
    grid = np.asarray(grid, dtype=float)
    ax = _axes(ax, grid.shape, inches_per_cell=0.6)
    if value_range is None and not signed:
        value_range = (np.nanmin(grid), np.nanmax(grid))
    low, high = value_range or _full_range(grid, signed)
    cmap = SIGNED if signed else plt.get_cmap("gray")
    ax.imshow(grid, cmap=cmap, vmin=low, vmax=high)
    for (row, column), value in np.ndenumerate(grid):
        if np.isnan(value):
            continue
        shade = cmap((value - low) / ((high - low) or 1))
        ax.text(
            column,
            row,
            f"{value:.{decimals}f}",
            ha="center",
            va="center",
            color="white" if _luminance(shade) < 0.5 else "black",
        )
    _draw_cell_borders(ax, grid.shape)
    if window is not None:
        outline_window(ax, *window)
    ax.set_title(title)
    return ax


def show_kernel(kernel, title="", ax=None, decimals=None):
    """Draw a filter's weights as numbers on the blue-white-orange scale.

    kernel: (height, width). decimals: as many as the weights need, at most 2.
    """
    kernel = np.asarray(kernel, dtype=float)
    if decimals is None:
        exact = (d for d in (0, 1) if np.allclose(kernel, kernel.round(d)))
        decimals = next(exact, 2)
    return show_numbers(kernel, title, ax, signed=True, decimals=decimals)


def outline_window(ax, row, column, height, width, color=ORANGE):
    """Outline the cells from (row, column) on, height down and width across."""
    corner = (column - 0.5, row - 0.5)
    ax.add_patch(
        Rectangle(
            corner, width, height, fill=False, ec=color, lw=4, zorder=3, clip_on=False
        )
    )
    return ax


def plot_history(history, metric="accuracy"):
    """Plot loss and one metric per epoch, training and validation together.

    history: dict of lists as `model.fit(...).history` holds; needs "loss" and metric,
    and draws "val_loss" and "val_" + metric where they are there. Returns both axes.
    """
    missing = [name for name in ("loss", metric) if name not in history]
    if missing:
        raise ValueError(
            f"The history has no {missing[0]!r}, only {', '.join(history)}: "
            "name one of these as the metric."
        )
    _, axes = plt.subplots(1, 2, figsize=(11, 4))
    for ax, name in zip(axes, ("loss", metric), strict=True):
        epochs = np.arange(1, len(history[name]) + 1)
        ax.plot(epochs, history[name], "o-", color=BLUE, label="training")
        if f"val_{name}" in history:
            validation = history[f"val_{name}"]
            ax.plot(epochs, validation, "s--", color=ORANGE, label="validation")
        ax.set(xlabel="epoch", ylabel=name.replace("_", " "))
        ax.xaxis.get_major_locator().set_params(integer=True)
        ax.legend(frameon=False)
    return axes


def show_confusion_matrix(counts, class_names, ax=None):
    """Draw a confusion matrix, true classes down, predicted classes across.

    counts: (classes, classes) integers. The diagonal is left uncoloured, so that the
    colours compare the mistakes with one another.
    """
    counts = np.asarray(counts)
    ax = _axes(ax, counts.shape, inches_per_cell=0.65)
    mistakes = np.where(np.eye(len(counts), dtype=bool), 0, counts)
    ax.imshow(mistakes, cmap="Oranges", vmin=0, vmax=max(mistakes.max(), 1) * 1.4)
    for (true, predicted), count in np.ndenumerate(counts):
        weight = "bold" if true == predicted else "normal"
        color = GREY if count == 0 else "black"
        ax.text(
            predicted, true, count, ha="center", va="center", weight=weight, color=color
        )
    _draw_cell_borders(ax, counts.shape)
    ax.set(xlabel="predicted", ylabel="true")
    ax.set_xticks(range(len(class_names)), class_names)
    ax.set_yticks(range(len(class_names)), class_names)
    return ax


def _axes(ax, shape, inches_per_cell=None):
    """The given axes, or those of a new figure that fits an image of this shape."""
    if ax is not None:
        return ax
    height, width = shape[:2]
    size = (5, 5 * height / width)
    if inches_per_cell:
        size = (width * inches_per_cell + 0.3, height * inches_per_cell + 0.6)
    return plt.subplots(figsize=size)[1]


def _without_single_channel(image):
    image = np.asarray(image)
    if image.ndim == 3 and image.shape[-1] == 1:
        image = image[..., 0]
    if image.ndim != 2 and not (image.ndim == 3 and image.shape[-1] == 3):
        raise ValueError(
            "An image to show is (height, width) or (height, width, 3), "
            f"not shape {image.shape}: pick one image of a batch, or one channel."
        )
    return image


def _full_range(values, signed):
    """(0, 1), or the symmetric range of signed values around zero."""
    if not signed:
        return 0, 1
    largest = np.nanmax(np.abs(values)) or 1
    return -largest, largest


def _mean_aspect(images):
    return np.mean([image.shape[0] / image.shape[1] for image in images])


def _luminance(rgba):
    """Relative brightness 0..1 of a colour (Rec. 709 weights)."""
    return 0.2126 * rgba[0] + 0.7152 * rgba[1] + 0.0722 * rgba[2]


def _draw_cell_borders(ax, shape):
    """Draw thin lines between the cells and take the ticks away."""
    height, width = shape
    look = {"color": GREY, "lw": 0.8, "clip_on": False}
    ax.hlines(np.arange(height + 1) - 0.5, -0.5, width - 0.5, **look)
    ax.vlines(np.arange(width + 1) - 0.5, -0.5, height - 0.5, **look)
    ax.spines[:].set_visible(False)
    ax.set(xticks=[], yticks=[])
