"""Rebuild data/selfie.npz from the PyPI package that holds the weights.

    pip download --no-deps mediapipe==0.10.14
    python -m tools.convert_selfie mediapipe-*.whl

The package's .tflite file, unpacked, will do as well. The file is read with NumPy
alone; nothing in it is run. The same bytes come out every time.
"""

from pathlib import Path

from tools.npz import write_npz
from tools.packed import packed_file, run_converter
from tools.tflite_format import keras_weights, numbered, read_tensors

TARGET = Path(__file__).parents[1] / "data" / "selfie.npz"

PACKAGE = "mediapipe 0.10.14"
TFLITE_NAME = "selfie_segmentation.tflite"
TFLITE_SHA256 = "9ee168ec7c8f2a16c56fe8e1cfbc514974cbbb7e434051b455635f1bd1462f5c"

# TensorFlow's names, and ours in utils/models/selfie.py, in the order in which the
# layers were made.
BLOCKS = [f"block{number}" for number in range(1, 9)]
JOINS = ["join32", "join64", "join128"]
PLAIN = ("block2", "block3")  # without squeeze and excitation
CONVOLUTIONS = ["stem"]
for block in BLOCKS:
    inner = () if block in PLAIN else ("squeeze", "excite")
    CONVOLUTIONS += [f"{block}_{part}" for part in ("expand", *inner, "project")]
CONVOLUTIONS += ["centre", "centre_excite"]
for join in JOINS:
    CONVOLUTIONS += [
        f"{join}_{part}" for part in ("coarse", "squeeze", "excite", "mix")
    ]
DEPTHWISE = [f"{name}_depthwise" for name in [*BLOCKS, *JOINS]]
LAYERS = {"segment": "answer"}
LAYERS |= zip(numbered("conv2d", len(CONVOLUTIONS)), CONVOLUTIONS, strict=True)
LAYERS |= zip(numbered("depthwise_conv2d", len(DEPTHWISE)), DEPTHWISE, strict=True)


def selfie_weights(content):
    """Return the weights in the bytes of the file, "layer/weight" -> float16 array."""
    weights = keras_weights(read_tensors(content), LAYERS)
    # A transposed convolution has (height, width, out, in).
    weights["answer/kernel"] = weights["answer/kernel"].swapaxes(2, 3)
    return weights


def convert(source, target=TARGET):
    """Read the weights from a wheel or .tflite file and write them for Keras."""
    content = packed_file(source, TFLITE_NAME, TFLITE_SHA256, PACKAGE)
    write_npz(Path(target), selfie_weights(content))


if __name__ == "__main__":
    run_converter(convert, TARGET, "the wheel or the .tflite file")
