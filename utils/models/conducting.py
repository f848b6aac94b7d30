"""A copy of a Keras model in which every path from input to output conducts.

All weights are positive, what may block is left out, sums stand in place of products
and differences, averages in place of maxima. So a gradient of the copy is 0 only where
nothing is connected.
"""

from functools import reduce
from unittest.mock import patch

import keras
import numpy as np
from keras import activations, layers

from utils.models.asking import check_graph
from utils.models.layer_kinds import (
    ACTIVATIONS,
    CROPS_AND_BORDERS,
    ELEMENT_BY_ELEMENT_OPERATIONS,
    MERGES,
    MOVING_OPERATIONS,
    NEW_SHAPES,
    NEW_SIZES,
    NORMALISATIONS_OF_AXES,
    NOTHING_AT_INFERENCE,
    SCALES_AND_SHIFTS,
    is_kind,
    is_operation,
    mixes_places,
)


def conducting_copy(model):
    """Return the copy, and a dict from id(layer of the model) to the layer in the copy.

    Nested models are copied, too. Raises ValueError for a layer without a rule here,
    and for models whose layers cannot be seen.
    """
    twins = {}

    def twin_of(operation):
        # Not left to clone_model(recursive=True): it stops at models in a Sequential.
        is_model = isinstance(operation, keras.Model)
        twin = copy_of(operation) if is_model else _conducting(operation)
        twins[id(operation)] = twin
        return twin

    def copy_of(model):
        check_graph(model)
        return keras.models.clone_model(model, clone_function=twin_of)

    return copy_of(model), twins


def _conducting(operation):
    """A new layer or operation with the same connections that blocks nothing."""
    if is_kind(operation, OPENED) and not mixes_places(operation):
        return _Open(name=operation.name)
    if is_kind(operation, MERGES):
        return layers.Add(name=operation.name)
    if is_kind(operation, AVERAGED):
        average = next(
            AVERAGED[kind] for kind in AVERAGED if is_kind(operation, [kind])
        )
        return average.from_config(_config(operation))
    if is_kind(operation, KEPT):
        return type(operation).from_config(_config(operation))
    if is_operation(operation, ELEMENT_BY_ELEMENT_OPERATIONS):
        if not mixes_places(operation):
            return _Sum()
    if is_operation(operation, {*MOVING_OPERATIONS, "Mean", "Sum"}):
        return type(operation).from_config(operation.get_config())
    raise ValueError(
        f'No rule says what the layer "{operation.name}" ({type(operation).__name__}) '
        "passes on: build the model without it, or add a rule to "
        "utils/models/conducting.py."
    )


def _config(layer):
    """The layer's settings, with weights and an activation that conduct."""
    with patch.object(layer, "activation", activations.linear, create=True):
        config = layer.get_config()  # that of a function may be none, or warn
    changes = CONDUCTING | {"dtype": "float32"}
    return config | {key: value for key, value in changes.items() if key in config}


class _Open(layers.Layer):
    """Passes everything on, and may be called like any activation layer."""

    def call(self, inputs, mask=None):
        return inputs


class _Sum(keras.Operation):
    """The sum of all that it is given, numbers and tensors."""

    def call(self, *inputs):
        return reduce(keras.ops.add, inputs)


# Weights between the size at which the many paths to the middle of a field overflow
# and that at which the one path to its corner fades: good for 80 layers of 3 × 3.
def _mixing(shape, dtype=None):
    *window, in_channels, _ = shape
    return np.full(shape, 1 / (in_channels * np.sqrt(np.prod(window))), dtype)


def _spreading(shape, dtype=None):
    return np.full(shape, 1 / np.sqrt(np.prod(shape[:2])), dtype)


CONDUCTING = {
    "activation": "linear",
    "kernel_initializer": _mixing,
    "pointwise_initializer": _mixing,
    "depthwise_initializer": _spreading,
}
AVERAGED = {
    layers.MaxPooling2D: layers.AveragePooling2D,
    layers.GlobalMaxPooling2D: layers.GlobalAveragePooling2D,
}
OPENED = (
    *NOTHING_AT_INFERENCE,
    *ACTIVATIONS,
    *SCALES_AND_SHIFTS,
    *NORMALISATIONS_OF_AXES,
)
KEPT = (
    layers.Conv2D,
    layers.DepthwiseConv2D,
    layers.SeparableConv2D,
    layers.Conv2DTranspose,
    layers.Dense,
    layers.AveragePooling2D,
    layers.GlobalAveragePooling2D,
    layers.Concatenate,
    *NEW_SHAPES,
    *CROPS_AND_BORDERS,
    *NEW_SIZES,
)
