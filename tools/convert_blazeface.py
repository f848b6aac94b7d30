"""Rebuild data/blazeface.npz from the PyPI package that holds the weights.

    pip download --no-deps mediapipe==0.10.14
    python -m tools.convert_blazeface mediapipe-*.whl

The package's .tflite file, unpacked, will do as well. The file is read with NumPy
alone; nothing in it is run. The same bytes come out every time.
"""

from pathlib import Path

import numpy as np

from tools.npz import write_npz
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "blazeface.npz"

PACKAGE = "mediapipe 0.10.14"
TFLITE_NAME = "face_detection_short_range.tflite"
TFLITE_SHA256 = "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8"

# Places in the tables of a .tflite file, as its schema numbers them
# (tensorflow/lite/schema/schema.fbs).
MODEL_SUBGRAPHS, MODEL_BUFFERS = 2, 4
SUBGRAPH_TENSORS = 0
TENSOR_SHAPE, TENSOR_TYPE, TENSOR_BUFFER, TENSOR_NAME = range(4)
BUFFER_DATA = 0
FLOAT16 = 1

# TensorFlow's names, and ours in utils/models/blazeface.py. It numbers what it has
# several of, from 0, and leaves the 0 out: conv2d is the stem, conv2d_1 in block 1.
LAYERS = {"conv2d": "stem"}
LAYERS |= {f"conv2d_{number}": f"block{number}_pointwise" for number in range(1, 17)}
LAYERS |= {
    "depthwise_conv2d" + f"_{number - 1}" * (number > 1): f"block{number}_depthwise"
    for number in range(1, 17)
}
LAYERS |= {
    "regressor_8": "fine_boxes",
    "classificator_8": "fine_scores",
    "regressor_16": "coarse_boxes",
    "classificator_16": "coarse_scores",
}


class Table:
    """One table of a flatbuffer: its fields lie where a list of offsets says.

    Source: flatbuffers.dev, "FlatBuffer Internals".
    """

    def __init__(self, content, place):
        self.content, self.place = content, place
        self.offsets = place - self._number("<i4", place)

    def _number(self, kind, place):
        return int(np.frombuffer(self.content, kind, 1, place)[0])

    def _field(self, index):
        """Where a field lies, or None if the table leaves it out."""
        entry = 4 + 2 * index
        if entry >= self._number("<u2", self.offsets):
            return None
        offset = self._number("<u2", self.offsets + entry)
        return self.place + offset if offset else None

    def number(self, index, kind):
        """A number; what the table leaves out is 0."""
        place = self._field(index)
        return 0 if place is None else self._number(kind, place)

    def array(self, index, kind):
        """An array of numbers, empty if it is left out."""
        place = self._field(index)
        if place is None:
            return np.empty(0, kind)
        place += self._number("<u4", place)
        count = self._number("<u4", place)
        return np.frombuffer(self.content, kind, count, place + 4)

    def tables(self, index):
        """The tables that a field lists."""
        offsets = self.array(index, "<u4")
        if not len(offsets):
            return []
        place = self._field(index)
        first = place + self._number("<u4", place) + 4
        places = [first + 4 * k + int(offset) for k, offset in enumerate(offsets)]
        return [Table(self.content, place) for place in places]


def read_tensors(content):
    """Return the float16 tensors in the bytes of a .tflite file, name -> array."""
    model = Table(content, int(np.frombuffer(content, "<u4", 1)[0]))
    buffers = model.tables(MODEL_BUFFERS)
    tensors = {}
    for tensor in model.tables(MODEL_SUBGRAPHS)[0].tables(SUBGRAPH_TENSORS):
        if tensor.number(TENSOR_TYPE, "<i1") == FLOAT16:
            buffer = buffers[tensor.number(TENSOR_BUFFER, "<u4")]
            name = bytes(tensor.array(TENSOR_NAME, "<u1")).decode()
            numbers = buffer.array(BUFFER_DATA, "<u1").view("<f2")
            tensors[name] = numbers.reshape(tensor.array(TENSOR_SHAPE, "<i4"))
    return tensors


def keras_weights(tensors):
    """Return TFLite's tensors as Keras has them: "layer/weight" -> float16 array.

    Kernels (out, height, width, in) become (height, width, in, out), depthwise ones
    (1, height, width, channels) become (height, width, channels, 1).
    """
    weights = {}
    for name, tensor in tensors.items():
        layer, kind = name.split("/")
        if tensor.ndim == 4:
            tensor = tensor.transpose(1, 2, 3, 0)
        weights[f"{LAYERS[layer]}/{kind.lower()}"] = tensor
    return weights


def convert(source, target=TARGET):
    """Read the weights from a wheel or .tflite file and write them for Keras."""
    content = packed_file(source, TFLITE_NAME, TFLITE_SHA256, PACKAGE)
    write_npz(Path(target), keras_weights(read_tensors(content)))


if __name__ == "__main__":
    run_converter(convert, TARGET, "the wheel or the .tflite file")
