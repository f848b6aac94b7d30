"""The task `class_map` of lesson 11, what a network sees."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _tiny_networks():
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


def _cases_of_class_map():
    simple, deep, branches = _tiny_networks()
    one = np.array([1.0, 0.0, 0.5, 2.0], np.float32).reshape(1, 1, 4, 1)
    two = np.concatenate([one, 1 - one[:, :, ::-1]])
    photos = np.random.default_rng(5).random((5, 7, 6, 3), np.float32)
    return [
        given(simple, one, [0], "maps"),
        given(simple, two, [0, 1], "maps"),
        given(deep, photos, [2, 0, 1, 2, 1], "second"),
        given(deep, photos[:3], np.array([1, 2, 0]), layer="first"),
        given(branches, photos[:3, :4, :5, :1], [1, 0, 1], "before"),
    ]


def _own_scores(tf, scores, classes):
    return tf.gather(scores, classes, axis=1, batch_dims=1)


def _maps_and_slopes(model, images, classes, layer, ask=_own_scores):
    """The maps, and the gradient for them of the sum of ask(tf, scores, classes)."""
    import keras
    import tensorflow as tf

    inner = model.get_layer(layer).output
    both = keras.Model(model.inputs[0], [inner, model.outputs[0]])
    with tf.GradientTape() as tape:
        maps, scores = both(images, training=False)
        asked = ask(tf, scores, classes)
    return maps.numpy(), tape.gradient(asked, maps).numpy()


def _heat_of(maps, slopes):
    return np.einsum("nijk,nk->nij", maps, slopes.mean(axis=(1, 2)))


def _asking(ask):
    """A class_map that is right, but for the scores that it asks for."""

    def class_map(model, images, classes, layer):
        found = _maps_and_slopes(model, images, classes, layer, ask)
        return np.maximum(_heat_of(*found), 0)

    return class_map


def _mean_over_images(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum(maps @ slopes.mean(axis=(0, 1, 2)), 0)


def _of_last_layer(model, images, classes, layer):
    last = {"first": "second", "before": "behind"}.get(layer, layer)
    return np.maximum(_heat_of(*_maps_and_slopes(model, images, classes, last)), 0)


def _place_by_place(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum((maps * slopes).sum(axis=-1), 0)


_ADDED_UP = (
    "scores of other classes are added to the one asked for: one score for each image."
)


class_map = Task(
    "class_map",
    code="""
    import keras
    import tensorflow as tf

    def class_map(model, images, classes, layer):
        inner = model.get_layer(layer).output
        both = keras.Model(model.inputs[0], [inner, model.outputs[0]])
        with tf.GradientTape() as tape:
            maps, scores = both(images, training=False)
            asked = tf.gather(scores, classes, axis=1, batch_dims=1)
        slopes = tape.gradient(asked, maps)
        worth = tf.reduce_mean(slopes, axis=(1, 2))
        return tf.nn.relu(tf.einsum("nijk,nk->nij", maps, worth))
    """,
    why="One model hands out the maps and the scores of the same run, so the tape "
    "knows how the scores come from the maps; gather picks each image's own class.",
    hints=[
        "A model may have two outputs: keras.Model(model.inputs[0], [the layer's "
        "output, model.outputs[0]]). Called inside the tape, it gives maps and "
        "scores of one run. (model.input fails for a Sequential model.)",
        "One score for each image: tf.gather(scores, classes, axis=1, batch_dims=1). "
        "The gradient of these for the maps has the maps' shape.",
        "Mean of the gradient over rows and columns: what each channel of each image "
        "is worth. Weight, sum over the channels, ReLU.",
    ],
    notice="This is the whole method, in a few lines, for any layer. Behind a "
    "Flatten, though, the mean over the places throws away that a channel may count "
    "in one place and not in another; HiResCAM (Draelos and Carin, 2020) leaves the "
    "mean out.",
    cases=_cases_of_class_map,
    tolerance=1e-3,
    seconds=60,
    mistakes=[
        (
            lambda model, images, classes, layer: _heat_of(
                *_maps_and_slopes(model, images, classes, layer)
            ),
            "the ReLU is missing: Grad-CAM keeps what speaks for the class and sets "
            "the rest to 0.",
        ),
        (
            _asking(lambda tf, y, which: _own_scores(tf, tf.nn.softmax(y), which)),
            "the gradient is that of a probability. Of a sure answer it is nearly 0, "
            "and it depends on all other classes: take the score, without softmax.",
        ),
        (
            _place_by_place,
            "each place is weighted by its own gradient. In Grad-CAM a channel has "
            "one worth, the mean of its gradient over all places. (Without the mean "
            "it is HiResCAM, another good map.)",
        ),
        (
            _asking(lambda tf, scores, classes: scores[:, classes[0]]),
            "all images are asked for the first class of the list: each has a class "
            "of its own.",
        ),
        (
            _asking(lambda tf, scores, classes: tf.reduce_max(scores, axis=1)),
            "this asks for the class with the highest score, not for the class given.",
        ),
        (
            _asking(lambda tf, scores, classes: tf.gather(scores, classes, axis=1)),
            _ADDED_UP,
        ),
        (_asking(lambda tf, scores, classes: scores), _ADDED_UP),
        (
            _mean_over_images,
            "the mean runs over the images, too. A channel has another worth in each "
            "image: average over the places only.",
        ),
        (
            _of_last_layer,
            "that is the map of the last convolution. The layer asked for is another "
            "one: model.get_layer(layer).",
        ),
    ],
)
