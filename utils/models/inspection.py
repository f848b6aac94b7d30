"""What a trained Keras model answers to; lesson 11 writes each of these out.

They take Sequential, functional and nested models, grey and colour images. `images` is
a batch (n, height, width, channels), or a single image (height, width, channels), for
which the results come without the batch axis. A layer is named, or given itself; it may
belong to a model that is nested in the model. Nothing about the model is changed.

`class_index` is the class asked about: one for all images, or one for each; unless
told, the class that scores highest. Where one output tells two classes apart, 0 or 1.
"""

from itertools import product
from typing import NamedTuple

import numpy as np
import tensorflow as tf

from utils.models.class_scores import (
    as_batch,
    before_squashing,
    classes_asked,
    outputs_of_class,
)
from utils.models.measured_receptive_field import fields_in_image
from utils.models.recording import layer_with_maps, listening, run_and_list

BATCH_SIZE = 32


def feature_maps(model, images, layer):
    """Return what a layer gives out, (n, rows, columns, channels)."""
    batch, single = as_batch(model, images)
    _, shapes = run_and_list(model, batch[:1])
    maps = _maps(model, batch, layer_with_maps(shapes, layer))
    return maps[0] if single else maps


def saliency_map(model, images, class_index=None):
    """Return how strongly each pixel moves the class score, (n, height, width).

    The largest size, over the channels, of the gradient of the class score (before
    softmax or sigmoid) with respect to the pixel.
    Source: K. Simonyan, A. Vedaldi, A. Zisserman, "Deep inside convolutional networks",
    ICLR workshop 2014.
    """
    batch, single = as_batch(model, images)
    scores, _ = run_and_list(model, batch)
    _, gradients = _class_gradient(model, batch, classes_asked(scores, class_index))
    saliency = np.abs(gradients).max(axis=-1)
    return saliency[0] if single else saliency


def grad_cam(model, images, class_index=None, layer=None):
    """Return where a layer holds evidence for a class, (n, rows, columns), from 0 up.

    Each channel of the layer is weighted by the mean gradient of the class score with
    respect to it; the weighted channels are added up, and what is below 0 becomes 0.
    The score is taken before softmax or sigmoid. layer: the last one with maps of more
    than one place, unless told. The maps have that layer's size: to lay one over the
    image, see `utils.drawing.plotting.show_heatmap`.
    Source: R. R. Selvaraju and others, "Grad-CAM", ICCV 2017, equations 1 and 2.
    """
    batch, single = as_batch(model, images)
    scores, shapes = run_and_list(model, batch)
    classes = classes_asked(scores, class_index)
    chosen = layer_with_maps(shapes, layer)
    maps, gradients = _class_gradient(model, batch, classes, chosen)
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = np.maximum((weights * maps).sum(axis=-1), 0)
    return heat[0] if single else heat


