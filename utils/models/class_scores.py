"""The numbers by which a Keras model tells classes apart, squashed and before."""

from contextlib import nullcontext
from unittest.mock import patch

import keras
import numpy as np
import tensorflow as tf
from keras import activations, layers


def before_squashing(model):
    """Within the block the model returns its class scores, also called logits.

    Leaves out a softmax or sigmoid in the model's last layer, be it an activation or a
    layer of its own. A model that ends otherwise is taken to return scores as it is.
    """
    last = model
    while isinstance(last, keras.Model):
        last = last.layers[-1]
    if isinstance(last, layers.Softmax):
        return patch.object(last, "call", lambda scores, mask=None: scores)
    if getattr(last, "activation", None) in (activations.softmax, activations.sigmoid):
        return patch.object(last, "activation", activations.linear)
    return nullcontext()


def as_batch(model, images):
    """The images as a float32 batch that the model takes, and whether it was one."""
    wanted = tuple(model.input_shape[1:])
    images = np.asarray(images, dtype=np.float32)
    single = images.ndim == 3
    batch = images[np.newaxis] if single else images
    if batch.ndim != 4 or any(
        size not in (None, given)
        for size, given in zip(wanted, batch.shape[1:], strict=False)
    ):
        raise ValueError(
            f"The model takes images of shape {wanted}, one or a batch of them, not an "
            f"array of shape {images.shape}; grey images need their last axis, too."
        )
    return batch, single


def classes_asked(scores, class_index):
    """The class asked about for each image, (n,), checked."""
    if len(getattr(scores, "shape", ())) != 2:
        raise ValueError(
            "The model must return one row of class scores for each image, not "
            f"{getattr(scores, 'shape', 'several outputs')}."
        )
    n, width = scores.shape
    if class_index is None:
        scores = keras.ops.convert_to_numpy(scores)
        return scores.argmax(axis=1) if width > 1 else (scores[:, 0] > 0).astype(int)
    classes = np.asarray(class_index)
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
