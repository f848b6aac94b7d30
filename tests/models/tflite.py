"""The files that two networks came from, in TensorFlow Lite's own interpreter."""

import contextlib
import struct
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from tools.lessons import COURSE
from tools.tflite_format import (
    MODEL_SUBGRAPHS,
    SUBGRAPH_OPERATORS,
    SUBGRAPH_OUTPUTS,
    read_model,
)
from utils.files.datasets import DATA_FOLDER
from utils.files.images import centre_square, load_image

FILES = Path(__file__).parent / "files"
FACES = FILES / "face_detection_short_range.tflite"
SELFIE = FILES / "selfie_segmentation.tflite"


def interpreter(content):
    """TensorFlow 2.21 still has it, and warns that its place will be elsewhere."""
    with pytest.warns(UserWarning, match="ai_edge_litert"):
        return tf.lite.Interpreter(model_content=content, num_threads=1)


def tflite_tensors(path):
    """What the file stores as float16, name -> array."""
    opened = interpreter(path.read_bytes())
    # What is stored is there before, and an operation may be unknown here.
    with contextlib.suppress(RuntimeError):
        opened.allocate_tensors()
    tensors = {}
    for tensor in opened.get_tensor_details():
        if tensor["dtype"] == np.float16:
            tensors[tensor["name"]] = opened.get_tensor(tensor["index"])
    return tensors


def tflite_answers(content, images):
    """All outputs of the network in a file's bytes, for images (n, height, width, 3).

    Returns a list of arrays, one for each output, with n answers, in the order of their
    names. The images are given one at a time, as they are.
    """
    opened = interpreter(content)
    opened.allocate_tensors()
    (entry,), exits = opened.get_input_details(), opened.get_output_details()
    exits = sorted(exits, key=lambda exit: exit["name"])
    answers = []
    for image in images:
        opened.set_tensor(entry["index"], image[np.newaxis])
        opened.invoke()
        answers.append([opened.get_tensor(exit["index"])[0] for exit in exits])
    return [np.stack(parts) for parts in zip(*answers, strict=True)]


def shortened(content, tensor, operators):
    """The bytes of a file whose network ends early: `operators` fewer, at a tensor.

    What the interpreter does not know may stand at the end, where it is left out so.
    """
    changed = bytearray(content)
    (graph,) = read_model(content).tables(MODEL_SUBGRAPHS)
    place = graph.list_place(SUBGRAPH_OPERATORS)
    (count,) = struct.unpack_from("<I", content, place)
    struct.pack_into("<I", changed, place, count - operators)
    struct.pack_into("<I", changed, graph.list_place(SUBGRAPH_OUTPUTS) + 4, tensor)
    return bytes(changed)


def twenty_images(kinds, side):
    """Five pictures, eight photos and seven images of noise, (20, side, side, 3).

    kinds: the first letters of the kinds of photos, such as "mt".
    """
    files = sorted((COURSE / "images").glob("*.png"))[:5]
    photos = sorted((DATA_FOLDER / "photos").glob(f"[{kinds}]*/*.jpg"))[::9][:8]
    pictures = [centre_square(load_image(file), side) for file in [*files, *photos]]
    noise = np.random.default_rng(0).random((7, side, side, 3), np.float32)
    noise[:3] = noise[:3, :1, :1]  # three of one colour
    return np.concatenate([pictures, noise])


def assert_stored_as_it_is_built(network, name, dtype=np.float16, bytes_below=250_000):
    """data/<name> holds an array for every weight of the network, and no other.

    All are of this type, and the file has less than so many bytes.
    """
    places = {f"{la.name}/{w.name}" for la in network.layers for w in la.weights}
    assert (DATA_FOLDER / name).stat().st_size < bytes_below
    with np.load(DATA_FOLDER / name) as file:
        assert set(file.files) == places
        assert {file[name].dtype for name in file.files} == {np.dtype(dtype)}
