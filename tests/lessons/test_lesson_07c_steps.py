"""The optimisers of lesson 7c, read from its notebook."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
import tensorflow as tf

from tests.lessons.lesson_code import lesson_namespace
from utils.arrays import layers

dive = lesson_namespace("07c_nudges_and_steps")


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
