"""Put the numbers of a file in data/ into a Keras model."""

import numpy as np

from utils.files.datasets import verified_path


def fill(model, name, sha256):
    """Assign every weight of the model from data/name, and return the model.

    The file holds an array for each weight, "layer/weight". Raises FileNotFoundError or
    ValueError if it is missing or altered.
    """
    with np.load(verified_path(name, sha256), allow_pickle=False) as file:
        for layer in model.layers:
            for weight in layer.weights:
                weight.assign(file[f"{layer.name}/{weight.name}"])
    return model
