"""Which pixels a number of a Keras model depends on, found from gradients."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from utils.models.recording import layers_of, listening

SATURATING = (layers.ReLU, layers.LeakyReLU, layers.ELU, layers.PReLU, layers.Softmax)


def input_gradient(model, images, row=None, column=None):
    """Return how strongly each input number moves one place of the output.

    model: maps (n, height, width, channels) to feature maps with four axes. images: the
    batch at which to ask. row, column: place in the maps, the middle unless told; its
    channels are summed. Returns the signed gradient, an array shaped like images.
    """

    # Compiled, so that TensorFlow leaves out the gradients of the weights: they take
    # time, and on a CPU TensorFlow 2.21 can crash on those of a strided 1×1 filter.
    @tf.function(autograph=False)
    def gradient(images):
        with tf.GradientTape() as tape:
            tape.watch(images)
            maps = model(images, training=False)
            place = _place(maps.shape, row, column)
            answer = tf.reduce_sum(maps[:, place[0], place[1]])
        return tape.gradient(answer, images)

    images = tf.convert_to_tensor(images)
    # Traced by hand: TensorFlow warns of functions that are compiled in every call.
    return gradient.get_concrete_function(images)(images).numpy()


def measured_receptive_field(model, row=None, column=None):
    """Return which pixels one place of a model's output depends on, (height, width).

    Found from gradients, in a copy of the model in which every path conducts: all
    weights positive, activations left out, averages in place of maxima. So the weights
    of the model do not matter. row, column: as for `input_gradient`.
    """
    shape = model.input_shape[1:]
    if len(shape) != 3 or None in shape:
        raise ValueError(
            f"The model takes inputs of shape {shape}: build it with "
            "keras.Input((height, width, channels)), all three of them numbers."
        )
    images = np.ones((1, *shape), "float32")
    gradient = input_gradient(_conducting_copy(model), images, row, column)
    return (gradient[0] != 0).any(axis=-1)


def fields_in_image(model, layer, places, image_shape):
    """Return what places of a layer depend on, as far as it lies in the image.

    layer: one of the model's, at any depth. places: sequence of (row, column) in its
    maps. image_shape: (height, width, channels). Returns, for each place, the smallest
    (row, column, height, width) that holds all its pixels, found in the same copy.
    """
    copy = _conducting_copy(model)
    twin = list(layers_of(copy))[list(layers_of(model)).index(layer)]
    cells = [(i, int(row), int(column)) for i, (row, column) in enumerate(places)]

    @tf.function(autograph=False)  # as in input_gradient
    def gradient(images):
        maps = []
        with tf.GradientTape() as tape:
            tape.watch(images)
            with listening([twin], lambda _, output: maps.append(output)):
                copy(images, training=False)
            answer = tf.reduce_sum(tf.gather_nd(maps[-1], cells))
        return tape.gradient(answer, images)

    images = tf.ones((len(cells), *image_shape))
    reached = gradient.get_concrete_function(images)(images).numpy() != 0
    return [_bounding_window(one.any(axis=-1)) for one in reached]


def _bounding_window(mask):
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    window = rows[0], columns[0], np.ptp(rows) + 1, np.ptp(columns) + 1
    return tuple(int(number) for number in window)


def _conducting_copy(model):
    """The model with new weights and layers through which every path conducts."""
    return keras.models.clone_model(model, clone_function=_conducting_layer)


def _place(shape, row, column):
    """Row and column of a place in maps of this shape, checked."""
    if len(shape) != 4:
        raise ValueError(
            f"The model's output has the shape {tuple(shape)}: cut the model where its "
            "output is still (n, height, width, channels)."
        )
    place = [
        size // 2 if index is None else index
        for index, size in zip((row, column), shape[1:3], strict=True)
    ]
    if not (0 <= place[0] < shape[1] and 0 <= place[1] < shape[2]):
        raise ValueError(
            f"The maps have {shape[1]} rows and {shape[2]} columns: there is no place "
            f"({place[0]}, {place[1]})."
        )
    return place


class _Open(layers.Layer):
    """Passes everything on, and may be called like any activation layer."""

    def call(self, inputs, mask=None):
        return inputs


# Weights between the size at which the many paths to the middle of a field overflow
# and that at which the one path to its corner fades: good for 80 layers of 3 × 3.
def _mixing(shape, dtype=None):
    *window, in_channels, _ = shape
    return np.full(shape, 1 / (in_channels * np.sqrt(np.prod(window))), dtype)


def _spreading(shape, dtype=None):
    return np.full(shape, 1 / np.sqrt(np.prod(shape[:2])), dtype)


CONDUCTING = {
    "activation": "linear",
    "kernel_initializer": _mixing,
    "pointwise_initializer": _mixing,
    "depthwise_initializer": _spreading,
    "gamma_initializer": "ones",
}


def _conducting_layer(layer):
    """A new layer with the same connections that blocks nothing."""
    if isinstance(layer, keras.Model):
        # Not left to clone_model(recursive=True): it stops at models in a Sequential.
        return _conducting_copy(layer)
    if isinstance(layer, SATURATING):
        return _Open(name=layer.name)
    config = layer.get_config()
    config |= {key: value for key, value in CONDUCTING.items() if key in config}
    if isinstance(layer, layers.MaxPooling2D):
        return layers.AveragePooling2D.from_config(config)
    if isinstance(layer, layers.GlobalMaxPooling2D):
        return layers.GlobalAveragePooling2D.from_config(config)
    return type(layer).from_config(config)
