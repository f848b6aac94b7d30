"""The edge demo of lesson 4 works on a learner's photo, whatever its format."""

import re

import nbformat
import numpy as np
import pytest
from PIL import Image

from tools.lessons import COURSE

LESSON = COURSE / "notebooks" / "04_edge_detection.ipynb"
PHOTO_LINE = re.compile(r'^PHOTO = r".*"', re.MULTILINE)

FORMATS = {
    "photo.jpg": "RGB",
    "print.jpg": "CMYK",
    "drawing.png": "P",
    "transparent.png": "RGBA",
    "deep.png": "I;16",
    "moving.gif": "P",
    "bitmap.bmp": "RGB",
    "web.webp": "RGB",
    "scan.tiff": "L",
}


def save_photo(path, mode, size=(61, 40)):
    """Save a picture of that mode: a bright disc on a dark ground."""
    rows, columns = np.indices(size[::-1])
    disc = (rows - 20) ** 2 + (columns - 30) ** 2 < 15**2
    picture = Image.fromarray(np.where(disc, 220, 40).astype(np.uint8))
    if mode == "I;16":
        picture = Image.fromarray(np.where(disc, 60_000, 9_000).astype(np.uint16))
    elif mode == "P":
        picture = picture.quantize()
    else:
        picture = picture.convert("RGB").convert(mode)
    picture.save(path)


def demo_code():
    """The code cells of the lesson from its first to the figure with three panels."""
    cells = nbformat.read(LESSON, as_version=4).cells
    last = [cell.id for cell in cells].index("demo-panels")
    return "\n\n".join(c.source for c in cells[: last + 1] if c.cell_type == "code")


def test_the_picture_of_the_edges_comes_first():
    cells = nbformat.read(LESSON, as_version=4).cells
    assert [cell.id for cell in cells].index("demo-panels") < 8


@pytest.mark.parametrize("name", FORMATS)
def test_the_edge_demo_runs_on_a_photo_by_changing_one_line(name, tmp_path):
    save_photo(tmp_path / name, FORMATS[name])
    line = f"PHOTO = {str(tmp_path / name)!r}"
    code, changed = PHOTO_LINE.subn(lambda _: line, demo_code())
    assert changed == 1

    page = {}
    exec(compile(code, str(LESSON), "exec"), page)
    edges = page["pooled"][0, :, :, 0].numpy()
    assert edges.shape == (19, 29)
    # The rim of the disc answers, its inside and the ground do not.
    assert edges[9, 14] == pytest.approx(0, abs=0.05)
    assert edges[1, 1] == pytest.approx(0, abs=0.05)
    assert edges.max() > 0.5
