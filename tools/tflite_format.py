"""Read the float16 numbers in a .tflite file with NumPy; nothing in it is run."""

import numpy as np

# Places in the tables of such a file, as its schema numbers them
# (tensorflow/lite/schema/schema.fbs).
MODEL_SUBGRAPHS, MODEL_BUFFERS = 2, 4
SUBGRAPH_TENSORS, SUBGRAPH_OUTPUTS, SUBGRAPH_OPERATORS = 0, 2, 3
TENSOR_SHAPE, TENSOR_TYPE, TENSOR_BUFFER, TENSOR_NAME = range(4)
BUFFER_DATA = 0
FLOAT16 = 1


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

    def list_place(self, index):
        """Where a list lies, its length first, or None if the table leaves it out."""
        place = self._field(index)
        return None if place is None else place + self._number("<u4", place)

    def array(self, index, kind):
        """An array of numbers, empty if it is left out."""
        place = self.list_place(index)
        if place is None:
            return np.empty(0, kind)
        count = self._number("<u4", place)
        return np.frombuffer(self.content, kind, count, place + 4)

    def tables(self, index):
        """The tables that a field lists."""
        place = self.list_place(index)
        offsets = self.array(index, "<u4")
        places = [place + 4 + 4 * k + int(offset) for k, offset in enumerate(offsets)]
        return [Table(self.content, place) for place in places]


def read_model(content):
    """Return the Table of the whole model in the bytes of a .tflite file."""
    return Table(content, int(np.frombuffer(content, "<u4", 1)[0]))


def read_tensors(content):
    """Return the float16 tensors in the bytes of a .tflite file, name -> array."""
    model = read_model(content)
    buffers = model.tables(MODEL_BUFFERS)
    tensors = {}
    for tensor in model.tables(MODEL_SUBGRAPHS)[0].tables(SUBGRAPH_TENSORS):
        if tensor.number(TENSOR_TYPE, "<i1") == FLOAT16:
            buffer = buffers[tensor.number(TENSOR_BUFFER, "<u4")]
            name = bytes(tensor.array(TENSOR_NAME, "<u1")).decode()
            numbers = buffer.array(BUFFER_DATA, "<u1").view("<f2")
            tensors[name] = numbers.reshape(tensor.array(TENSOR_SHAPE, "<i4"))
    return tensors


def keras_weights(tensors, layers):
    """Return TFLite's tensors as Keras has them: "layer/weight" -> float16 array.

    layers: TensorFlow's name of each layer -> ours. Kernels (out, height, width, in)
    become (height, width, in, out), depthwise ones (1, height, width, channels) become
    (height, width, channels, 1).
    """
    weights = {}
    for name, tensor in tensors.items():
        layer, kind = name.split("/")
        if tensor.ndim == 4:
            tensor = tensor.transpose(1, 2, 3, 0)
        weights[f"{layers[layer]}/{kind.lower()}"] = tensor
    return weights


def numbered(name, count, first=0):
    """TensorFlow's names for layers of a kind: it leaves the number 0 out."""
    numbers = range(first, first + count)
    return [f"{name}_{number}" if number else name for number in numbers]
