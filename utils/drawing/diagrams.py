"""Drawings of networks: volumes to one scale, and what a number sees of its input."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.textpath import TextPath

from utils.arrays.colour import to_grey
from utils.arrays.receptive_field import cells_seen, receptive_fields
from utils.drawing.colours import BLUE, GREEN, GREY, ORANGE, PINK, SKY, YELLOW
from utils.drawing.grids import outline_window
from utils.drawing.pictures import show_image

FRAME_STEP = 0.3  # pixels between frames that would share an edge


def draw_volumes(
    shapes,
    labels,
    colors=None,
    gap=None,
    ax=None,
    name_axes=False,
    channel_cells=lambda channels: channels,
    fold_lists=False,
):
    """Draw volumes to one scale, left to right, with their shape below.

    shapes: (height, width, channels) is drawn as a box, (units,) as an upright bar with
    one cell per unit; a bar longer than the tallest box is cut, and its label says so;
    with fold_lists it is folded into as many columns as it takes, to the same scale.
    labels and colors: one per volume. gap: least distance in cells; it grows where
    labels would touch. name_axes: write height, width and channels along the first box.
    channel_cells: how many cells long so many channels are drawn; say so in the figure
    where it is not one cell each.
    Returns the axes. Raises ValueError for other shapes and for labels that do not fit.
    """
    colors = colors or [SKY] * len(shapes)
    if ax is None:
        ax = plt.subplots(figsize=(11, 4))[1]
    boxes = [shape for shape in shapes if len(shape) == 3]
    if len(boxes) + sum(len(shape) == 1 for shape in shapes) < len(shapes):
        raise ValueError(
            "A volume to draw is (height, width, channels) or (units,): leave out the "
            "batch axis."
        )
    tallest = max((shape[0] + shape[1] / 4 for shape in boxes), default=32)
    gap = gap or max((max(shape[:2]) for shape in boxes), default=8) / 2
    sizes = [_drawn_size(shape, tallest, channel_cells, fold_lists) for shape in shapes]
    cut = [
        shape[0] > size[1] and not fold_lists
        for shape, size in zip(shapes, sizes, strict=True)
    ]
    texts = [
        f"{label}\n{_shape_text(shape, is_cut)}"
        for label, shape, is_cut in zip(labels, shapes, cut, strict=True)
    ]
    lefts, limits, cells_per_inch = _lay_out(ax, sizes, texts, gap, 1.45 * tallest)
    below = 0.08 * tallest + (0.25 * cells_per_inch if name_axes else 0)
    for shape, size, left, color, is_cut in zip(
        shapes, sizes, lefts, colors, cut, strict=True
    ):
        bottom = (tallest - size[1]) / 2
        if len(shape) == 3:
            _draw_box(ax, left, bottom, *shape[:2], channel_cells(shape[2]), color)
        else:
            _draw_bar(ax, left, bottom, *size, color, is_cut)
    for size, left, text in zip(sizes, lefts, texts, strict=True):
        ax.text(left + size[0] / 2, -below, text, ha="center", va="top")
    if name_axes and boxes:
        first = [len(shape) for shape in shapes].index(3)
        height, width, channels = shapes[first]
        corner = lefts[first], (tallest - sizes[first][1]) / 2
        _name_axes(ax, *corner, height, width, channel_cells(channels))
    ax.set(xlim=limits, ylim=(-0.4 * tallest, 1.05 * tallest))
    ax.set_aspect("equal")
    ax.set_axis_off()
    return ax


def _drawn_size(shape, tallest, channel_cells, fold_lists):
    """Width and height, in cells, of the drawing of one volume."""
    if len(shape) == 1 and fold_lists:
        columns = int(np.ceil(shape[0] / tallest))
        return columns, shape[0] / columns
    if len(shape) == 1:
        return tallest / 16, min(shape[0], tallest)
    height, width, channels = shape
    return channel_cells(channels) + width / 3, height + width / 4


def _shape_text(shape, is_cut):
    if len(shape) == 3:
        return "×".join(map(str, shape))
    return f"{shape[0]}\n(cut short)" if is_cut else f"{shape[0]}"


def _lay_out(ax, sizes, texts, gap, height):
    """Place drawings side by side so that neither they nor their texts touch.

    Returns their left ends, the limits of the x axis, and the scale, in cells per inch.
    """
    inches_wide, inches_high = _inches(ax)
    text_inches = np.array([_text_inches(text) for text in texts])
    if text_inches.sum() > inches_wide:
        raise ValueError(
            f"The labels need {text_inches.sum():.1f} inches side by side but the "
            f"figure is {inches_wide:.1f} wide: shorten them or draw fewer volumes."
        )
    widths = np.array([size[0] for size in sizes])
    cells_per_inch = height / inches_high
    # A wider layout is drawn smaller, which makes its texts wider in cells.
    for _ in range(100):
        half = np.maximum(widths + gap, text_inches * cells_per_inch) / 2
        steps = np.maximum((widths[:-1] + widths[1:]) / 2 + gap, half[:-1] + half[1:])
        middles = widths[0] / 2 + np.concatenate([[0], np.cumsum(steps)])
        limits = (middles[0] - half[0], middles[-1] + half[-1])
        needed = max(height / inches_high, (limits[1] - limits[0]) / inches_wide)
        if np.isclose(needed, cells_per_inch, rtol=1e-3):
            break
        cells_per_inch = needed
    return middles - widths / 2, limits, cells_per_inch


def _inches(ax):
    """About how wide and high axes without ticks become, in inches."""
    width, height = ax.figure.get_size_inches()
    grid = ax.get_gridspec()
    columns, rows = (grid.ncols, grid.nrows) if grid else (1, 1)
    return 0.97 * width / columns, 0.9 * height / rows


def _text_inches(text):
    """Width of a text of one or more lines, with a little air on either side."""
    points = plt.rcParams["font.size"]
    lines = [TextPath((0, 0), line, size=points) for line in text.splitlines() if line]
    return max(line.get_extents().width for line in lines) / 72 + 0.15


def _draw_box(ax, x, y, height, width, channels, color):
    """Draw a box seen from the side: channels run right, width runs back."""
    back = np.array([width / 3, width / 4])
    face = [[0, 0], [channels, 0], [channels, height], [0, height]]
    front = np.add(face, (x, y))
    right = [front[1], front[1] + back, front[2] + back, front[2]]
    top = [front[3], front[2], front[2] + back, front[3] + back]
    for corners, alpha in ((front, 1), (right, 0.7), (top, 0.45)):
        ax.add_patch(Polygon(corners, fc=color, ec="white", lw=0))
        ax.add_patch(Polygon(corners, fc="white", ec="black", lw=1, alpha=1 - alpha))
        ax.add_patch(Polygon(corners, fill=False, ec="black", lw=1))


def _draw_bar(ax, x, y, width, height, color, is_cut):
    """Draw an upright bar; one that is cut has a slanted gap in its middle."""
    corners = np.add([[0, 0], [width, 0], [width, height], [0, height]], (x, y))
    ax.add_patch(Polygon(corners, fc=color, ec="black", lw=1))
    if is_cut:
        middle, slant = y + height / 2, width / 2
        left, right = x - width / 2, x + 1.5 * width
        gap = [[left, middle - slant], [right, middle + slant]]
        gap += [[right, middle + 2 * slant], [left, middle]]
        ax.add_patch(Polygon(gap, fc="white", lw=0))
        for start, end in ((gap[0], gap[1]), (gap[3], gap[2])):
            ax.plot(*zip(start, end, strict=True), color="black", lw=1)


def _name_axes(ax, x, y, height, width, channels):
    """Write what the three directions of a box mean beside its edges."""
    names = {
        "height": ((x, y + height / 2), (-5, 0), "right", "center", 90),
        "channels": ((x + channels, y), (0, -4), "right", "top", 0),
        "width": ((x + channels + width / 6, y + width / 8), (5, -2), "left", "top", 0),
    }
    for name, (point, offset, side, level, angle) in names.items():
        look = {"ha": side, "va": level, "rotation": angle}
        ax.annotate(name, point, offset, textcoords="offset points", **look)


def draw_receptive_fields(image, fields, labels, ax=None):
    """Outline on an image what one number of each of several layers sees of it.

    fields: for each layer two ranges of pixels, (rows, columns), as
    `ReceptiveField.pixels` gives them; they may reach over the rim, onto the padding.
    labels: one for each layer. The image is drawn in grey, so that the outlines stand
    out; where two would share an edge, the earlier layer's is drawn within the other.
    Returns the axes, with a legend beside the image.
    """
    ax = show_image(to_grey(image) if np.ndim(image) == 3 else image, ax=ax)
    colors = [ORANGE, SKY, YELLOW, BLUE, GREEN, PINK]
    insets = _insets(fields)
    for layer, (rows, columns) in enumerate(fields):
        color = colors[layer % len(colors)]
        outline_window(ax, rows[0], columns[0], len(rows), len(columns), color)
        frame = ax.patches[-1]
        smaller = np.multiply((1, 1, -2, -2), insets[layer])
        frame.set_bounds(*(frame.get_bbox().bounds + smaller))
        frame.set(lw=2.5, path_effects=[withStroke(linewidth=4.5, foreground="white")])
        ax.plot([], [], color=color, lw=5, label=labels[layer])
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    return ax


def _insets(fields):
    """How far within its pixels each frame is drawn, to be seen beside the next."""
    insets = [0.0]
    for field, following in reversed(list(pairwise(fields))):
        shares_an_edge = any(
            own[end] == other[end]
            for own, other in zip(field, following, strict=True)
            for end in (0, -1)
        )
        insets.insert(0, insets[0] + FRAME_STEP if shares_an_edge else 0.0)
    return insets


def draw_receptive_cone(windows, input_size, position, labels, ax=None):
    """Draw, along one axis, which cells of every layer one number is made from.

    windows, input_size, position: as for `receptive_field.cells_seen`. labels: one for
    the input and one for each window. Cells that the number is made from are blue.
    """
    fields = receptive_fields(windows, input_size)
    seen = cells_seen(windows, input_size, position)
    if ax is None:
        ax = plt.subplots(figsize=(11, 0.9 * len(fields) + 0.6))[1]
    edges = []
    for layer, (field, cells) in enumerate(zip(fields, seen, strict=True)):
        # A cell stands above the middle of what it sees, as wide as it jumps.
        left = field.start + (field.size - 1 - 0.9 * field.jump) / 2
        for cell in range(field.positions):
            corner = (left + cell * field.jump, layer - 0.25)
            color = BLUE if cell in cells else "white"
            ax.add_patch(Rectangle(corner, 0.9 * field.jump, 0.5, fc=color, ec=GREY))
        ends = (cells[0], cells[-1] + 0.9)
        edges.append([(left + end * field.jump, layer) for end in ends])
    for below, above in pairwise(edges):
        ax.add_patch(Polygon(below + above[::-1], fc=SKY, alpha=0.3, lw=0, zorder=0))
    ax.set_yticks(range(len(fields)), labels)
    ax.set(xlabel="pixel of the input", ylim=(-0.5, len(fields) - 0.5))
    ax.set_xlim(-0.7, input_size - 0.3)
    ax.spines[:].set_visible(False)
    ax.tick_params(left=False)
    return ax
