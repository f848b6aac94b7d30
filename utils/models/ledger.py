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
    entries: its multiply-adds count twice, its parameters once. Raises ValueError for a
    layer without a rule here, for sizes that are not fixed, and for subclassed models.
    """
    return _entries(model, known_layers=set())


def total_parameters(entries):
    """Return the sum over a ledger; equals Keras' own `model.count_params()`."""
    return sum(entry.parameters for entry in entries)


def total_multiply_adds(entries):
    """Return the sum over a ledger, for one image."""
    return sum(entry.multiply_adds for entry in entries)


def _entries(model, known_layers):
    entries = []
    for layer, inputs, output in calls(model):
        if isinstance(layer, keras.Model):
            entries += _entries(layer, known_layers)
            continue
        input_shape, output_shape = inputs[0].shape[1:], output.shape[1:]
        multiply_adds = _multiply_adds(layer, input_shape, output_shape)
        parameters = 0 if id(layer) in known_layers else layer.count_params()
        known_layers.add(id(layer))
        kind = type(layer).__name__
        entries.append(
            Entry(layer.name, kind, tuple(output_shape), parameters, multiply_adds)
        )
    return entries


def _multiply_adds(layer, input_shape, output_shape):
    if isinstance(layer, WITHOUT_PRODUCTS):
        return 0
    count = next((RULES[kind] for kind in RULES if isinstance(layer, kind)), None)
    if count is None:
        raise ValueError(
            f'The ledger has no rule for the layer "{layer.name}" '
            f"({type(layer).__name__}): add one to utils/models/ledger.py."
        )
    if None in (*input_shape, *output_shape):
        raise ValueError(
            f'The size of layer "{layer.name}" is not fixed: build the model with '
            "keras.Input((height, width, channels)), all three of them numbers."
        )
    return count(layer, input_shape, output_shape)


def _per_output(layer, _, output_shape):
    """Every output number is one product with each weight of its filter."""
    return prod(output_shape) * prod(layer.kernel.shape[:-1])


def _per_input(layer, input_shape, _):
    """Every input number is multiplied with each weight of its channel."""
    return prod(input_shape) * prod(layer.kernel.shape[:-1])


def _depthwise(layer, _, output_shape):
    """Every output number sees one channel."""
    return prod(output_shape) * prod(layer.kernel.shape[:2])


def _separable(layer, _, output_shape):
    """Every output place uses every weight once: depthwise, then pointwise."""
    kernels = (layer.depthwise_kernel, layer.pointwise_kernel)
    return prod(output_shape[:-1]) * sum(prod(kernel.shape) for kernel in kernels)


RULES = {
    layers.Dense: _per_output,
    layers.Conv2D: _per_output,  # grouped too: its kernel has in_channels / groups
    layers.DepthwiseConv2D: _depthwise,
    layers.SeparableConv2D: _separable,
    layers.Conv2DTranspose: _per_input,
}
WITHOUT_PRODUCTS = (
    layers.InputLayer,
    layers.Activation,
    layers.ReLU,
    layers.LeakyReLU,
    layers.ELU,
    layers.PReLU,
    layers.Softmax,
    layers.Identity,
    layers.MaxPooling2D,
    layers.AveragePooling2D,
    layers.GlobalMaxPooling2D,
    layers.GlobalAveragePooling2D,
    layers.UpSampling2D,
    layers.ZeroPadding2D,
    layers.Cropping2D,
    layers.Flatten,
    layers.Reshape,
    layers.Permute,
    layers.BatchNormalization,
    layers.LayerNormalization,
    layers.GroupNormalization,
    layers.Normalization,
    layers.Rescaling,
    layers.Dropout,
    layers.SpatialDropout2D,
    layers.GaussianNoise,
    layers.Add,
    layers.Subtract,
    layers.Multiply,
    layers.Average,
    layers.Maximum,
    layers.Concatenate,
    layers.RandomFlip,
    layers.RandomTranslation,
    layers.RandomRotation,
    layers.RandomZoom,
    layers.RandomContrast,
    layers.RandomBrightness,
)
