"""What lesson 12 builds: its twins and its blocks.

Nothing is copied: the builders are read from the notebook. Where only shapes are
compared, the weights get no numbers.
"""

import os
from collections import Counter

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
from keras import layers

from tests.lessons.lesson_code import lesson_namespace
from utils.models import blocks
from utils.models.empty_networks import without_numbers
from utils.models.graph import widest_receptive_field

lesson = lesson_namespace("12_architectures")


def built(builder, *settings):
    """A network of the lesson, only to be looked at."""
    with without_numbers():
        return lesson[builder](*settings)


def shapes_of_kernels(model):
    """How often each shape of a filter or of a dense layer's weights occurs."""
    return Counter(
        tuple(layer.kernel.shape)
        for layer in model.layers
        if isinstance(layer, (layers.Conv2D, layers.DepthwiseConv2D, layers.Dense))
    )


def test_lenet_has_the_usual_layout():
    lenet = built("lenet_5")
    assert lenet.count_params() == 61_706
    assert widest_receptive_field(lenet).size == 16


def test_c5_is_a_convolution_on_maps_of_its_own_size():
    """A dense layer of 120 units, and 5×5 filters on 5×5 maps: the same answers."""
    maps = np.random.default_rng(0).normal(size=(2, 5, 5, 16)).astype("float32")
    dense = keras.Sequential([keras.Input((5, 5, 16)), layers.Flatten()])
    dense.add(layers.Dense(120))
    convolution = keras.Sequential([keras.Input((5, 5, 16)), layers.Conv2D(120, 5)])
    weights, bias = dense.get_weights()
    convolution.set_weights([weights.reshape(5, 5, 16, 120), bias])
    answers = convolution(maps)
    assert answers.shape == (2, 1, 1, 120)
    np.testing.assert_allclose(answers[:, 0, 0], dense(maps), atol=1e-4)


@pytest.mark.parametrize("depth", [8, 20])
def test_the_twins_differ_in_their_skips_only(depth):
    plain, residual = (built("deep_network", depth, skips) for skips in (False, True))
    assert shapes_of_kernels(plain) == shapes_of_kernels(residual)
    assert plain.count_params() == residual.count_params()
    assert sum(shapes_of_kernels(plain).values()) == depth
    additions = [
        sum(isinstance(la, layers.Add) for la in m.layers) for m in (plain, residual)
    ]
    assert additions == [0, (depth - 2) // 2]


@pytest.mark.parametrize(
    ("block", "settings"),
    [
        ("conv_norm", (6, 3, 2)),
        ("bottleneck", (2, 1)),
        ("bottleneck", (2, 2)),
        ("bottleneck", (3, 1)),
        ("separable", (6, 2)),
        ("convnext_block", (8,)),
    ],
)
def test_the_helpers_are_the_blocks_of_the_lesson(block, settings):
    with without_numbers():
        maps = keras.Input((6, 8, 8))
        shown = keras.Model(maps, lesson[block](maps, *settings))
        helper = keras.Model(maps, getattr(blocks, block)(maps, *settings))
    kinds = [[type(layer) for layer in model.layers] for model in (shown, helper)]
    assert kinds[0] == kinds[1]
    assert shapes_of_kernels(shown) == shapes_of_kernels(helper)
    assert shown.output_shape == helper.output_shape
