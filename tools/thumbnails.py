"""Make the README's thumbnails from the lessons' own stored figures.

The figure is the one of the cell that is tagged `thumbnail`. Run by `make outputs`:
    python -m tools.thumbnails notebooks/03_pooling.ipynb ...
"""

import base64
import io
import sys
from pathlib import Path

import nbformat
from PIL import Image

from tools.lessons import COURSE

FOLDER = COURSE / "images" / "thumbnails"
SIZE = (480, 300)  # twice the size at which the README shows them


def thumbnail_path(notebook_path):
    """Say where the thumbnail of a notebook is kept."""
    return FOLDER / f"{Path(notebook_path).stem}.png"


def tagged_figure(notebook_path):
    """Return the stored figure of the one cell that is tagged `thumbnail`.

    Raises ValueError where there is no such cell, or more than one, or no figure in it.
    """
    cells = nbformat.read(notebook_path, as_version=4).cells
    tagged = [c for c in cells if "thumbnail" in c.metadata.get("tags", [])]
    figures = [
        output.data["image/png"]
        for cell in tagged
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    if len(tagged) != 1 or len(figures) != 1:
        raise ValueError(
            f"{notebook_path} needs one cell tagged 'thumbnail' with one stored "
            f"figure, but has {len(tagged)} such cells with {len(figures)} figures."
        )
    return Image.open(io.BytesIO(base64.b64decode(figures[0])))


def make_thumbnail(notebook_path):
    """Store a notebook's thumbnail, at most SIZE pixels, on a white ground."""
    figure = tagged_figure(notebook_path).convert("RGBA")
    ground = Image.new("RGBA", figure.size, "white")
    picture = Image.alpha_composite(ground, figure).convert("RGB")
    picture.thumbnail(SIZE, Image.Resampling.LANCZOS)
    FOLDER.mkdir(exist_ok=True)
    picture.save(thumbnail_path(notebook_path), optimize=True)


if __name__ == "__main__":
    for path in sys.argv[1:]:
        make_thumbnail(path)
