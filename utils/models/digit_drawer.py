"""The course's own network that draws digits from two numbers, from data/."""

import keras
from keras import layers

from utils.models.stored_weights import fill

WEIGHTS = "digit_drawer.npz"
WEIGHTS_SHA256 = "2a9572277c5998b972f942c7137e7a3b8ea4fb9066e89fe7afe4aea517347bae"


def digit_drawer():
    """Return a new network of 61 401 parameters: two numbers → (28, 28, 1) in 0…1.

    0 is ground and 1 is ink. Dense layers, then lesson 15's way up: from 7 × 7 to
    14 × 14 to 28 × 28 pixels by transposed convolutions.
    """
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(64, activation="relu", name="spread"),
            layers.Dense(128, activation="relu", name="mixed"),
            layers.Dense(7 * 7 * 8, activation="relu", name="coarse"),
            layers.Reshape((7, 7, 8), name="places"),
            layers.Conv2DTranspose(
                16, 4, strides=2, padding="same", activation="relu", name="finer"
            ),
            layers.Conv2DTranspose(
                1, 4, strides=2, padding="same", activation="sigmoid", name="ink"
            ),
        ]
    )


def load_digit_drawer():
    """Return the network with the weights that `tools.train_digit_drawer` stored.

    What it was trained on lies within two or three of 0, 0: its two numbers were drawn
    towards a normal distribution. Raises FileNotFoundError or ValueError if
    data/digit_drawer.npz is missing or altered. Source: data/README.md.
    """
    return fill(digit_drawer(), WEIGHTS, WEIGHTS_SHA256)
