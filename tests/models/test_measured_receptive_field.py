"""Receptive fields measured by gradients against the formula and the connections."""

import logging

import keras
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from keras import layers

from tests.models.empty_networks import published
from utils.arrays.receptive_field import Window, cells_seen, receptive_fields
from utils.models.empty_networks import without_numbers
from utils.models.measured_receptive_field import (
    input_gradient,
    measured_receptive_field,
)


def keras_layer(kind, window):
    stride, padding = window.stride, window.padding
    if kind == "max":
        return layers.MaxPooling2D(window.kernel_size, stride, padding)
    if kind == "depthwise":
        return layers.DepthwiseConv2D(window.kernel_size, stride, padding)
    look = {"dilation_rate": window.dilation, "activation": "relu"}
    return layers.Conv2D(2, window.kernel_size, stride, padding, **look)


@st.composite
def steps(draw):
    """A layer's kind and its window; Keras has no stride and dilation together."""
    kind = draw(st.sampled_from(["convolution", "depthwise", "max"]))
    stride = draw(st.integers(1, 3))
    dilation = draw(st.integers(1, 3)) if (kind, stride) == ("convolution", 1) else 1
    padding = draw(st.sampled_from(["valid", "same"]))
    return kind, Window(draw(st.integers(1, 4)), stride, padding, dilation)


@pytest.mark.parametrize(
    ("stack", "size"),
    [
        ([("convolution", Window(1, stride=2))], 38),  # crashed TensorFlow once
        ([("convolution", Window(3, padding="same", dilation=3))], 15),
        ([("depthwise", Window(4, 3)), ("max", Window(2, 2, "same"))], 25),
    ],
)
def test_gradients_agree_with_formula_and_connections(stack, size):
    assert_agreement(stack, size)


@pytest.mark.long
@settings(max_examples=40)
@given(st.lists(steps(), min_size=1, max_size=4), st.integers(12, 40))
def test_gradients_agree_whatever_the_layers(stack, size):
    try:
        receptive_fields([window for _, window in stack], size)
    except ValueError:
        assume(False)  # a window that does not fit
    assert_agreement(stack, size)


def assert_agreement(stack, size):
    """The field by gradients is the one by formula, and the one by connections."""
    windows = [window for _, window in stack]
    fields = receptive_fields(windows, size)
    model = keras.Sequential(
        [keras.Input((size, size, 1)), *(keras_layer(*step) for step in stack)]
    )
    place = fields[-1].positions // 2
    seen = cells_seen(windows, size, place)[0]
    mask = measured_receptive_field(model)
    assert np.array_equal(mask, np.outer(*[np.isin(np.arange(size), seen)] * 2))
    pixels = fields[-1].pixels(place)
    if pixels[0] in seen and pixels[-1] in seen:
        assert len(pixels) == np.ptp(np.flatnonzero(mask.any(axis=0))) + 1


def test_rows_and_columns_are_told_apart():
    model = keras.Sequential([keras.Input((9, 7, 3)), layers.Conv2D(2, (5, 3))])
    mask = measured_receptive_field(model, row=0, column=4)
    assert np.array_equal(np.argwhere(mask)[[0, -1]], [[0, 4], [4, 6]])
    assert mask.sum() == 15


def test_nothing_in_the_model_can_hide_a_path():
    """Dead units, zero weights, saturated activations, dropout, models in models."""
    bias = keras.initializers.Constant(-99)
    dead = layers.Conv2D(4, 3, kernel_initializer="zeros", bias_initializer=bias)
    inner_in = keras.Input((11, 11, 1))
    innermost = keras.Model(inner_in, layers.ReLU()(dead(inner_in)))
    inner = keras.Sequential([keras.Input((11, 11, 1)), innermost])
    inputs = keras.Input((11, 11, 1))
    x = layers.BatchNormalization(gamma_initializer="zeros")(inner(inputs))
    x = layers.Dropout(0.9)(x)
    x = layers.Add()([layers.Conv2D(4, 3, padding="same")(x), x])
    model = keras.Model(inputs, layers.Softmax()(layers.Activation("sigmoid")(x)))
    before = model.get_weights()
    mask = measured_receptive_field(model)
    assert np.array_equal(np.argwhere(mask)[[0, -1]], [[3, 3], [7, 7]])
    assert mask.sum() == 25
    for old, new in zip(before, model.get_weights(), strict=True):
        assert np.array_equal(old, new), "the model itself is left alone"


@pytest.mark.long
@pytest.mark.usefixtures("uncompiled")
def test_a_published_figure():
    model = published(
        "MobileNet", include_top=False, alpha=0.25, input_shape=(416, 416, 3)
    )
    mask = measured_receptive_field(model, row=6, column=6)
    rows = np.flatnonzero(mask.any(axis=1))
    assert (len(rows), rows[0]) == (315, 6 * 32 - 126)  # Araujo et al. 2019


@pytest.mark.long
@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize(
    "layer",
    [
        lambda: layers.Conv2D(64, (1, 3)),
        lambda: layers.DepthwiseConv2D((1, 3)),
        lambda: layers.SeparableConv2D(64, (1, 3)),
    ],
)
def test_deep_networks_do_not_fade(layer):
    with without_numbers():
        inputs = x = keras.Input((1, 121, 64))
        for _ in range(60):
            x = layer()(x)
        model = keras.Model(inputs, x)
    assert measured_receptive_field(model).all()


def test_global_pooling_sees_everything():
    pooling = layers.GlobalMaxPooling2D(keepdims=True)
    model = keras.Sequential([keras.Input((6, 5, 2)), pooling])
    assert measured_receptive_field(model).all()


def test_the_gradient_of_a_known_filter_is_the_filter():
    layer = layers.Conv2D(1, 3, use_bias=False)
    model = keras.Sequential([keras.Input((6, 6, 1)), layer])
    kernel = np.arange(1, 10, dtype="float32").reshape(3, 3, 1, 1)
    layer.set_weights([kernel])
    images = np.zeros((2, 6, 6, 1), "float32")
    gradient = input_gradient(model, images, row=1, column=2)
    assert gradient.shape == images.shape
    for one in gradient[..., 0]:
        assert np.array_equal(one[1:4, 2:5], kernel[..., 0, 0])
        assert np.count_nonzero(one) == 9


def test_asking_many_times_warns_of_nothing(caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("tensorflow"), "propagate", True)
    for filters in range(1, 8):
        conv = layers.Conv2D(filters, 3)
        measured_receptive_field(keras.Sequential([keras.Input((6, 6, 1)), conv]))
    assert caplog.text == ""


def test_places_and_shapes_that_do_not_exist_are_refused():
    model = keras.Sequential([keras.Input((6, 6, 1)), layers.Conv2D(1, 3)])
    with pytest.raises(ValueError, match=r"^The maps have 4 rows and 4 .* \(4, 0\)"):
        measured_receptive_field(model, row=4, column=0)
    flat = keras.Sequential([keras.Input((6, 6, 1)), layers.Flatten()])
    with pytest.raises(ValueError, match=r"shape \(1, 36\): cut the model"):
        measured_receptive_field(flat)
    unsized = keras.Sequential([keras.Input((None, None, 1)), layers.Conv2D(1, 3)])
    with pytest.raises(ValueError, match="all three of them numbers"):
        measured_receptive_field(unsized)
