"""Rebuild data/heartbeats.npz from the PyPI package that carried the recording.

    pip download --no-deps --only-binary=:all: --python-version 3.11 scipy==1.10.1
    python -m tools.convert_heartbeats scipy-1.10.1-*.whl

One file of the package is read, and nothing of it is run. The same bytes come out every
time.
"""

import io
from pathlib import Path

import numpy as np

from tools.npz import write_npz
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "heartbeats.npz"
SOURCE = "scipy/misc/ecg.dat"
SOURCE_SHA256 = "f20ad3365fb9b7f845d0e5c48b6fe67081377ee466c3a220b7f69f35c8958baf"


def convert(path, target=TARGET):
    """Read the recording out of the package and write it, no number changed."""
    content = packed_file(path, SOURCE, SOURCE_SHA256, "scipy 1.10.1")
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        write_npz(Path(target), {"ecg": file["ecg"].astype(np.uint16)})


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's file")
