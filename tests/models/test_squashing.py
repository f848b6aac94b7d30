"""A softmax or sigmoid at the end is left out in every spelling, or refused."""

import functools

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers, ops

from tests.one_sentence import assert_one_sentence
from utils.models.inspection import grad_cam, occlusion_map, saliency_map
from utils.models.squashing import before_squashing

IMAGES = np.random.default_rng(0).random((2, 6, 6, 1)).astype("float32")


class SoftmaxOfOnesOwn(layers.Layer):
    def call(self, scores):
        return tf.nn.softmax(scores)


class WeightsAndSoftmax(layers.Layer):
    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], 3))

    def call(self, features):
        return tf.nn.softmax(ops.matmul(features, self.kernel))


class SubclassedHead(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3, activation="softmax")

    def call(self, features):
        return self.dense(features)


def dense(activation=None, units=3):
    """Scores so large that a softmax or sigmoid of them is flat."""
    kernel = keras.initializers.RandomNormal(0, 100, seed=units)
    return layers.Dense(units, activation, kernel_initializer=kernel)


def chain(*stack):
    return lambda x: functools.reduce(lambda x, layer: layer(x), stack, x)


def network(end):
    keras.utils.set_random_seed(1)
    inputs = keras.Input((6, 6, 1))
    maps = layers.Conv2D(4, 3, activation="relu")(inputs)
    return keras.Model(inputs, end(layers.GlobalAveragePooling2D()(maps)))


SPELLINGS = {
    "name": lambda: dense("softmax"),
    "function of Keras": lambda: dense(keras.activations.softmax),
    "function of TensorFlow": lambda: dense(tf.nn.softmax),
    "function of keras.ops": lambda: dense(ops.softmax),
    "lambda": lambda: dense(lambda scores: tf.nn.softmax(scores)),
    "layer as activation": lambda: dense(layers.Softmax()),
    "log-softmax": lambda: dense("log_softmax"),
    "sigmoid for each class": lambda: dense(tf.sigmoid),
    "tanh": lambda: dense("tanh"),
    "layer": lambda: chain(dense(), layers.Softmax()),
    "activation layer": lambda: chain(dense(), layers.Activation("softmax")),
    "operation": lambda: chain(dense(), ops.softmax),
    "operation log-softmax": lambda: chain(dense(), ops.log_softmax),
    "operation log-sigmoid": lambda: chain(dense(), ops.log_sigmoid),
    "lambda layer": lambda: chain(dense(), layers.Lambda(tf.nn.softmax)),
    "layer of one's own": lambda: chain(dense(), SoftmaxOfOnesOwn()),
    "float16": lambda: chain(dense(), layers.Softmax(dtype="float16")),
    "then reshaped": lambda: chain(dense(), layers.Softmax(), layers.Reshape((3,))),
    "between shapes": lambda: chain(
        dense(), layers.Reshape((1, 3)), layers.Softmax(), layers.Flatten()
    ),
    "then dropped out": lambda: chain(dense(), ops.softmax, layers.Dropout(0.5)),
    "twice": lambda: chain(dense("softmax"), layers.Softmax()),
    "in a model": lambda: chain(
        dense(), keras.Sequential([keras.Input((3,)), layers.Softmax()])
    ),
}
RARER = {
    *("function of keras.ops", "lambda", "layer as activation", "tanh", "float16"),
    *("operation log-softmax", "lambda layer", "sigmoid for each class"),
    *("between shapes", "then dropped out", "in a model"),
}
SPELLINGS_OF_ONE = {
    "name": lambda: dense("sigmoid", 1),
    "function": lambda: dense(tf.sigmoid, 1),
    "operation": lambda: chain(dense(None, 1), ops.sigmoid),
    "activation layer": lambda: chain(dense(None, 1), layers.Activation(tf.sigmoid)),
}


@functools.cache
def scores(units):
    return network(dense(None, units))


