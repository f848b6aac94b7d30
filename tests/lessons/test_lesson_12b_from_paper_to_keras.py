"""The networks that lesson 12b builds, layer by layer against Keras' own.

Nothing is copied: the builders are read from the notebook. Only shapes are compared, so
the weights get no numbers.
"""

import functools
import os
from collections import Counter

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
from keras import layers

from tests.lessons.lesson_code import lesson_namespace
from tests.models.empty_networks import published
from utils.models.empty_networks import without_numbers
from utils.models.graph import activation_bytes, widest_receptive_field
from utils.models.ledger import ledger, total_multiply_adds
from utils.models.response_norm import ResponseNorm

lesson = lesson_namespace("12b_from_paper_to_keras")


@functools.cache
def built(builder, *settings):
    """A network of the lesson, built once; only to be looked at."""
    with without_numbers():
        return lesson[builder](*settings)


def learnt(model):
    return sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)


def shapes_of_kernels(model):
    """How often each shape of a filter or of a dense layer's weights occurs."""
    return Counter(
        tuple(layer.kernel.shape)
        for layer in model.layers
        if isinstance(layer, (layers.Conv2D, layers.DepthwiseConv2D, layers.Dense))
    )


def multiply_adds(model):
    return total_multiply_adds(ledger(model))


@pytest.mark.long
@pytest.mark.parametrize(
    ("builder", "parameters"),
    [
        # Counted from the layout of the paper: its figure 2 and section 3.5.
        ("alexnet", 60_965_224),
        # num_params in the documentation of torchvision.models.alexnet.
        ("alexnet_one_tower", 61_100_840),
        ("vgg_16", 138_357_544),
        # 6.999 million in OpenVINO's page on googlenet-v1, the copy of Caffe.
        ("googlenet", 6_998_552),
        # num_params in the documentation of torchvision.models.resnet50.
        ("resnet_50", 25_557_032),
        # 4.2 million in the paper, table 8.
        ("mobilenet", 4_231_976),
    ],
)
def test_published_counts(builder, parameters):
    assert learnt(built(builder)) == parameters


@pytest.mark.long
@pytest.mark.parametrize(
    ("builder", "name"),
    [("vgg_16", "VGG16"), ("resnet_50", "ResNet50"), ("mobilenet", "MobileNet")],
)
def test_keras_has_the_same_layers(builder, name):
    ours, theirs = built(builder), published(name)
    kernels, work = shapes_of_kernels(theirs), multiply_adds(theirs)
    if name == "MobileNet":  # Keras classifies by a 1×1 convolution
        kernels[1024, 1000] = kernels.pop((1, 1, 1024, 1000))
    assert shapes_of_kernels(ours) == kernels
    assert multiply_adds(ours) == work


@pytest.mark.long
def test_convnext_is_that_of_keras():
    ours, theirs = built("convnext_tiny"), published("ConvNeXtTiny")
    assert ours.count_params() == theirs.count_params() == 28_589_128
    # 4.456 billion in torchvision's list; our factors for each channel are products too
    assert abs(multiply_adds(ours) / 1e9 - 4.456) < 0.005


def test_two_towers_are_grouped_convolutions():
    """AlexNet once more, with groups=2 in conv 2, 4 and 5."""

    def conv(maps, filters, size, groups=1, **settings):
        return layers.Conv2D(filters, size, groups=groups, **settings)(maps)

    same = {"padding": "same"}
    with without_numbers():
        photo = keras.Input((227, 227, 3))
        maps = layers.MaxPooling2D(3, strides=2)(conv(photo, 96, 11, strides=4))
        maps = layers.MaxPooling2D(3, strides=2)(conv(maps, 256, 5, groups=2, **same))
        maps = conv(conv(maps, 384, 3, **same), 384, 3, groups=2, **same)
        maps = layers.MaxPooling2D(3, strides=2)(conv(maps, 256, 3, groups=2, **same))
        grouped = keras.Model(photo, lesson["classifier"](maps))
    towers = built("alexnet")
    assert learnt(towers) == learnt(grouped)
    assert multiply_adds(towers) == multiply_adds(grouped)


@pytest.mark.parametrize(
    ("builder", "field", "side"),
    [
        ("alexnet", 195, 6),
        ("googlenet", 715, 7),
        ("resnet_50", 483, 7),
        ("mobilenet", 315, 7),
    ],
)
def test_receptive_fields(builder, field, side):
    found = widest_receptive_field(built(builder))
    assert (found.size, found.positions) == (field, side)


def test_the_peak_of_memory_in_an_inception_block():
    maps = keras.Input((28, 28, 192))
    block = lesson["inception"](maps, *lesson["INCEPTION_BLOCKS"]["3a"])
    # Keras thins out and pools first: the 192 channels of the block, the thinned 96 and
    # 16, the pooled 192, and the 64 that the 1×1 path writes meanwhile.
    channels = 192 + 96 + 16 + 192 + 64
    assert max(activation_bytes(keras.Model(maps, block))) == 4 * 28 * 28 * channels


def test_response_normalisation_is_the_formula_of_the_paper():
    maps = (
        np.random.default_rng(0).normal(scale=50, size=(1, 2, 3, 7)).astype("float32")
    )
    expected = np.empty_like(maps)
    for channel in range(7):
        near = maps[..., max(0, channel - 2) : channel + 3]
        damping = (2 + 1e-4 * (near**2).sum(axis=-1)) ** 0.75
        expected[..., channel] = maps[..., channel] / damping
    np.testing.assert_allclose(ResponseNorm()(maps), expected, rtol=1e-4)
