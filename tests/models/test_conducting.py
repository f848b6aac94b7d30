"""What the receptive field of a model is measured through, and what it is not."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers, ops

from tests.one_sentence import assert_one_sentence
from utils.models.conducting import conducting_copy
from utils.models.measured_receptive_field import (
    input_gradient,
    measured_receptive_field,
)

SIDE = 12


def conv(size=3, **settings):
    return layers.Conv2D(4, size, padding="same", **settings)


def model_of(network):
    inputs = keras.Input((SIDE, SIDE, 4))
    return keras.Model(inputs, network(inputs))


def field(network):
    """Rows of the first and last pixel seen, and how many pixels are seen in all."""
    mask = measured_receptive_field(model_of(network))
    rows = np.flatnonzero(mask.any(axis=1))
    return int(rows[0]), int(rows[-1]), int(mask.sum())


def squeeze_and_excite(x):
    gate = layers.Dense(4, "sigmoid")(layers.GlobalAveragePooling2D()(x))
    return x * layers.Reshape((1, 1, 4))(gate)


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        (lambda x: conv()(conv()(x) / 255.0 - 0.5), (4, 8, 25)),
        (lambda x: conv()(x) + x, (5, 7, 9)),
        (lambda x: conv()(x) - conv()(x), (5, 7, 9)),
        (lambda x: layers.Subtract()([conv()(x), conv()(x)]), (5, 7, 9)),
        (lambda x: layers.Maximum()([conv()(x), conv(5)(x)]), (4, 8, 25)),
        (lambda x: ops.maximum(conv()(x), conv(5)(x)), (4, 8, 25)),
        (lambda x: ops.softmax(conv()(x)), (5, 7, 9)),
        (lambda x: ops.sigmoid(1000 * conv()(x)), (5, 7, 9)),
        (lambda x: conv()(layers.Rescaling(0.0)(x)), (5, 7, 9)),
        (lambda x: layers.LayerNormalization()(conv()(x)), (5, 7, 9)),
        (lambda x: conv(activation=lambda y: tf.nn.relu(-y))(x), (5, 7, 9)),
        (lambda x: conv()(x[:, 2:, 2:]), (6, 8, 9)),
        (lambda x: conv()(layers.Cropping2D(((4, 0), (4, 0)))(x)), (7, 9, 9)),
        (lambda x: conv()(layers.UpSampling2D(2)(x)), (5, 6, 4)),
        (lambda x: conv()(layers.Resizing(6, 6)(x)), (4, 9, 36)),
        (lambda x: conv()(conv(dtype="mixed_float16")(x)), (4, 8, 25)),
        (squeeze_and_excite, (0, 11, 144)),
    ],
    ids=lambda value: str(value) if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("uncompiled")
def test_nothing_between_layers_hides_a_path(network, expected):
    assert field(network) == expected


class OnesOwn(layers.Conv2D):
    def call(self, maps):
        return super().call(super().call(maps))


@pytest.mark.parametrize(
    ("network", "named"),
    [
        (lambda x: layers.Lambda(lambda y: y / 2, name="half")(x), '"half" (Lambda)'),
        (OnesOwn(4, 3, padding="same", name="mine"), '"mine" (OnesOwn)'),
        (layers.GroupNormalization(2, name="group"), '"group" (GroupNormalization)'),
        (layers.Softmax(axis=1, name="rows"), '"rows" (Softmax)'),
        (layers.LayerNormalization(axis=(1, 2, 3), name="all"), '"all" (LayerNormali'),
        (lambda x: ops.max(x, axis=1, keepdims=True), "(Max)"),
        (lambda x: ops.split(x, 2, axis=-1)[0], "(Split)"),
    ],
)
def test_layers_without_a_rule_are_refused_by_name(network, named):
    with pytest.raises(ValueError, match="No rule says what the layer") as e:
        measured_receptive_field(model_of(network))
    assert_one_sentence(e, named, "utils/models/conducting.py")


def test_the_copy_leaves_the_model_as_it_was():
    model = model_of(conv(activation=tf.nn.relu))
    layer, weights = model.layers[-1], model.get_weights()
    _, twins = conducting_copy(model)
    assert twins[id(layer)] is not layer
    assert layer.activation is tf.nn.relu
    assert not hasattr(model.layers[0], "activation")
    for old, new in zip(weights, model.get_weights(), strict=True):
        assert np.array_equal(old, new)


def test_a_model_of_several_outputs_is_refused():
    inputs = keras.Input((SIDE, SIDE, 4))
    model = keras.Model(inputs, [conv()(inputs), inputs], name="both")
    with pytest.raises(ValueError, match='"both" has 2 outputs: ask one whose') as e:
        measured_receptive_field(model)
    assert_one_sentence(e)


def test_places_are_whole_numbers():
    model = model_of(conv())
    for row, column in ((1.5, 0), (0, "b"), (-1, 0)):
        with pytest.raises(ValueError, match="must be a whole number of at least 0"):
            measured_receptive_field(model, row, column)


def test_a_gradient_takes_one_image_too():
    model = model_of(conv())
    images = np.ones((2, SIDE, SIDE, 4), int)
    gradient = input_gradient(model, images)
    assert np.array_equal(gradient[0], input_gradient(model, images[0]))
