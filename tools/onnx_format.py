"""Read the stored numbers of an ONNX file with NumPy alone.

Such a file is a message of protocol buffers: fields, each with a number that says what
it is. Nothing in it is run. The numbers of the fields: onnx.proto of ONNX 1.17,
https://github.com/onnx/onnx/blob/main/onnx/onnx.proto; how they are written:
https://protobuf.dev/programming-guides/encoding/
"""

import numpy as np

MODEL_GRAPH = 7
GRAPH_INITIALIZER = 5
TENSOR_DIMS, TENSOR_DATA_TYPE, TENSOR_NAME, TENSOR_RAW_DATA = 1, 2, 8, 9
FLOAT32 = 1  # of the data types
FIXED_BYTES = {1: 8, 5: 4}  # of the kinds of fields that are always as long


def read_initializers(content):
    """Return the float32 tensors stored in the bytes of an ONNX file, name -> array.

    Raises ValueError for a tensor that holds something else, or not as raw bytes.
    """
    arrays = {}
    for graph in _values(content, MODEL_GRAPH):
        for tensor in _values(graph, GRAPH_INITIALIZER):
            (name,) = _values(tensor, TENSOR_NAME)
            raw = list(_values(tensor, TENSOR_RAW_DATA))
            if list(_values(tensor, TENSOR_DATA_TYPE)) != [FLOAT32] or len(raw) != 1:
                raise ValueError(f"{name.decode()} is not stored as raw float32.")
            shape = list(_values(tensor, TENSOR_DIMS))
            arrays[name.decode()] = np.frombuffer(raw[0], dtype="<f4").reshape(shape)
    return arrays


def _values(message, wanted):
    """Yield the values of the fields with this number: whole numbers or bytes."""
    place = 0
    while place < len(message):
        key, place = _whole_number(message, place)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, place = _whole_number(message, place)
        else:
            length = FIXED_BYTES.get(kind)
            if length is None:
                length, place = _whole_number(message, place)
            value, place = message[place : place + length], place + length
        if number == wanted:
            yield value


def _whole_number(message, place):
    """Return the number that begins at a place, and the place after it.

    Seven bits a byte, the lowest first; the eighth says that another follows.
    """
    number = shift = 0
    while True:
        byte = message[place]
        number |= (byte & 127) << shift
        place, shift = place + 1, shift + 7
        if byte < 128:
            return number, place
