"""The file that BlazeFace's weights came from, in TensorFlow Lite's own interpreter."""

from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

TFLITE = Path(__file__).parent / "files" / "face_detection_short_range.tflite"


def interpreter():
    """TensorFlow 2.21 still has it, and warns that its place will be elsewhere."""
    with pytest.warns(UserWarning, match="ai_edge_litert"):
        return tf.lite.Interpreter(model_path=str(TFLITE), num_threads=1)


def tflite_tensors():
    """What the file stores, name -> array."""
    opened = interpreter()
    opened.allocate_tensors()
    tensors = {}
    for tensor in opened.get_tensor_details():
        if tensor["dtype"] == np.float16:
            tensors[tensor["name"]] = opened.get_tensor(tensor["index"])
    return tensors


def tflite_answers(images):
    """Boxes (n, 896, 16) and scores (n, 896, 1) for images in 0..1, one at a time."""
    opened = interpreter()
    opened.allocate_tensors()
    (entry,), exits = opened.get_input_details(), opened.get_output_details()
    places = {tuple(exit["shape"]): exit["index"] for exit in exits}
    boxes, scores = [], []
    for image in images:
        opened.set_tensor(entry["index"], (2 * image - 1)[np.newaxis])
        opened.invoke()
        boxes.append(opened.get_tensor(places[1, 896, 16])[0])
        scores.append(opened.get_tensor(places[1, 896, 1])[0])
    return np.stack(boxes), np.stack(scores)
