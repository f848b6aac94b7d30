"""The flawed layers of lesson 7b, read from its notebook."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace
from utils.arrays import layers

dive = lesson_namespace("07b_it_trains")


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
