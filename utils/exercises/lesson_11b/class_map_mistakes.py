"""`class_map`, each time with another mistake."""

import numpy as np


def without_relu(model, images, classes, layer):
    return _heat_of(*_maps_and_slopes(model, images, classes, layer))


def asking(ask):
    """A class_map that is right, but for the scores that it asks for.

    ask: a function (tf, scores, classes).
    """

    def class_map(model, images, classes, layer):
        found = _maps_and_slopes(model, images, classes, layer, ask)
        return np.maximum(_heat_of(*found), 0)

    return class_map


def of_the_probability(tf, scores, classes):
    return _own_scores(tf, tf.nn.softmax(scores), classes)


def mean_over_images(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum(maps @ slopes.mean(axis=(0, 1, 2)), 0)


def of_last_layer(model, images, classes, layer):
    last = {"first": "second", "before": "behind"}.get(layer, layer)
    return np.maximum(_heat_of(*_maps_and_slopes(model, images, classes, last)), 0)


def summed_over_the_places(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum(np.einsum("nijk,nk->nij", maps, slopes.sum(axis=(1, 2))), 0)


def place_by_place(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum((maps * slopes).sum(axis=-1), 0)


def _own_scores(tf, scores, classes):
    return tf.reduce_sum(scores * tf.one_hot(classes, scores.shape[1]), axis=1)


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
