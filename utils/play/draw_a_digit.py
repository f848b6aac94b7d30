"""The plaything of lesson 9: draw a digit, see what a network makes of it."""

import numpy as np
from matplotlib import pyplot as plt

from utils.drawing.colours import BLUE, GREY
from utils.drawing.panel import frame
from utils.drawing.pictures import show_heatmap, show_image
from utils.files import digits, ink, parts
from utils.files.digits import prepare_drawing
from utils.play.widget import Plaything

SIDE = 200  # of the field to draw on, in pixels
PEN = 9  # radius
EXAMPLE = [  # a 4: strokes of points (x, y), from the upper left
    [(84, 38), (72, 74), (62, 106), (84, 109), (112, 108), (142, 103)],
    [(120, 72), (117, 104), (113, 136), (108, 164)],
]
# What prepareDrawing of digits/prepare.js answers where prepare_drawing raises.
FAULTS = {
    "empty": parts.NO_INK,
    "small": parts.BORDER,
    "parts": parts.PARTS,
    "broad": ink.SHEET,
}
WORDS = {
    "empty": "Nothing is drawn yet.",
    "small": "Too small to be read: draw one digit, larger.",
    "parts": "Ink in several places, far apart: draw one digit.",
    "broad": "Too broad for the strokes of a pen: draw one digit.",
    "unread": "No network here to read it: open this lesson's page, or run its cell.",
}
RULES = {
    "least": ink.LEAST_CONTRAST,
    "threshold": ink.THRESHOLDS[0],
    "strong": ink.STRONG,
    "filled": ink.MOST_FILLED,
    "smallest": parts.SMALLEST,
    "speck": parts.SPECK,
    "near": parts.NEAR,
    "tall": parts.TALL,
    "field": digits.FIELD,
    "box": digits.BOX,
    "centre": digits.CENTRE,
    "tie": digits.TIE,
}
TEXT = "Here you draw a digit yourself: run this cell, or open the lesson's page."


def play_draw_a_digit(read):
    """Draw a digit, see all maps of a network, its answer, and a Grad-CAM of why.

    read: a function from an image (28, 28) to its Reading, as `reader_of` of
    utils/models/digit_reading.py makes it. A page without a kernel reads with the
    course's own network instead.
    """
    drawing = drawn(EXAMPLE)
    prepared = prepare_drawing(drawing)
    reading = read(prepared)
    data = {
        "pad": {"side": SIDE, "radius": PEN, "strokes": EXAMPLE},
        "rules": RULES,
        "faults": WORDS,
        "layers": _shapes(reading),
    }

    def answer(question):
        reading = read(np.reshape(question["image"], (digits.FIELD, digits.FIELD)))
        arrays = [*reading.layers.values(), reading.probabilities, reading.heat]
        numbers = np.concatenate([np.ravel(array) for array in arrays])
        _, height, width = reading.heat.shape
        message = {
            "question": question["question"],
            "layers": _shapes(reading),
            "heat": {"height": height, "width": width},
        }
        return message, numbers.astype("<f4").tobytes()

    def draw():
        return _figure(drawing, prepared, reading)

    return Plaything("draw_a_digit", data, draw, TEXT, answer)


def drawn(strokes, side=SIDE, radius=PEN):
    """Return the ink of strokes, (side, side): 0 none, 1 full.

    strokes: each a list of points (x, y) in pixels, joined by straight lines with round
    ends; one point is a dot. As drawnStrokes of digits/pen.js.
    """
    rows, columns = np.indices((side, side)) + 0.5
    field = np.zeros((side, side))
    for stroke in strokes:
        for (x0, y0), (x1, y1) in zip([stroke[0], *stroke], stroke, strict=False):
            along = (columns - x0) * (x1 - x0) + (rows - y0) * (y1 - y0)
            squared = (x1 - x0) ** 2 + (y1 - y0) ** 2
            share = np.clip(along / (squared or 1), 0, 1)
            distance = np.hypot(
                columns - x0 - share * (x1 - x0), rows - y0 - share * (y1 - y0)
            )
            field = np.maximum(field, np.clip(radius + 0.5 - distance, 0, 1))
    return field.astype(np.float32)


def _shapes(reading):
    names = "name", "height", "width", "channels"
    return [
        dict(zip(names, (name, *maps.shape), strict=True))
        for name, maps in reading.layers.items()
    ]


def _figure(drawing, prepared, reading):
    """Draw what the plaything shows at first."""
    answer = int(reading.probabilities.argmax())
    pictures = [_side_by_side(maps) for maps in reading.layers.values()]
    heights = [0.35 + 9 * len(one) / one.shape[1] for one in pictures]  # inches, titled
    figure = plt.figure(figsize=(11, 3.2 + sum(heights)), layout="constrained")
    above, below = figure.subfigures(2, height_ratios=[3.2, sum(heights)])
    axes = above.subplots(1, 4, width_ratios=[1, 1, 1, 1.4])
    show_image(1 - drawing, "You draw this …", axes[0])
    show_image(prepared, "… it gets this …", axes[1])
    show_heatmap(
        1 - 0.35 * prepared, reading.heat[answer], f"evidence for {answer}", axes[2]
    )
    frame(*axes[:3])
    shares = 100 * reading.probabilities
    axes[3].bar(range(10), shares, color=np.where(shares == shares.max(), BLUE, GREY))
    axes[3].set(
        xticks=range(10), ylim=(0, 105), xlabel="digit", ylabel="probability (%)"
    )
    axes[3].set_title(f"… and reads {answer}")
    panels = below.subplots(len(pictures), 1, height_ratios=heights)
    shown = zip(panels, pictures, reading.layers.items(), strict=True)
    for ax, picture, (name, maps) in shown:
        height, width, channels = maps.shape
        title = f"{name}: {channels} maps, {height} × {width}"
        show_image(picture, title, ax, (0, maps.max()))
    return figure


def _side_by_side(maps):
    """Return all channels in rows of 8 or 16, as one picture, white between them."""
    height, width, channels = maps.shape
    columns = 8 if channels <= 8 else 16
    rows = -(-channels // columns)
    picture = np.full((rows * (height + 1), columns * (width + 1)), maps.max())
    for channel in range(channels):
        row, column = divmod(channel, columns)
        top, left = row * (height + 1), column * (width + 1)
        picture[top : top + height, left : left + width] = maps[..., channel]
    return picture[:-1, :-1]
