"""The layers of lesson 7, in NumPy, against TensorFlow."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from utils.arrays import layers


def tensorflow_gradients(function, *arrays):
    """What TensorFlow makes of the arrays, and its gradients for random slopes."""
    variables = [tf.Variable(array) for array in arrays]
    with tf.GradientTape() as tape:
        output = function(*variables)
    slopes = np.random.default_rng(1).normal(size=output.shape)
    return output, slopes, tape.gradient(output, variables, tf.constant(slopes))


def assert_same_gradients(layer, function, x):
    """The layer and TensorFlow's function give the same output and gradients."""
    output, slopes, expected = tensorflow_gradients(function, x, *layer.parameters)
    np.testing.assert_allclose(layer.forward(x), output, atol=1e-10)
    gradients = [layer.backward(slopes), *layer.gradients]
    for ours, theirs in zip(gradients, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-10)


def tensorflow_convolution(stride, padding):
    if isinstance(padding, int):
        padding = [[0, 0], [padding] * 2, [padding] * 2, [0, 0]]
    else:
        padding = padding.upper()
    return lambda x, w, b: tf.nn.conv2d(x, w, stride, padding) + b


@settings(max_examples=150)
@given(
    n=st.integers(1, 3),
    size=st.tuples(st.integers(3, 9), st.integers(3, 9)),
    window=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    channels=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    stride=st.integers(1, 3),
    padding=st.sampled_from(["valid", "same", 0, 1, 2]),
)
def test_convolution(n, size, window, channels, stride, padding):
    # In float64: TensorFlow 2.21 can crash on the CPU in the float32 gradient of a 1×1
    # filter with a stride.
    rng = np.random.default_rng(0)
    layer = layers.Convolution(rng.normal(size=window + channels), stride, padding)
    layer.parameters[1][...] = rng.normal(size=channels[1])
    x = rng.normal(size=(n, *size, channels[0]))
    assert_same_gradients(layer, tensorflow_convolution(stride, padding), x)


@pytest.mark.parametrize("size", [(4, 4), (5, 7), (2, 3), (6, 9)])
def test_max_pooling(size):
    x = np.random.default_rng(0).normal(size=(3, *size, 2))
    max_pool = layers.MaxPool()
    assert_same_gradients(max_pool, lambda x: tf.nn.max_pool2d(x, 2, 2, "VALID"), x)


def test_max_pooling_of_equal_numbers_is_as_in_tensorflow():
    x = np.random.default_rng(0).integers(0, 3, size=(3, 8, 8, 2)).astype(float)
    max_pool = layers.MaxPool()
    assert_same_gradients(max_pool, lambda x: tf.nn.max_pool2d(x, 2, 2, "VALID"), x)


def test_dense():
    rng = np.random.default_rng(0)
    layer = layers.Dense(rng.normal(size=(7, 4)))
    layer.parameters[1][...] = rng.normal(size=4)
    assert_same_gradients(layer, lambda x, w, b: x @ w + b, rng.normal(size=(5, 7)))


def test_relu_with_zeros():
    x = np.random.default_rng(0).normal(size=(4, 5, 5, 2)).round()
    assert np.any(x == 0)
    assert_same_gradients(layers.ReLU(), tf.nn.relu, x)


def test_flatten():
    x = np.random.default_rng(0).normal(size=(2, 3, 4, 5))
    assert_same_gradients(layers.Flatten(), lambda x: tf.reshape(x, (2, 60)), x)


@pytest.mark.parametrize("scale", [1, 1000])
def test_softmax_cross_entropy(scale):
    rng = np.random.default_rng(0)
    scores, labels = scale * rng.normal(size=(6, 10)), rng.integers(0, 10, size=6)
    variable = tf.Variable(scores)
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, variable)
        expected = tf.reduce_mean(losses)
    loss = layers.SoftmaxCrossEntropy()
    assert loss.forward(scores, labels) == pytest.approx(float(expected))
    gradient = tape.gradient(expected, variable)
    np.testing.assert_allclose(loss.backward(), gradient, atol=1e-12)


def test_the_judge_finds_a_wrong_gradient():
    w = np.array([1.0, -2.0, 3.0])

    def loss():
        return np.sum(w**3)

    gradient_error = layers.gradient_error
    assert gradient_error(loss, w, 3 * w**2) < 1e-9
    assert gradient_error(loss, w, 3.001 * w**2) > 1e-4
    assert gradient_error(loss, w, -3 * w**2) == pytest.approx(1)


@pytest.mark.parametrize("seed", range(10))
def test_a_fresh_network_starts_near_ln_10(seed):
    rng = np.random.default_rng(seed)
    x = rng.random((100, 28, 28, 1), dtype=np.float32) < 0.2  # as much ink as a digit
    network = layers.build_network(seed)
    labels = np.arange(100) % 10
    loss = layers.loss_and_gradients(network, x.astype(np.float32), labels)
    assert np.log(10) - 0.1 < loss < np.log(10) + 1


def test_a_gradient_of_zeros_is_right_where_nothing_moves():
    """Both gradients are 0 there, and so is the error: no 0 / 0."""
    x = np.ones(3)
    assert layers.gradient_error(lambda: 1.0, x, np.zeros(3)) == 0
