"""The course's own small network that reads drawn digits, from data/."""

import keras
from keras import layers

from utils.models.stored_weights import fill

WEIGHTS = "digit_network.npz"
WEIGHTS_SHA256 = "b646a8dfccf128d140a16faf648ee4a2948223242426f54350e8f010269f3c80"


def digit_network(augmentation=(), activation="softmax"):
    """Return a new network of 16 586 parameters: (28, 28, 1) → ten probabilities.

    augmentation: layers that change each image in training. activation: of the last
    layer; "linear" leaves it at the scores before softmax.
    """
    stack = [
        keras.Input((28, 28, 1)),
        *augmentation,
        layers.Conv2D(8, 5, activation="relu", name="conv_1"),
        layers.MaxPooling2D(2, name="pool"),
        layers.Conv2D(16, 5, padding="same", activation="relu", name="conv_2"),
        layers.Conv2D(32, 5, padding="same", activation="relu", name="conv_3"),
        layers.GlobalAveragePooling2D(name="means"),
        layers.Dense(10, activation=activation, name="digits"),
    ]
    return keras.Sequential(stack)


def load_digit_network():
    """Return the network with the weights that `tools.train_digit_network` stored.

    Raises FileNotFoundError or ValueError if data/digit_network.npz is missing or
    altered. Source: data/README.md.
    """
    return fill(digit_network(), WEIGHTS, WEIGHTS_SHA256)
