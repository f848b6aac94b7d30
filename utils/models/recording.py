"""Listen to the layers of a Keras model while it runs, however deep they are nested.

A model's graph ends at each model nested in it, so a layer inside a pretrained base has
no tensor that the whole model knows. Here nothing is wired anew: for the time of a
`with` block, a layer's `call` also reports what it returns. The model stays as it was.
"""

from contextlib import ExitStack, contextmanager
from math import prod
from unittest.mock import patch

import keras
import numpy as np

# While a model runs, Keras keeps the maps of all layers in memory: so few at once.
BATCH_SIZE = 32  # small images
BATCH_PIXELS = 8 * 224 * 224  # fewer, if the images are large


def in_batches(sequence, image_shape):
    """Yield what stands for some images in parts that a model takes at once.

    image_shape: (height, width, channels), of each of them.
    """
    at_once = max(1, min(BATCH_SIZE, BATCH_PIXELS // prod(image_shape[:2])))
    for start in range(0, len(sequence), at_once):
        yield sequence[start : start + at_once]


def run(model, images):
    """Return what a model of one input answers to a batch of images, at inference.

    A tensor; where the model has several outputs, these as it returns them.
    """
    return lone_output(model(as_input(model, images), training=False))


def as_input(model, images):
    """The images as a model of one input takes them: some want them in a list."""
    if isinstance(model, keras.Sequential):
        return images
    return keras.tree.pack_sequence_as(model.input, [images])


def lone_output(outputs):
    """The tensor in what a model returned, if there is only one."""
    tensors = keras.tree.flatten(outputs)
    return tensors[0] if len(tensors) == 1 else outputs


def layers_of(model):
    """Yield a model's layers, those of a nested model right after it, at any depth."""
    for layer in model.layers:
        yield layer
        if isinstance(layer, keras.Model):
            yield from layers_of(layer)


@contextmanager
def listening(some_layers, receive):
    """Call receive(layer, output) whenever one of these layers runs within the block.

    output: the very tensor that the next layer gets, so a GradientTape can watch it.
    """
    with ExitStack() as stack:
        for layer in dict.fromkeys(some_layers):  # each once
            call = _reporting(layer, layer.call, receive)
            stack.enter_context(patch.object(layer, "call", call))
        yield


def _reporting(layer, call, receive):
    def reporting_call(*arguments, **options):
        output = call(*arguments, **options)
        receive(layer, output)
        return output

    return reporting_call


def output_shapes(model, image):
    """Run a model once, and return what its layers gave out.

    image: (1, height, width, channels). Returns a dict from layer to the shapes of its
    outputs, one for each time it ran, in the order in which the layers ran last.
    """
    shapes = {}

    def note_shape(layer, output):
        before = shapes.pop(layer, [])
        shape = tuple(getattr(output, "shape", ()))  # () for several outputs
        shapes[layer] = [*before, shape]

    with listening(layers_of(model), note_shape):
        run(model, image)
    return shapes


def layer_with_maps(shapes, layer=None):
    """Return the layer of this name among those that ran, if it gives out maps.

    shapes: as from `output_shapes`. layer: a name, the layer itself, or None for the
    last one whose maps have more than one place. Raises ValueError, also where the name
    stands for two layers or the layer ran more than once.
    """
    if not isinstance(layer, (str, keras.layers.Layer, type(None))):
        raise ValueError(f"A layer is named or given itself, but {layer!r} is neither.")
    with_maps = [one for one in shapes if len(shapes[one][-1]) == 4]
    if layer is None:
        named = [one for one in with_maps if max(shapes[one][-1][1:3]) > 1][-1:]
        if not named:
            raise ValueError("The model has no layer whose output is maps.")
    else:
        named = [one for one in with_maps if layer is one]
        named = named or [one for one in with_maps if layer == one.name]
    if not named:
        raise ValueError(_no_such_layer(shapes, with_maps, layer))
    if len(named) > 1:
        raise ValueError(
            f"The model has {len(named)} layers of the name {layer!r}: give the layer "
            "itself in place of its name."
        )
    runs = len(shapes[named[0]])
    if runs > 1:
        raise ValueError(
            f"Layer {named[0].name!r} runs {runs} times in this model, so it has no "
            "single output: ask a layer that runs once."
        )
    return named[0]


def _no_such_layer(shapes, with_maps, layer):
    ran = {one.name: shape[-1] for one, shape in shapes.items()}
    name = getattr(layer, "name", layer)
    problem = f"The model has no layer {name!r}"
    if name in ran:
        problem = f"The output of layer {name!r} has the shape {ran[name]}, no maps"
    names = [one.name for one in with_maps]
    if len(names) > 12:
        names[4:-8] = ["…"]
    return f"{problem}: choose among {', '.join(names) or 'none'}."


def maps_of(model, batch, layer, channel=slice(None)):
    """Return what a layer gives out, (n, rows, columns, channels), or one channel."""
    parts = []

    def keep(_, output):
        parts.append(keras.ops.convert_to_numpy(output[..., channel]))

    with listening([layer], keep):
        for images in in_batches(batch, batch.shape[1:]):
            run(model, images)
    return np.concatenate(parts)
