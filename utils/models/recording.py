"""Listen to the layers of a Keras model while it runs, however deep they are nested.

A model's graph ends at each model nested in it, so a layer inside a pretrained base has
no tensor that the whole model knows. Here nothing is wired anew: for the time of a
`with` block, a layer's `call` also reports what it returns. The model stays as it was.
"""

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import keras

from utils.models.class_scores import before_squashing


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
        for layer in some_layers:
            call = _reporting(layer, layer.call, receive)
            stack.enter_context(patch.object(layer, "call", call))
        yield


def _reporting(layer, call, receive):
    def reporting_call(*arguments, **options):
        output = call(*arguments, **options)
        receive(layer, output)
        return output

    return reporting_call


def run_and_list(model, batch):
    """Run a model once; return its class scores and what its layers gave out.

    batch: (n, height, width, channels). Returns what the model returns before a softmax
    or sigmoid at its end, and a dict from layer to the shape of its output, in the
    order in which the layers ran.
    """
    shapes = {}

    def note_shape(layer, output):
        shapes[layer] = tuple(getattr(output, "shape", ()))  # () for several outputs

    with before_squashing(model), listening(list(layers_of(model)), note_shape):
        scores = model(batch, training=False)
    return scores, shapes


def layer_with_maps(shapes, layer=None):
    """Return the layer of this name among those that ran, if it gives out maps.

    shapes: as from `run_and_list`. layer: a name, the layer itself, or None for the
    last one whose maps have more than one place. Raises ValueError.
    """
    with_maps = [one for one, shape in shapes.items() if len(shape) == 4]
    if layer is None:
        wide = [one for one in with_maps if max(shapes[one][1:3]) > 1]
        if not wide:
            raise ValueError("The model has no layer whose output is maps.")
        return wide[-1]
    for one in with_maps:
        if layer in (one, one.name):
            return one
    ran = {one.name: shape for one, shape in shapes.items()}
    name = getattr(layer, "name", layer)
    problem = f"The model has no layer {name!r}"
    if name in ran:
        problem = f"The output of layer {name!r} has the shape {ran[name]}, no maps"
    names = [one.name for one in with_maps]
    if len(names) > 12:
        names[4:-8] = ["…"]
    choice = ", ".join(names) or "none"
    raise ValueError(f"{problem}: choose among {choice}.")
