"""The numbers by which a Keras model tells classes apart."""

from contextlib import contextmanager

import keras
import numpy as np
import tensorflow as tf

from utils.models.recording import in_batches, listening, output_shapes, run
from utils.models.squashing import refuse_probabilities

_kept = {}  # within keep_graphs: model, what was found out and compiled for it


def class_scores(model, batch):
    """Return what the model tells the classes of images apart by, (n, classes).

    model: within `before_squashing`. batch: (n, height, width, channels). Raises
    ValueError where the outputs are no row of numbers for each image, or probabilities.
    """
    scores = class_outputs(model, batch, _answering(model, batch))
    refuse_probabilities(model, scores)
    return scores


def class_outputs(model, batch, answer=run):
    """Return the model's outputs, (n, classes); raises ValueError where it has others.

    batch: (n, height, width, channels). answer: what runs the model on images.
    """
    parts = []
    for part in in_batches(batch, batch.shape[1:]):
        outputs = answer(model, part)
        if len(getattr(outputs, "shape", ())) != 2:
            raise ValueError(
                "The model must return one row of class scores for each image, not "
                f"{getattr(outputs, 'shape', 'several outputs')}."
            )
        parts.append(keras.ops.convert_to_numpy(outputs))
    outputs = np.concatenate(parts)
    if np.isnan(outputs).any():
        raise ValueError(
            f'The model "{model.name}" answers NaN to some image: its weights may have '
            "grown out of hand in training."
        )
    return outputs


def classes_asked(scores, class_index):
    """The class asked about for each image, (n,), checked; the highest unless told.

    scores: (n, classes). Raises ValueError for classes that do not exist.
    """
    n, width = scores.shape
    if class_index is None:
        return scores.argmax(axis=1) if width > 1 else (scores[:, 0] > 0).astype(int)
    try:
        classes = np.asarray(class_index)
    except ValueError:  # rows of different lengths
        classes = np.asarray(None)
    last = max(width, 2) - 1
    if not np.issubdtype(classes.dtype, np.integer) or np.any(
        (classes < 0) | (classes > last)
    ):
        raise ValueError(f"The classes are numbered 0 to {last}, not {class_index}.")
    if classes.shape not in ((), (n,)):
        raise ValueError(
            f"Name one class for all images, or {n}, one for each: not "
            f"{classes.size} classes."
        )
    return np.broadcast_to(classes, (n,))


def outputs_of_class(outputs, classes):
    """Each image's output for its class, (n,); a lone output speaks for class 1."""
    if outputs.shape[1] == 1:
        return outputs[:, 0] * tf.cast(2 * classes - 1, outputs.dtype)
    each_image = tf.range(tf.shape(outputs)[0])
    return tf.gather_nd(
        outputs, tf.stack([each_image, tf.cast(classes, "int32")], axis=1)
    )


@contextmanager
def keep_graphs(model):
    """Within the block a model's scores and gradients are compiled once for all maps.

    For maps that are drawn again and again while the weights change (they are read
    anew each time). The model's layers must stay as they are within the block.
    """
    _kept[model] = {}
    try:
        yield
    finally:
        del _kept[model]


def shapes_within(model, batch):
    """Return the shapes that the layers give out; see `output_shapes`."""
    question = "shapes", batch.shape[1:]
    return _found_out(model, question, lambda: output_shapes(model, batch[:1]))


def class_gradients(model, batch, classes, layer=None):
    """Yield a layer's maps, and the gradient of the class score with respect to them.

    Part by part of the batch. Without a layer: the images, and the gradient with
    respect to the pixels.
    """
    question = layer, batch.shape[1:], batch.dtype, classes.dtype
    gradient = _found_out(
        model, question, lambda: _compiled_gradient(model, batch, classes, layer)
    )
    parts = (in_batches(array, batch.shape[1:]) for array in (batch, classes))
    for images, which in zip(*parts, strict=True):
        inputs = tf.convert_to_tensor(images), tf.convert_to_tensor(which)
        maps, slope = gradient(*inputs)
        if slope is None:
            source = "the images" if layer is None else f"layer {layer.name!r}"
            raise ValueError(
                f"The class scores do not depend on {source}: choose another layer or "
                "model."
            )
        yield maps.numpy(), slope.numpy()


def _found_out(model, question, find_out):
    """What find_out() gives; within keep_graphs, what it gave the first time."""
    answers = _kept.get(model, {})
    if question not in answers:
        answers[question] = find_out()
    return answers[question]


def _answering(model, batch):
    """What runs the model before its squashing; compiled within keep_graphs."""
    if model not in _kept:
        return run
    question = "scores", batch.shape[1:], batch.dtype
    compiled = _found_out(model, question, lambda: _compiled_scores(model, batch))
    return lambda _, images: compiled(tf.convert_to_tensor(images))


def _compiled_scores(model, batch):
    images = tf.TensorSpec((None, *batch.shape[1:]), batch.dtype)
    scores = tf.function(lambda images: run(model, images), autograph=False)
    return scores.get_concrete_function(images)


def _compiled_gradient(model, batch, classes, layer):
    """The function of images and classes that class_gradients asks."""

    # Compiled, so that TensorFlow leaves out the gradients of the weights: they take
    # time, and on a CPU TensorFlow 2.21 can crash on those of a strided 1×1 filter.
    @tf.function(autograph=False)
    def gradient(images, classes):
        watched = []
        with tf.GradientTape(watch_accessed_variables=False) as tape:

            def watch(_, output):
                tape.watch(output)
                watched.append(output)

            if layer is None:
                watch(None, images)
            with listening([layer] if layer else [], watch):
                scores = outputs_of_class(run(model, images), classes)
        return watched[-1], tape.gradient(scores, watched[-1])

    # Traced by hand: TensorFlow warns of functions that are compiled in every call.
    any_number = [
        tf.TensorSpec((None, *array.shape[1:]), array.dtype)
        for array in (batch, classes)
    ]
    return gradient.get_concrete_function(*any_number)
