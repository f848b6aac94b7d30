"""What a network makes of one digit: the maps of every layer, its answer, and why."""

from typing import NamedTuple

import keras
import numpy as np

from utils.models.inspection import grad_cam
from utils.models.recording import listening, run


class Reading(NamedTuple):
    """What a network makes of one digit."""

    layers: dict[str, np.ndarray]  # of each that gives out maps (height, width, n)
    probabilities: np.ndarray  # (10,)
    heat: np.ndarray  # (10, rows, columns): a Grad-CAM for each digit


def reader_of(network):
    """Return a function from an image (28, 28), as prepare_digit's, to its Reading.

    network: a Keras model from (28, 28, 1) to ten probabilities.
    """
    digits = np.arange(10)

    def read(image):
        batch = np.asarray(image, dtype=np.float32)[np.newaxis, ..., np.newaxis]
        layers = {}

        def keep_maps(layer, output):
            if len(output.shape) == 4:
                layers[layer.name] = keras.ops.convert_to_numpy(output)[0]

        with listening(network.layers, keep_maps):
            probabilities = keras.ops.convert_to_numpy(run(network, batch))[0]
        heat = grad_cam(network, np.repeat(batch, 10, axis=0), digits)
        return Reading(layers, probabilities, heat)

    return read
