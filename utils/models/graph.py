"""What the graph of a Keras model tells before it is run: who reads what from whom."""

from math import prod
from typing import NamedTuple

import keras
from keras import layers

from utils.arrays.receptive_field import ReceptiveField, Window
from utils.models.asking import check_fixed_size, check_graph, check_takes_images
from utils.models.layer_kinds import (
    GLOBAL_POOLINGS,
    NORMALISATIONS_OF_AXES,
    is_element_by_element,
    is_kind,
    mixes_places,
)

BYTES_PER_NUMBER = 4  # float32


class Call(NamedTuple):
    """One call of one layer; its tensors are symbols with a shape, not numbers."""

    layer: keras.Operation  # a layer, a model, or what stands between them, as in x + x
    inputs: list  # without constants
    output: keras.KerasTensor


def calls(model):
    """Return every Call of a Sequential or functional model, in Keras' running order.

    A tensor is the same object wherever it is read. A model inside the model is one
    call. Raises ValueError for subclassed models and for those not built yet, and for
    layers that put out several tensors.
    """
    return _calls_and_outputs(model)[0]


def activation_bytes(model):
    """Return how much memory the maps of one image need while each call runs.

    A list, one number of float32 bytes for each of `calls(model)`; its maximum is the
    peak. The layers run one after the other. What a layer puts out is kept until the
    last layer that reads it has run, the model's outputs to the end. A layer
    that works number by number writes over an input of the same size that nobody reads
    afterwards. Not counted: the parameters, and scratch space that a layer uses for
    itself. Raises ValueError as `calls` does, for a model inside the model, and for
    sizes that are not fixed.
    """
    steps, outputs = _calls_and_outputs(model)
    _refuse_nested(steps)
    last_read = {
        id(tensor): step for step, call in enumerate(steps) for tensor in call.inputs
    }
    last_read |= {id(tensor): len(steps) for tensor in outputs}
    produced = {id(call.output) for call in steps}
    kept = {
        id(tensor): _numbers(tensor)
        for call in steps
        for tensor in call.inputs
        if id(tensor) not in produced
    }
    history = []
    for step, (layer, inputs, output) in enumerate(steps):
        done = {id(tensor) for tensor in inputs if last_read[id(tensor)] == step}
        if is_element_by_element(layer) or is_kind(layer, ONLY_SEEN_ANEW):
            size = _numbers(output)
            written_over = next((key for key in done if kept[key] == size), None)
            kept.pop(written_over, None)
        kept[id(output)] = _numbers(output)
        history.append(BYTES_PER_NUMBER * sum(kept.values()))
        for key in done:
            kept.pop(key, None)
    return history


def widest_receptive_field(model):
    """Return the ReceptiveField of the last maps, over the widest of all paths.

    The last maps are those before the first layer that sees everything at once: a
    flatten, a dense layer or a global pooling. Along one axis, as in
    `receptive_field`, for inputs and windows that are square. Raises ValueError for
    others, for layers without a rule here, for maps that are made after everything has
    been seen, and as `activation_bytes` does.
    """
    check_takes_images(model)
    check_fixed_size(model)
    steps = calls(model)
    _refuse_nested(steps)
    height, width = model.inputs[0].shape[1:3]
    if height != width:
        raise ValueError(f"The input must be square, not {height}×{width}.")
    pixel = ReceptiveField(size=1, jump=1, start=0, positions=height)
    fields, last, everything_seen = {}, pixel, None
    for layer, inputs, output in steps:
        if everything_seen is None and _sees_everything(layer, output):
            everything_seen = layer
        if everything_seen is not None:
            if len(output.shape) == 4 and max(output.shape[1:3]) > 1:
                raise ValueError(
                    f'The layer "{layer.name}" makes maps after '
                    f'"{everything_seen.name}" has seen everything: only what comes '
                    "before that has a field with an end."
                )
            continue
        seen = _union([fields.get(id(tensor), pixel) for tensor in inputs])
        if not _keeps_places(layer, output):
            seen = seen.through(_window(layer))
        fields[id(output)] = last = seen
    return last


def _calls_and_outputs(model):
    check_graph(model)
    if isinstance(model, keras.Sequential):
        model = keras.Model(model.inputs, model.outputs)
    found = []

    def follow(layer, *inputs, **settings):
        output = layer(*inputs, **settings)
        if not isinstance(output, keras.KerasTensor):
            raise ValueError(
                f'The layer "{layer.name}" ({type(layer).__name__}) puts out several '
                "tensors: only layers with one output are followed."
            )
        read = keras.tree.flatten((inputs, settings))
        read = [tensor for tensor in read if isinstance(tensor, keras.KerasTensor)]
        found.append(Call(layer, read, output))
        return output

    # Keras has no public list of calls; cloning a graph without copying its layers
    # makes every call once more.
    twin = keras.models.clone_model(
        model, clone_function=lambda layer: layer, call_function=follow
    )
    return found, twin.outputs


def _numbers(tensor):
    shape = tuple(tensor.shape[1:])
    if None in shape:
        raise ValueError(
            f"Maps of shape {shape} have no fixed size: build the model with "
            "keras.Input((height, width, channels)), all of them numbers."
        )
    return prod(shape)


def _refuse_nested(steps):
    for call in steps:
        if isinstance(call.layer, keras.Model):
            raise ValueError(
                f'"{call.layer.name}" is a model inside the model: ask it by itself, '
                "or build both as one."
            )


def _union(fields):
    """What is seen over several paths that meet."""
    if len({(field.jump, field.positions) for field in fields}) > 1:
        raise ValueError("Paths that meet must have the same strides.")
    start = min(field.start for field in fields)
    end = max(field.start + field.size for field in fields)
    return fields[0]._replace(start=start, size=end - start)


def _sees_everything(layer, output):
    is_dense = is_kind(layer, [layers.Dense]) and len(output.shape) == 2
    return is_dense or is_kind(layer, [layers.Flatten, *GLOBAL_POOLINGS])


def _keeps_places(layer, output):
    """Whether each place of the output is made from that place of the inputs."""
    if is_kind(layer, [layers.Concatenate]):
        return layer.axis in (-1, len(output.shape) - 1)
    if mixes_places(layer):
        return False
    return is_element_by_element(layer) or is_kind(
        layer, [layers.Dense, *NORMALISATIONS_OF_AXES]
    )


def _window(layer):
    """The Window that a layer slides, the same along both axes."""
    if is_kind(layer, [layers.ZeroPadding2D]):
        sides = [(1, 1, padding, 1) for padding in layer.padding]
    elif is_kind(layer, CONVOLUTIONS):
        sides = zip(layer.kernel_size, layer.strides, layer.dilation_rate, strict=True)
        sides = [(size, stride, layer.padding, rate) for size, stride, rate in sides]
    elif is_kind(layer, POOLINGS):
        sides = zip(layer.pool_size, layer.strides, strict=True)
        sides = [(size, stride, layer.padding, 1) for size, stride in sides]
    else:
        raise ValueError(
            f'No rule says what the layer "{layer.name}" ({type(layer).__name__}) '
            "sees: add one to utils/models/graph.py."
        )
    if sides[0] != sides[1]:
        raise ValueError(f'The window of "{layer.name}" is not square.')
    return Window(*sides[0])


CONVOLUTIONS = (layers.Conv2D, layers.DepthwiseConv2D, layers.SeparableConv2D)
POOLINGS = (layers.MaxPooling2D, layers.AveragePooling2D)
ONLY_SEEN_ANEW = (layers.Flatten, layers.Reshape)