@pytest.mark.parametrize(
    ("units", "end"),
    [
        pytest.param(3, end, id=name, marks=[pytest.mark.long] * (name in RARER))
        for name, end in SPELLINGS.items()
    ]
    + [pytest.param(1, end, id=f"1 {name}") for name, end in SPELLINGS_OF_ONE.items()],
)
def test_within_the_block_a_model_returns_its_scores(units, end):
    model = network(end())
    answers = model(IMAGES).numpy()
    with before_squashing(model):
        inside = model(IMAGES)
    np.testing.assert_allclose(inside, scores(units)(IMAGES), rtol=1e-3)
    assert np.array_equal(model(IMAGES), answers), "the model is as it was"


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize("name", ["function of TensorFlow", "then reshaped"])
@pytest.mark.parametrize("question", [saliency_map, grad_cam])
def test_maps_are_those_of_the_scores(name, question):
    expected = question(scores(3), IMAGES, 1)
    assert expected.max() > 1, "there is something to lose"
    found = question(network(SPELLINGS[name]()), IMAGES, 1)
    np.testing.assert_allclose(found, expected, rtol=1e-5)


def composed_softmax(x):
    raised = ops.exp(x)
    return raised / ops.sum(raised, axis=-1, keepdims=True)


@pytest.mark.parametrize(
    "end",
    [
        chain(layers.Dense(3), composed_softmax),
        chain(layers.Dense(3), lambda x: ops.log(composed_softmax(x))),
        chain(layers.Dense(1), lambda x: 1 / (1 + ops.exp(-x))),
        chain(layers.Dense(3, "softmax"), layers.Rescaling(100)),
        WeightsAndSoftmax(),
        SubclassedHead(),
    ],
    ids=["composed", "log", "sigmoid", "per cent", "layer of one's own", "subclassed"],
)
def test_probabilities_of_unknown_make_are_refused(end):
    model = network(end)
    before = model.get_weights()
    for question, images in ((saliency_map, IMAGES), (grad_cam, IMAGES[0])):
        with pytest.raises(ValueError, match="probabilities whatever comes in") as e:
            question(model, images, 1)
        assert_one_sentence(e)
    for old, new in zip(before, model.get_weights(), strict=True):
        assert np.array_equal(old, new)
    assert occlusion_map(model, IMAGES, 1, patch=3).shape == IMAGES.shape[:3]


def constant(units):
    bias = keras.initializers.Constant(1 / units)
    return layers.Dense(units, kernel_initializer="zeros", bias_initializer=bias)


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize(
    "end",
    [
        constant(3),
        constant(1),
        layers.Dense(3, "relu"),
        layers.Dense(3, kernel_initializer="zeros", use_bias=False),
        chain(layers.Dense(3, "sigmoid"), layers.Dense(3)),
        chain(constant(1), layers.ReLU()),
    ],
    ids=["sum 1", "in 0..1", "relu", "all 0", "squashed inside", "relu after"],
)
def test_scores_that_look_like_probabilities_by_chance_are_taken(end):
    model = network(end)
    assert saliency_map(model, IMAGES, 1).shape == IMAGES.shape[:3]


def test_only_the_end_is_left_out():
    """A sigmoid that opens and closes channels is no end."""

    def gated(x):
        return layers.Dense(3)(x * layers.Dense(4, "sigmoid")(x))

    model = network(gated)
    with before_squashing(model):
        inside = model(IMAGES).numpy()
    assert np.array_equal(inside, model(IMAGES))


def test_the_class_of_a_lone_output_is_asked_of_the_score():
    model = network(chain(layers.Dense(1), lambda x: 1 / (1 + ops.exp(-x))))
    with pytest.raises(ValueError, match="probabilities whatever comes"):
        occlusion_map(model, IMAGES, patch=3)


def test_a_layer_that_squashes_elsewhere_too_is_refused():
    shared = layers.Activation("sigmoid", name="gate")

    def gated(x):
        return shared(layers.Dense(3)(x * shared(layers.Dense(4)(x))))

    model = network(gated)
    with pytest.raises(ValueError, match='"gate" runs 2 times in this model') as e:
        saliency_map(model, IMAGES)
    assert_one_sentence(e)
    again = layers.Activation("sigmoid", name="gate")
    first, second = (network(chain(layers.Dense(1), again)) for _ in range(2))
    assert saliency_map(first, IMAGES).shape == saliency_map(second, IMAGES).shape
