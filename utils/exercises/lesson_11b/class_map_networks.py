"""Small networks, and the cases in which `class_map` is asked about them."""

import numpy as np

from utils.checking.cases import given


def cases_of_class_map():
    """One layer, several, and branches; with one image and with many."""
    simple, deep, branches = _networks()
    one = np.array([1.0, 0.0, 0.5, 2.0], np.float32).reshape(1, 1, 4, 1)
    two = np.concatenate([one, 1 - one[:, :, ::-1]])
    photos = np.random.default_rng(5).random((5, 7, 6, 3), np.float32)
    return [
        given(simple, one, [0], "maps"),
        given(simple, two, [0, 1], "maps"),
        given(deep, photos, [2, 0, 1, 2, 1], "second"),
        given(deep, photos[:3], np.array([1, 2, 0]), "first"),
        given(branches, photos[:3, :4, :5, :1], [1, 0, 1], "before"),
    ]


def _networks():
    """Models that end in scores, with weights that are the same each time."""
    import keras
    from keras import layers

    one_layer = [
        keras.Input((1, 4, 1)),
        layers.Conv2D(2, 1, name="maps"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(2),
    ]
    two_layers = [
        keras.Input((7, 6, 3)),
        layers.Conv2D(4, 3, activation="relu", name="first"),
        layers.Dropout(0.5),
        layers.Conv2D(5, 2, activation="relu", name="second"),
        layers.Flatten(),
        layers.Dense(6, activation="relu"),
        layers.Dense(3),
    ]
    inputs = keras.Input((4, 5, 1))
    before = layers.Conv2D(3, 1, name="before")(inputs)
    behind = layers.Conv2D(3, 3, padding="same", name="behind")(before)
    means = layers.GlobalAveragePooling2D()(layers.Add()([before, behind]))
    branches = keras.Model(inputs, layers.Dense(2)(means))
    networks = [keras.Sequential(one_layer), keras.Sequential(two_layers), branches]
    numbers = np.random.default_rng(17)  # few of the maps are 0 everywhere
    for network in networks:
        network.set_weights([numbers.normal(size=w.shape) for w in network.weights])
    return networks
