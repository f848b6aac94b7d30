"""The layers that lesson 7 writes out, and the optimisers of 7b, against Keras.

Nothing is copied: `utils.arrays.layers` holds the words of lesson 7, as a test sees,
and what 7b defines is read from its notebook.
"""

import ast
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.lesson_code import NOTEBOOKS, lesson_namespace, lesson_nodes
from utils.arrays import layers
from utils.exercises import lesson_07

MOST_LINES = 15
# What the reader of lesson 7 writes, and what it is called where the lesson goes on.
WRITTEN_BY_READERS = {
    "log_probabilities": lesson_07.log_softmax,
    "dense_slopes": lesson_07.dense_backward,
}

dive = lesson_namespace("07b_it_trains")


def definitions(nodes):
    """{name: its code without comments} of functions and classes."""
    kinds = ast.FunctionDef | ast.ClassDef
    return {node.name: ast.unparse(node) for node in nodes if isinstance(node, kinds)}


def test_the_helpers_are_the_words_of_the_lesson():
    source = (NOTEBOOKS.parent / "utils" / "arrays" / "layers.py").read_text("utf-8")
    helpers = definitions(ast.parse(source).body)
    shown = definitions(lesson_nodes("07_how_a_cnn_learns"))
    assert helpers.keys() >= WRITTEN_BY_READERS.keys()
    for name in helpers.keys() - WRITTEN_BY_READERS.keys():
        assert helpers[name] == shown[name], name


def test_the_helpers_are_the_solutions_of_the_lesson():
    rng = np.random.default_rng(0)
    x, weights, gradient = (rng.normal(size=s) for s in ((5, 3), (3, 4), (5, 4)))
    solution = WRITTEN_BY_READERS["log_probabilities"].reference.value
    np.testing.assert_allclose(layers.log_probabilities(x), solution(x))
    solution = WRITTEN_BY_READERS["dense_slopes"].reference.value
    ours = layers.dense_slopes(x, weights, gradient)
    for part, right in zip(ours, solution(x, weights, gradient), strict=True):
        np.testing.assert_allclose(part, right)


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


def test_the_judge_finds_a_wrong_gradient():
    w = np.array([1.0, -2.0, 3.0])

    def loss():
        return np.sum(w**3)

    gradient_error = layers.gradient_error
    assert gradient_error(loss, w, 3 * w**2) < 1e-9
    assert gradient_error(loss, w, 3.001 * w**2) > 1e-4
    assert gradient_error(loss, w, -3 * w**2) == pytest.approx(1)


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


def test_another_kind_of_convolution_starts_with_the_same_weights():
    frozen = dive["FrozenConvolution"]
    network = dive["build_with"](3, first=frozen)
    assert isinstance(network.layers[0], frozen)
    assert len(network.layers) == 7
    right = layers.build_network(3)
    x = np.random.default_rng(0).random((2, 28, 28, 1), dtype=np.float32)
    np.testing.assert_array_equal(network.forward(x), right.forward(x))
    assert len(network.parameters) == 6


def test_every_pass_is_short_enough_to_read():
    nodes = lesson_nodes("07_how_a_cnn_learns")
    passes = {
        f"{node.name}.{method.name}": method
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for method in node.body
        if isinstance(method, ast.FunctionDef)
    }
    passes |= {
        node.name: node
        for node in nodes
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_slopes")
    }
    assert {"Convolution.backward", "convolution_slopes"} <= {*passes}
    lines = {name: node.end_lineno - node.lineno + 1 for name, node in passes.items()}
    assert {name: n for name, n in lines.items() if n > MOST_LINES} == {}