def occlusion_map(model, images, class_index=None, patch=8, stride=None, fill=0.5):
    """Return how much the model's answer falls where the image is covered.

    A square of patch × patch pixels and the grey value fill is laid over the image,
    every stride pixels (half a patch unless told) and over the rim too. Returns
    (n, height, width): for each pixel the mean fall of the class's output over the
    squares that cover it; below 0 where covering helps the class. The output is the
    model's own: a probability if it ends in softmax or sigmoid.
    Source: M. D. Zeiler, R. Fergus, "Visualizing and understanding convolutional
    networks", ECCV 2014, section 4.2.
    """
    batch, single = as_batch(model, images)
    scores, _ = run_and_list(model, batch)
    classes = classes_asked(scores, class_index)
    stride = stride or max(patch // 2, 1)
    if not 1 <= stride <= patch <= min(batch.shape[1:3]):
        raise ValueError(
            f"A patch of {patch} and a stride of {stride} do not suit an image of "
            f"{batch.shape[1]} × {batch.shape[2]} pixels: stride ≤ patch ≤ image."
        )
    falls = np.stack(
        [
            _falls(model, image, which, patch, stride, fill)
            for image, which in zip(batch, classes, strict=True)
        ]
    )
    return falls[0] if single else falls


class Patch(NamedTuple):
    """A part of an image that moves a channel strongly."""

    pixels: np.ndarray  # (height, width, channels), smaller at the image's rim
    image: int  # index of the image
    window: tuple[int, int, int, int]  # row, column, height, width, in that image
    activation: float


def most_activating_patches(model, images, layer, channel, count=9):
    """Return the patches that a channel of a layer answers to most, highest first.

    At most one patch of each image: all that its strongest place depends on, as far as
    it lies in the image (the measured receptive field of lesson 6).
    """
    batch, _ = as_batch(model, images)
    _, shapes = run_and_list(model, batch[:1])
    chosen = layer_with_maps(shapes, layer)
    channels = shapes[chosen][-1]
    if not 0 <= channel < channels:
        raise ValueError(
            f"Layer {chosen.name!r} has the channels 0 to {channels - 1}, no {channel}."
        )
    maps = _maps(model, batch, chosen, channel)
    peaks = maps.max(axis=(1, 2))
    best = np.argsort(-peaks, kind="stable")[:count]
    places = [np.unravel_index(maps[i].argmax(), maps[i].shape) for i in best]
    windows = fields_in_image(model, chosen, places, batch.shape[1:])
    patches = []
    for i, window in zip(best, windows, strict=True):
        row, column, height, width = window
        pixels = batch[i, row : row + height, column : column + width]
        patches.append(Patch(pixels, int(i), window, float(peaks[i])))
    return patches


def _class_gradient(model, batch, classes, layer=None):
    """A layer's maps, and the gradient of the class score with respect to them.

    Without a layer: the images, and the gradient with respect to the pixels.
    """

    # Compiled, so that TensorFlow leaves out the gradients of the weights: they take
    # time, and on a CPU TensorFlow 2.21 can crash on those of a strided 1×1 filter.
    @tf.function(autograph=False)
    def gradient(batch, classes):
        watched = [batch]
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(batch)

            def watch(_, output):
                tape.watch(output)
                watched.append(output)

            with before_squashing(model), listening([layer] if layer else [], watch):
                scores = outputs_of_class(model(batch, training=False), classes)
        return watched[-1], tape.gradient(scores, watched[-1])

    inputs = tf.convert_to_tensor(batch), tf.convert_to_tensor(classes)
    # Traced by hand: TensorFlow warns of functions that are compiled in every call.
    maps, slope = gradient.get_concrete_function(*inputs)(*inputs)
    if slope is None:
        raise ValueError(
            f"The class scores do not depend on layer {layer.name!r}: choose another."
        )
    return maps.numpy(), slope.numpy()


def _maps(model, batch, layer, channel=slice(None)):
    """What a layer gives out, all channels or one of them."""
    parts = []
    with listening([layer], lambda _, output: parts.append(output[..., channel])):
        for start in range(0, len(batch), BATCH_SIZE):
            model(batch[start : start + BATCH_SIZE], training=False)
    return np.concatenate(parts)


def _falls(model, image, which, patch, stride, fill):
    """The occlusion map of one image."""
    starts = [range(stride - patch, side, stride) for side in image.shape[:2]]
    windows = [
        np.s_[max(row, 0) : row + patch, max(column, 0) : column + patch]
        for row, column in product(*starts)
    ]
    fall, times = np.zeros((2, *image.shape[:2]))
    whole = _answers(model, image[np.newaxis], which)
    for start in range(0, len(windows), BATCH_SIZE):
        part = windows[start : start + BATCH_SIZE]
        covered = np.repeat(image[np.newaxis], len(part), axis=0)
        for copy, window in zip(covered, part, strict=True):
            copy[window] = fill
        answers = _answers(model, covered, which)
        for window, answer in zip(part, answers, strict=True):
            fall[window] += whole[0] - answer
            times[window] += 1
    return fall / times


def _answers(model, batch, which):
    outputs = model(batch, training=False)
    return outputs_of_class(outputs, np.full(len(batch), which)).numpy()
