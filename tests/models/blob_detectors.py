"""Networks whose answer is known: they add up the pixels of a blob.

The blob detector adds up 3 × 3 pixels, less a threshold that only a bright blob passes,
and takes the strongest place for its score. So what every method must find is the blob.
Each network is built once: whoever tests with it must leave it as it was.
"""

import functools

import keras
import numpy as np
import pytest
from keras import layers

SIDE = 16
PLACES = [(2, 3), (12, 12), (7, 10)]  # where the middle of the blob lies


def blobs(channels):
    """Dim images, each with one bright 3 × 3 blob."""
    images = np.full((len(PLACES), SIDE, SIDE, channels), 0.1, "float32")
    for image, (row, column) in zip(images, PLACES, strict=True):
        image[row - 1 : row + 2, column - 1 : column + 2] = 0.9
    return images


def detector_layers():
    return [
        layers.RandomTranslation(0.5, 0.5),  # does nothing outside training
        layers.Conv2D(1, 3, padding="same", activation="relu", name="blob"),
        layers.Conv2D(2, 1, name="for_and_against"),
    ]


def set_detector(model, channels, units):
    """Score ½ for a blob and -½ without one; less the same for class 0, if it is told.

    Only a whole blob passes the threshold: the mean of any other 3 × 3 pixels is lower.
    """
    gain = 0.5 * SIDE**2 / 0.05 * 2
    weights = [
        np.full((3, 3, channels, 1), 1 / (9 * channels)),
        np.array([-0.85]),
        np.array([-gain, gain]).reshape(1, 1, 1, 2),
        np.zeros(2),
        np.array([[0.0], [1.0]]) if units == 1 else np.eye(2),
        np.array([-0.5]) if units == 1 else np.array([0.5, -0.5]),
    ]
    model.set_weights(weights)
    return model


@functools.cache
def sequential(channels, units, activation):
    stack = [*detector_layers(), layers.GlobalAveragePooling2D()]
    model = keras.Sequential(
        [keras.Input((SIDE, SIDE, channels)), *stack, layers.Dense(units, activation)]
    )
    return set_detector(model, channels, units)


@functools.cache
def functional(channels, units, activation):
    """With a branch, and the softmax or sigmoid as a layer of its own."""
    inputs = x = keras.Input((SIDE, SIDE, channels))
    for layer in detector_layers():
        x = layer(x)
    x = layers.Add()([x, layers.Rescaling(0.0)(x)])
    x = layers.Dense(units)(layers.GlobalAveragePooling2D()(x))
    if activation == "softmax":
        x = layers.Softmax()(x)
    elif activation:
        x = layers.Activation(activation)(x)
    return set_detector(keras.Model(inputs, x), channels, units)


@functools.cache
def nested(channels, units, activation):
    """A frozen base in a model in a model, the last layer nested, too."""
    base_in = x = keras.Input((SIDE, SIDE, channels))
    for layer in detector_layers():
        x = layer(x)
    base = keras.Model(base_in, x, name="base")
    head = keras.Sequential([keras.Input((2,)), layers.Dense(units, activation)])
    inputs = keras.Input((SIDE, SIDE, channels))
    inner = keras.Sequential([keras.Input((SIDE, SIDE, channels)), base])
    outputs = head(layers.GlobalAveragePooling2D()(inner(inputs)))
    model = set_detector(keras.Model(inputs, outputs), channels, units)
    base.trainable = False
    return model


ENDS = [(2, "softmax"), (2, None), (1, "sigmoid"), (1, None)]
every_model = pytest.mark.parametrize("build", [sequential, functional, nested])
