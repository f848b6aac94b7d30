"""Rebuild data/blazeface.npz from the PyPI package that holds the weights.

    pip download --no-deps mediapipe==0.10.14
    python -m tools.convert_blazeface mediapipe-*.whl

The package's .tflite file, unpacked, will do as well. The file is read with NumPy
alone; nothing in it is run. The same bytes come out every time.
"""

from pathlib import Path

from tools.npz import write_npz
from tools.packed import packed_file, run_converter
from tools.tflite_format import keras_weights, numbered, read_tensors

TARGET = Path(__file__).parents[1] / "data" / "blazeface.npz"

PACKAGE = "mediapipe 0.10.14"
TFLITE_NAME = "face_detection_short_range.tflite"
TFLITE_SHA256 = "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8"

# TensorFlow's names, and ours in utils/models/blazeface.py.
BLOCKS = [f"block{number}" for number in range(1, 17)]
LAYERS = dict(
    zip(
        [*numbered("conv2d", 17), *numbered("depthwise_conv2d", 16)],
        [
            "stem",
            *(f"{block}_pointwise" for block in BLOCKS),
            *(f"{block}_depthwise" for block in BLOCKS),
        ],
        strict=True,
    )
)
LAYERS |= {
    "regressor_8": "fine_boxes",
    "classificator_8": "fine_scores",
    "regressor_16": "coarse_boxes",
    "classificator_16": "coarse_scores",
}


def convert(source, target=TARGET):
    """Read the weights from a wheel or .tflite file and write them for Keras."""
    content = packed_file(source, TFLITE_NAME, TFLITE_SHA256, PACKAGE)
    write_npz(Path(target), keras_weights(read_tensors(content), LAYERS))


if __name__ == "__main__":
    run_converter(convert, TARGET, "the wheel or the .tflite file")
