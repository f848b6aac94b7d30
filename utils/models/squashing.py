"""Softmax and sigmoid at the end of a Keras model: left out, or noticed.

Both can be written in many ways: as an activation, a layer, an operation of keras.ops,
a function of TensorFlow. So they are known by what they do to scores, not by name.
"""

from contextlib import ExitStack, contextmanager
from math import prod
from unittest.mock import patch

import keras
import numpy as np
from keras import activations

from utils.models.asking import has_graph
from utils.models.recording import as_input, lone_output

IMAGES = 16  # on which a function is tried
LARGEST_SCORE = 30.0  # of those tried; a sigmoid is as good as 0 or 1 there
ROUNDING = 1e-2  # float16 has three digits


@contextmanager
def before_squashing(model):
    """Within the block the model returns its class scores, also called logits.

    Leaves out what turns scores into bounded numbers in the same order (softmax,
    sigmoid, tanh), and the logarithm of probabilities, at the end of the model: after
    the last layer with weights, before or after layers that only reshape. A model that
    ends otherwise returns what it always does. Raises ValueError where the layer that
    squashes at the end also runs elsewhere in the model.
    """
    with ExitStack() as stack:
        for owner, attribute, replacement in _squashing_parts(model):
            stack.enter_context(patch.object(owner, attribute, replacement))
        yield


def refuse_probabilities(model, outputs):
    """Raise ValueError if these outputs of a model are probabilities after all.

    model: within `before_squashing`. outputs: (n, classes). Scores that lie between 0
    and 1 by chance leave this range for other images and other biases.
    """
    if not _like_probabilities(outputs):
        return
    tried, generator = [outputs], np.random.default_rng(0)
    shape = [size or 32 for size in model.inputs[0].shape[1:]]
    for spread in (1, 10, 100):
        images = generator.normal(0, spread, (4, *shape)).astype(np.float32)
        trainable, fixed = (
            [
                weight + generator.normal(0, spread, weight.shape).astype(weight.dtype)
                if weight.name == "bias"
                else weight.value
                for weight in weights
            ]
            for weights in (model.trainable_variables, model.non_trainable_variables)
        )
        inputs = as_input(model, images)
        others, _ = model.stateless_call(trainable, fixed, inputs, training=False)
        tried.append(keras.ops.convert_to_numpy(lone_output(others)))
    tried = np.concatenate(tried)
    if not _like_probabilities(tried) or (tried == tried[0]).all():
        return
    raise ValueError(
        f'The outputs of "{model.name}" are probabilities whatever comes in, but no '
        "softmax or sigmoid was found that could be left out: end the model with "
        'layers.Softmax() or layers.Activation("sigmoid"), or with the scores.'
    )


def _squashing_parts(model):
    """What must be replaced for the model to return scores: (owner, name, by what)."""
    parts = []
    for operation, before, after in _from_the_end(model):
        if getattr(operation, "weights", None):
            activation = getattr(operation, "activation", None)
            if activation and _squashes(activation, after.shape):
                parts.append((operation, "activation", activations.linear))
            break
        if before is None or not _has_as_many(before.shape, after.shape):
            break
        step = keras.Function(before, after)
        if _squashes(step, before.shape):
            parts.append((operation, "call", _hand_on))
        elif not _only_moves(step, before.shape):
            break
    for owner, _, _ in parts:
        if (times := _times_called(owner, model)) > 1:
            raise ValueError(
                f'"{owner.name}" runs {times} times in this model, so what it does at '
                "the end cannot be left out there alone: end with a layer of its own."
            )
    return parts


def _times_called(operation, model):
    to_follow, met = list(model.outputs), set()
    while to_follow:
        made_by, node_index, _ = to_follow.pop()._keras_history
        if (made_by, node_index) not in met:
            met.add((made_by, node_index))
            to_follow += made_by._inbound_nodes[node_index].input_tensors
            if isinstance(made_by, keras.Model) and has_graph(made_by):
                to_follow += made_by.outputs
    return sum(one is operation for one, _ in met)


def _from_the_end(model):
    """Yield (operation, its input, its output), the last one first.

    The tensors are symbols. Nested models are entered. The input is None where it is
    not the first and only tensor; there the way ends.
    """
    yield from _back_from(model.outputs[0])


def _back_from(tensor):
    while True:
        # Keras has no public way from a tensor to the call that made it.
        operation, node_index, tensor_index = tensor._keras_history
        node = operation._inbound_nodes[node_index]
        inputs = node.input_tensors
        if not inputs:
            return
        is_first = any(one is inputs[0] for one in node.arguments.args[:1])
        before = inputs[0] if is_first and len(inputs) == 1 else None
        if isinstance(operation, keras.Model) and has_graph(operation):
            yield from _back_from(operation.outputs[tensor_index])
        else:
            yield operation, before, tensor
        if before is None:
            return
        tensor = before


def _hand_on(inputs, *_, **__):
    return inputs


def _has_as_many(shape, other):
    sizes = *shape[1:], *other[1:]
    return None not in sizes and prod(shape[1:]) == prod(other[1:])


def _rows(function, shape):
    """Random scores, and what a function makes of them, a row for each image.

    Lone scores stand in one row: they can only be compared from image to image.
    """
    scores = np.random.default_rng(0).uniform(-1, 1, (IMAGES, *shape[1:]))
    scores = (LARGEST_SCORE * scores).astype(np.float32)
    answers = keras.ops.convert_to_numpy(function(scores)).astype(np.float32)
    rows = 1 if scores.size == IMAGES else IMAGES
    return scores.reshape(rows, -1), answers.reshape(rows, -1)


def _only_moves(function, shape):
    scores, answers = _rows(function, shape)
    return np.allclose(np.sort(scores), np.sort(answers), rtol=ROUNDING)


def _squashes(function, shape):
    """Whether a function bounds all scores, or makes logarithms of probabilities."""
    if None in shape[1:]:
        return False
    scores, answers = _rows(function, shape)
    in_order = np.take_along_axis(answers, scores.argsort(axis=1), axis=1)
    if (np.diff(in_order) < -ROUNDING).any():
        return False
    if np.abs(answers).max() <= 1 + ROUNDING:
        return True
    if answers.max() > ROUNDING:
        return False
    raised = np.exp(answers)
    is_softmax = np.allclose(raised.sum(axis=1), 1, atol=ROUNDING)
    return is_softmax or np.allclose(raised, 1 / (1 + np.exp(-scores)), atol=ROUNDING)


def _like_probabilities(outputs):
    """Whether no row speaks against it; rows that hold NaN say nothing."""
    rows = outputs[np.isfinite(outputs).all(axis=1)]
    if not rows.size:
        return False
    if rows.shape[1] > 1 and rows.max() <= 0:
        rows = np.exp(rows)  # of a log-softmax
        return np.allclose(rows.sum(axis=1), 1, atol=ROUNDING)
    sums = rows.sum(axis=1)
    is_shared_out = rows.shape[1] > 1 and np.allclose(sums, sums[0], rtol=ROUNDING)
    return rows.min() >= 0 and (rows.max() <= 1 + ROUNDING or is_shared_out)
