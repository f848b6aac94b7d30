"""A local layer with one filter in every place is a convolution, and counts its own."""

import keras
import numpy as np
import pytest
from keras import ops

from utils.training.local_layer import LocalLayer


@pytest.mark.parametrize(
    ("shape", "window", "stride"), [((28, 28), 5, 2), ((9, 7), 3, 1)]
)
def test_one_filter_in_every_place_is_a_convolution(shape, window, stride):
    keras.utils.set_random_seed(0)
    images = np.random.default_rng(0).random((5, *shape, 1), dtype="float32")
    shared = keras.layers.Conv2D(4, window, strides=stride, activation="relu")
    shared.build(images.shape)
    shared.bias.assign([0.1, -0.2, 0, 0.3])
    expected = shared(images)
    local = LocalLayer(4, window, stride)
    local.build(images.shape)
    filters = ops.reshape(shared.kernel, (window**2, 4))
    local.kernel.assign(ops.broadcast_to(filters, local.kernel.shape))
    local.bias.assign(ops.broadcast_to(shared.bias, local.bias.shape))
    assert np.allclose(local(images), expected, atol=1e-5)


def test_each_place_has_weights_and_biases_of_its_own():
    local = LocalLayer(8, window=5, stride=2)
    local.build((None, 28, 28, 1))
    assert local.count_params() == 12 * 12 * 8 * (5 * 5 + 1)
    deviation = np.std(local.kernel)
    assert np.isclose(deviation, np.sqrt(2 / 25), rtol=0.02), "He's, for 25 pixels"
