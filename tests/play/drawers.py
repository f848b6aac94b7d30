"""Small networks that draw at random, of the layers that drawing networks have."""

import keras
import numpy as np
from keras import layers


def random_drawer(seed=0):
    """Return a new network: two numbers → (28, 28, 1) in 0..1, float16 weights."""
    return _with_random_weights(
        [
            keras.Input((2,)),
            layers.Dense(12, activation="relu"),
            layers.Dense(7 * 7 * 4),
            layers.Reshape((7, 7, 4)),
            layers.Conv2DTranspose(6, 4, strides=2, padding="same", activation="relu"),
            layers.Conv2DTranspose(
                1, 4, strides=2, padding="same", activation="sigmoid"
            ),
        ],
        seed,
    )


def normalised_drawer(seed=0):
    """The same with other layers: pixels repeated, and numbers brought to one scale."""
    return _with_random_weights(
        [
            keras.Input((2,)),
            layers.Dense(7 * 7 * 4, use_bias=False),
            layers.BatchNormalization(epsilon=0.01),
            layers.ReLU(),
            layers.Reshape((7, 7, 4)),
            layers.UpSampling2D(2),
            layers.Conv2D(4, 3, padding="same", activation="relu"),
            layers.UpSampling2D((2, 2)),
            layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
        ],
        seed,
    )


def _with_random_weights(stack, seed):
    random = np.random.default_rng(seed)
    network = keras.Sequential(stack)
    for layer in network.layers:
        for weight in layer.weights:
            numbers = random.normal(0, 0.5, weight.shape)
            if "variance" in weight.name:
                numbers = 0.5 + np.abs(numbers)
            weight.assign(numbers.astype(np.float16))
    return network
