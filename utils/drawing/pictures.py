"""Images, feature maps and heat maps: arrays in, Matplotlib axes out.

Every function draws on the axes it is given, or on a figure of its own, and returns the
axes.
"""

import matplotlib.pyplot as plt
import numpy as np

from utils.arrays.colour import to_grey
from utils.drawing.colours import SIGNED
from utils.drawing.panel import axes_for, full_range

SHOWN_AS_SQUARES = 300  # longest side, in pixels, that is drawn without smoothing


def show_image(image, title="", ax=None, value_range=None, signed=False, cmap=None):
    """Draw one image without axes.

    image: (height, width) or (height, width, 3 or 1). A grey image spans black to white
    over value_range, (0, 1) unless told; signed=True draws it on the blue-white-orange
    scale with zero in the middle, over value_range or the largest magnitude.
    """
    image = _without_single_channel(image)
    ax = axes_for(ax, image.shape)
    low, high = value_range or full_range(image, signed)
    cmap = cmap or (SIGNED if signed else "gray")
    # A small image shows its pixels as squares; a large one, shrunk that way, would
    # lose every n-th row: there Matplotlib, by default, averages.
    interpolation = "nearest" if max(image.shape[:2]) <= SHOWN_AS_SQUARES else None
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
        value_range = full_range(np.concatenate([i.ravel() for i in images]), True)
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
        value_range = full_range(maps, True) if signed else (maps.min(), maps.max())
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


def _mean_aspect(images):
    return np.mean([image.shape[0] / image.shape[1] for image in images])
