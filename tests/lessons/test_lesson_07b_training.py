"""The optimisers and the flawed layers of lesson 7b, read from its notebook."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
import tensorflow as tf

from tests.lessons.lesson_code import lesson_namespace
from utils.arrays import layers

dive = lesson_namespace("07b_it_trains")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("SGD", {"learning_rate": 0.1}),
        ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
        ("Adam", {"learning_rate": 0.01}),
        ("Adam", {"learning_rate": 0.1, "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-12}),
    ],
)
def test_optimisers_step_as_those_of_keras(name, options):
    rng = np.random.default_rng(0)
    shapes = [(3, 2), (4,)]
    weights = [rng.normal(size=shape) for shape in shapes]
    variables = [keras.Variable(w, dtype="float64") for w in weights]
    ours = dive[name](weights, **options)
    keras_names = {"beta1": "beta_1", "beta2": "beta_2"}
    options = {keras_names.get(key, key): value for key, value in options.items()}
    theirs = getattr(keras.optimizers, name)(**options)
    for _ in range(20):
        gradients = [rng.normal(size=shape) for shape in shapes]
        ours.step(gradients)
        theirs.apply([tf.constant(g) for g in gradients], variables)
        for w, variable in zip(weights, variables, strict=True):
            # Keras adds its epsilon before the bias correction.
            np.testing.assert_allclose(w, variable, rtol=0, atol=1e-5)


@pytest.mark.parametrize(
    ("stride", "padding"), [(s, p) for s in (1, 2) for p in ("valid", "same", 1)]
)
def test_an_unflipped_filter_is_found(stride, padding):
    rng = np.random.default_rng(0)
    filters = rng.normal(size=(3, 3, 2, 4))
    layer = dive["UnflippedConvolution"](filters, stride, padding)
    x = rng.normal(size=(2, 6, 7, 2))
    of_input, of_filters, of_bias = layers.layer_errors(layer, x)
    assert of_input > 0.1
    assert max(of_filters, of_bias) < 1e-6


def test_a_frozen_convolution_hands_back_the_slopes_and_does_not_learn():
    rng = np.random.default_rng(0)
    filters, x = rng.normal(size=(3, 3, 2, 4)), rng.normal(size=(2, 6, 7, 2))
    layer, frozen = layers.Convolution(filters), dive["FrozenConvolution"](filters)
    slopes = rng.normal(size=layer.forward(x).shape)
    frozen.forward(x)
    np.testing.assert_array_equal(frozen.backward(slopes), layer.backward(slopes))
    assert [g.shape for g in frozen.gradients] == [p.shape for p in frozen.parameters]
    assert not any(np.any(gradient) for gradient in frozen.gradients)


def test_another_kind_of_convolution_starts_with_the_same_weights():
    frozen = dive["FrozenConvolution"]
    network = dive["build_with"](3, first=frozen)
    assert isinstance(network.layers[0], frozen)
    assert len(network.layers) == 7
    right = layers.build_network(3)
    x = np.random.default_rng(0).random((2, 28, 28, 1), dtype=np.float32)
    np.testing.assert_array_equal(network.forward(x), right.forward(x))
    assert len(network.parameters) == 6


def test_the_whole_network_trains_in_float32():
    rng = np.random.default_rng(0)
    x = rng.random((4, 28, 28, 1), dtype=np.float32)
    network = layers.build_network(seed=0)
    layers.loss_and_gradients(network, x, np.arange(4))
    optimiser = dive["Adam"](network.parameters, learning_rate=0.01)
    optimiser.step(network.gradients)
    assert {g.dtype for g in network.gradients} == {np.dtype("float32")}
    assert {p.dtype for p in network.parameters} == {np.dtype("float32")}
    assert network.forward(x).dtype == np.float32
