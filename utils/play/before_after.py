"""A plaything of lesson 17: a line dragged across pictures of one scene."""

import base64
import io
from textwrap import fill

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

from utils.arrays.quality import psnr
from utils.drawing.colours import ORANGE
from utils.drawing.pictures import show_image
from utils.play.widget import MOST_CHARACTERS, Plaything

MOST = 6  # pictures
LONGEST = 20  # letters of a name: two must fit over half a picture each, on a phone
MOST_IN_PNG = MOST_CHARACTERS - 2_000  # characters; the rest is for the names
DRAWN = (5.4, 4.6)  # inches, the largest width and height of the picture in the figure
BESIDE = 2  # inches, on each side of it for a name
LETTERS = 12  # of a name, in a line of the figure
TEXT = "Here you drag a line across: run this cell, or open the lesson's page."


def play_before_after(pictures, reference=None):
    """Drag a line across a scene: one picture of it on the left, another on the right.

    pictures: {name: array}, two to six of one shape, (height, width) or (height, width,
    3), in 0..1, the first two shown first; names of at most 20 letters. reference: a
    picture of that shape; then the PSNR of each against it is shown, in decibels.

    The pictures are stored as PNGs of 8 bits, of at most 58 000 characters in all. Of
    pure noise these are four grey pictures of 100 × 105 pixels, or three in colour of
    64 × 72; others take less. The PSNR is that of the numbers as they are given, before
    they are rounded. Raises ValueError for anything else.
    """
    pictures, reference = _checked(pictures, reference)
    data = {"pictures": [], "rows": 0, "columns": 0}
    for name, picture in pictures.items():
        data["rows"], data["columns"] = picture.shape[:2]
        entry = {"name": name, "source": as_png(picture)}
        if reference is not None:
            entry["psnr"] = decibels(picture, reference)
        data["pictures"].append(entry)
    length = sum(len(entry["source"]) for entry in data["pictures"])
    if length > MOST_IN_PNG:
        raise ValueError(
            f"The pictures take {length} characters as PNGs, and every copy of the "
            f"notebook carries them: at most {MOST_IN_PNG}, so cut out a part of the "
            "scene, or give fewer."
        )

    def draw():
        return draw_halves(dict(list(pictures.items())[:2]), reference)

    return Plaything("before_after", data, draw, TEXT)


def decibels(picture, reference):
    """The PSNR as the page has it: two decimals, None where the two are equal."""
    exact = psnr(picture, reference)
    return None if np.isinf(exact) else round(exact, 2)


def as_png(picture):
    """Return a picture in 0..1 as the data: URL of a PNG of 8 bits."""
    held = io.BytesIO()
    levels = np.round(255 * picture).astype(np.uint8)
    Image.fromarray(levels).save(held, format="PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(held.getvalue()).decode()


def draw_halves(pictures, reference=None):
    """Draw the left half of one picture and the right half of another; a figure.

    pictures: {name: array} of these two; reference: as for `play_before_after`.
    """
    first, second = pictures.values()
    rows, columns = first.shape[:2]
    inches = min(DRAWN[0] / columns, DRAWN[1] / rows)  # a pixel
    size = (max(columns * inches + 2 * BESIDE, 7.5), max(rows * inches, 1.4) + 0.6)
    figure, ax = plt.subplots(figsize=size)
    middle = columns // 2
    show_image(np.concatenate([first[:, :middle], second[:, middle:]], axis=1), ax=ax)
    for color, width in (("white", 7), (ORANGE, 3)):
        ax.axvline(middle - 0.5, color=color, linewidth=width)
    title = "Left of the line one picture, right of it another"
    labels = [fill(name, LETTERS) for name in pictures]
    if reference is not None:
        near = [decibels(picture, reference) for picture in pictures.values()]
        labels = [_label(*pair) for pair in zip(labels, near, strict=True)]
        title = _title(list(pictures), near)
    beside = {"va": "center", "transform": ax.transAxes}
    ax.text(-0.02, 0.5, labels[0], ha="right", **beside)
    ax.text(1.02, 0.5, labels[1], ha="left", **beside)
    figure.suptitle(title)
    return figure


def _label(name, near):
    return f"{name}\n" + ("(reference)" if near is None else f"{near:.2f} dB")


def _title(names, near):
    first, second = (np.inf if one is None else one for one in near)
    if first == second:
        return "Both sides are equally near to the reference"
    return f"Nearer to the reference: {names[int(second > first)]}"


def _checked(pictures, reference):
    """The pictures by their names, and the reference, as floats."""
    if not isinstance(pictures, dict) or not 2 <= len(pictures) <= MOST:
        raise ValueError(
            f"Give two to {MOST} pictures with their names, {{name: array}}, not "
            f"{_amount(pictures)}."
        )
    names = [str(name).strip() for name in pictures]
    if not all(names) or len(set(names)) < len(names):
        raise ValueError(f"Every picture needs a name of its own, not {names}.")
    if max(map(len, names)) > LONGEST:
        raise ValueError(
            f"The name {max(names, key=len)!r} is too long to be read over a picture: "
            f"at most {LONGEST} letters, please."
        )
    arrays = [
        _as_picture(f"The picture {name!r}", picture)
        for name, picture in zip(names, pictures.values(), strict=True)
    ]
    checked = dict(zip(names, arrays, strict=True))
    if reference is not None:
        reference = _as_picture("The reference", reference)
        arrays.append(reference)
    shapes = list(dict.fromkeys(array.shape for array in arrays))
    if len(shapes) > 1:
        raise ValueError(
            "All pictures of a scene, the reference too, have one shape, not "
            f"{' and '.join(map(str, shapes))}."
        )
    return checked, reference


def _amount(pictures):
    if isinstance(pictures, dict):
        return str(len(pictures))
    return f"a {type(pictures).__name__}"


def _as_picture(which, given):
    """One picture as floats, checked; which: what it is, the start of a sentence."""
    try:
        picture = np.asarray(given, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(
            f"{which} is no array of numbers: open a file with load_image."
        ) from None
    shape = picture.shape
    if len(shape) not in (2, 3) or shape[2:] not in ((), (3,)) or min(shape[:2]) < 2:
        raise ValueError(
            f"{which} needs the shape (height, width) or (height, width, 3), at least "
            f"2 × 2 pixels, not {shape}."
        )
    # so written that NaN, which is not within anything, is refused as well
    if not (picture.min() >= 0 and picture.max() <= 1):
        raise ValueError(
            f"{which} has values from {picture.min():.4g} to {picture.max():.4g}, not "
            "within 0..1: clip it with np.clip, or divide it by 255."
        )
    return picture
