"""Draw images/where_this_leads.png, with which lesson 1 opens.

    python -m tools.opening_picture

The course's pretrained network names the cat; beside it the network's first filters.
What it said is stored in the PNG too, as text, so that a test can ask it once more.
"""

import io
import json

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tools.lessons import COURSE
from tools.small_png import smaller
from utils.drawing.colours import BLUE
from utils.drawing.pictures import show_image
from utils.drawing.style import use_course_style
from utils.files.images import centre_square, load_image
from utils.page.quiet import quiet_start

PICTURE = COURSE / "images" / "where_this_leads.png"
NAMES = 3  # how many the network gives
FILTERS = 9  # drawn: those with the largest weights


def network_says():
    """The cat as the network gets it, its names in percent, some first filters."""
    with quiet_start():
        from utils.models.pretrained import load_pretrained, top_classes
    cat = centre_square(load_image(COURSE / "images" / "chelsea.png"), 224)
    network = load_pretrained()
    said = top_classes(network(cat[np.newaxis], training=False), NAMES)[0]
    filters = network.get_layer("stem_conv").get_weights()[0]
    percent = {name: round(100 * share) for name, share in said}
    largest = np.argsort(-np.abs(filters).max(axis=(0, 1, 2)))[:FILTERS]
    return cat, percent, filters[..., largest]


def draw(cat, percent, filters):
    """The figure: the cat, how sure the network is of each name, the filters."""
    use_course_style()
    figure, (left, middle, right) = plt.subplots(
        1, 3, figsize=(11, 3.9), width_ratios=[1, 0.9, 1]
    )
    show_image(cat, "a photo", left)
    names, shares = list(percent)[::-1], list(percent.values())[::-1]
    bars = middle.barh(names, shares, color=BLUE, height=0.6)
    middle.bar_label(bars, [f"{share} %" for share in shares], padding=4)
    middle.set(xlim=(0, 60), xticks=[], title="what the network calls it")
    middle.spines["bottom"].set_visible(False)
    middle.tick_params(left=False)
    show_image(mosaic(filters), f"{filters.shape[-1]} of its first filters", right)
    return figure


def mosaic(filters, columns=3):
    """Filters (height, width, 3, n) in rows as one picture; 0 is drawn mid-grey.

    Each has its own scale: its largest weight is as far from grey as can be.
    """
    height, width, channels, _ = filters.shape
    scale = 2 * np.abs(filters).max(axis=(0, 1, 2))
    tiles = np.pad(
        0.5 + filters / scale, [(0, 1), (0, 1), (0, 0), (0, 0)], constant_values=1
    )
    grid = np.moveaxis(tiles, 3, 0).reshape(-1, columns, height + 1, width + 1, 3)
    rows = grid.swapaxes(1, 2).reshape(-1, columns * (width + 1), channels)
    return rows[:-1, :-1]


def store(figure, percent):
    """Write the figure as a small PNG that holds the names as text."""
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=100)
    text = PngInfo()
    text.add_text("Names in percent", json.dumps(percent))
    with Image.open(io.BytesIO(smaller(drawn.getvalue()))) as picture:
        picture.save(PICTURE, optimize=True, pnginfo=text)


if __name__ == "__main__":
    cat, percent, filters = network_says()
    store(draw(cat, percent, filters), percent)
