"""What a Keras model costs, layer by layer: its parameters and its multiply-adds.

One multiply-add is a multiplication and the addition that goes with it, for one image
at inference. Counted as papers do: the products of convolutions and dense layers.
Biases, activations, pooling, additions and batch normalisation, which at inference is
a scale and a shift that can be folded into the layer before it, count as 0.
"""

from math import prod
from typing import NamedTuple

import keras
from keras import layers

from utils.models.graph import calls
from utils.models.layer_kinds import (
    CROPS_AND_BORDERS,
    ELEMENT_BY_ELEMENT,
    ELEMENT_BY_ELEMENT_OPERATIONS,
    GLOBAL_POOLINGS,
    MOVING_OPERATIONS,
    NEW_SHAPES,
    NEW_SIZES,
    NORMALISATIONS_OF_AXES,
    POOLINGS,
    SUMMARISING_OPERATIONS,
    is_kind,
    is_operation,
)


class Entry(NamedTuple):
    """One call of one layer."""

    name: str
    kind: str  # class of the layer, such as "Conv2D"
    output_shape: tuple  # without the batch axis
    parameters: int  # trainable and not; 0 where a layer is used again
    multiply_adds: int


def ledger(model):
    """Return one Entry for each layer of a Sequential or functional model, in order.

    A model inside the model is listed by its layers. A layer used twice has two
    entries: its multiply-adds count twice, its parameters once. What stands between
    layers, such as `h + h`, has an entry, too. Channels may stand last or first.
    Raises ValueError for a layer without a rule here, for sizes that are not fixed, and
    for subclassed models.
    """
    return _entries(model, known_weights=set())


def total_parameters(entries):
    """Return the sum over a ledger; equals Keras' own `model.count_params()`."""
    return sum(entry.parameters for entry in entries)


def total_multiply_adds(entries):
    """Return the sum over a ledger, for one image."""
    return sum(entry.multiply_adds for entry in entries)


def _entries(model, known_weights):
    entries = []
    for layer, inputs, output in calls(model):
        if isinstance(layer, keras.Model):
            entries += _entries(layer, known_weights)
            continue
        multiply_adds = _multiply_adds(layer, inputs, output)
        new = [w for w in getattr(layer, "weights", ()) if id(w) not in known_weights]
        known_weights.update(map(id, new))
        entries.append(
            Entry(
                layer.name,
                kind=type(layer).__name__,
                output_shape=tuple(output.shape[1:]),
                parameters=sum(prod(weight.shape) for weight in new),
                multiply_adds=multiply_adds,
            )
        )
    return entries


def _multiply_adds(layer, inputs, output):
    if is_kind(layer, WITHOUT_PRODUCTS) or is_operation(layer, OPERATIONS):
        return 0
    count = next((RULES[kind] for kind in RULES if is_kind(layer, [kind])), None)
    if count is None:
        raise ValueError(
            f'The ledger has no rule for the layer "{layer.name}" '
            f"({type(layer).__name__}): build the model without it, or add a rule to "
            "utils/models/ledger.py."
        )
    shapes = inputs[0].shape[1:], output.shape[1:]
    if None in (*shapes[0], *shapes[1]):
        raise ValueError(
            f'The size of layer "{layer.name}" is not fixed: build the model with '
            "keras.Input((height, width, channels)), all of them numbers."
        )
    return count(layer, *shapes)


def _per_output(layer, _, output_shape):
    """Every output number is one product with each weight of its filter."""
    return prod(output_shape) * prod(layer.kernel.shape[:-1])


def _per_input(layer, input_shape, _):
    """Every input number is multiplied with each weight of its channel."""
    return prod(input_shape) * prod(layer.kernel.shape[:-1])


def _depthwise(layer, _, output_shape):
    """Every output number sees one channel."""
    return prod(output_shape) * prod(layer.kernel.shape[:-2])


def _separable(layer, _, output_shape):
    """Every output place uses every weight once: depthwise, then pointwise."""
    kernels = (layer.depthwise_kernel, layer.pointwise_kernel)
    places = prod(output_shape) // layer.filters
    return places * sum(prod(kernel.shape) for kernel in kernels)


def _step_by_step(layer, input_shape, output_shape):
    """The layer or model inside runs once for every step."""
    inside = layer.layer
    if isinstance(inside, keras.Model):
        return input_shape[0] * total_multiply_adds(ledger(inside))
    step_in, step_out = (
        keras.KerasTensor((None, *shape[1:])) for shape in (input_shape, output_shape)
    )
    return input_shape[0] * _multiply_adds(inside, [step_in], step_out)


def _step_after_step(layer, input_shape, _):
    """At every step each weight is used once: those for it and those for the state."""
    kernels = (layer.cell.kernel, layer.cell.recurrent_kernel)
    return input_shape[0] * sum(prod(kernel.shape) for kernel in kernels)


RULES = {
    layers.Dense: _per_output,
    layers.Conv1D: _per_output,  # grouped too: its kernel has in_channels / groups
    layers.Conv2D: _per_output,
    layers.Conv3D: _per_output,
    layers.DepthwiseConv1D: _depthwise,
    layers.DepthwiseConv2D: _depthwise,
    layers.SeparableConv1D: _separable,
    layers.SeparableConv2D: _separable,
    layers.Conv1DTranspose: _per_input,
    layers.Conv2DTranspose: _per_input,
    layers.Conv3DTranspose: _per_input,
    layers.TimeDistributed: _step_by_step,
    layers.SimpleRNN: _step_after_step,
    layers.GRU: _step_after_step,
    layers.LSTM: _step_after_step,
}
WITHOUT_PRODUCTS = (
    layers.InputLayer,
    *ELEMENT_BY_ELEMENT,
    *NORMALISATIONS_OF_AXES,
    layers.GroupNormalization,
    *POOLINGS,
    *GLOBAL_POOLINGS,
    *NEW_SHAPES,
    *CROPS_AND_BORDERS,
    *NEW_SIZES,
    layers.Concatenate,
)
OPERATIONS = {
    *ELEMENT_BY_ELEMENT_OPERATIONS,
    *MOVING_OPERATIONS,
    *SUMMARISING_OPERATIONS,
}
