"""The pretrained network and what it says to some pictures; each is had only once."""

import functools

import keras
import numpy as np

from tools.lessons import COURSE
from utils.files.images import centre_square, load_image
from utils.models.pretrained import load_pretrained

# One of the names on the right is among the first five for the picture on the left.
PICTURES = {
    "chelsea.png": {"tabby", "tiger cat", "Egyptian cat"},
    "coffee.png": {"espresso"},
    "camera.png": {"tripod"},
    "rocket.jpg": {"missile"},
}


@functools.cache
def pretrained():
    """The whole network; to be left as it is."""
    return load_pretrained()


@functools.cache
def pictures():
    """The pictures, in the order of their names above."""
    paths = [COURSE / "images" / name for name in PICTURES]
    return np.stack([centre_square(load_image(path), 224) for path in paths])


@functools.cache
def answers():
    """What the last layers say to the pictures: maps, logits, probabilities."""
    network, names = pretrained(), ("head_relu", "logits", "probabilities")
    outputs = {name: network.get_layer(name).output for name in names}
    said = keras.Model(network.input, outputs)(pictures(), training=False)
    return {name: output.numpy() for name, output in said.items()}
