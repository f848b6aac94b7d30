"""What a trained Keras model answers to; lessons 11 and 11b write each out.

They take Sequential, functional and nested models, grey and colour images. `images` is
a batch (n, height, width, channels), or a single image (height, width, channels), for
which the results come without the batch axis. A layer is named, or given itself; it may
belong to a model that is nested in the model. Nothing about the model is changed. It
sees a few images at once (`in_batches` in recording.py), so that memory does not grow.

`class_index` is the class asked about: one for all images, or one for each; unless
told, the class that scores highest. Where one output tells two classes apart, 0 or 1.

All raise ValueError with a sentence for models, images and questions that have no true
answer: see asking.py and squashing.py beside this file.
"""

from itertools import product
from typing import NamedTuple

import numpy as np

from utils.arrays.whole_numbers import at_least
from utils.models.asking import as_batch
from utils.models.class_scores import (
    class_gradients,
    class_outputs,
    class_scores,
    classes_asked,
    outputs_of_class,
    shapes_within,
)
from utils.models.measured_receptive_field import fields_in_image
from utils.models.recording import (
    in_batches,
    layer_with_maps,
    maps_of,
    output_shapes,
    run,
)
from utils.models.squashing import before_squashing


def feature_maps(model, images, layer):
    """Return what a layer gives out, (n, rows, columns, channels)."""
    batch, single = as_batch(model, images)
    chosen = layer_with_maps(output_shapes(model, batch[:1]), layer)
    maps = maps_of(model, batch, chosen)
    return maps[0] if single else maps


def saliency_map(model, images, class_index=None):
    """Return how strongly each pixel moves the class score, (n, height, width).

    The largest size, over the channels, of the gradient of the class score (before
    softmax or sigmoid) with respect to the pixel.
    Source: K. Simonyan, A. Vedaldi, A. Zisserman, "Deep inside convolutional networks",
    ICLR workshop 2014.
    """
    batch, single = as_batch(model, images)
    with before_squashing(model):
        classes = classes_asked(class_scores(model, batch), class_index)
        slopes = class_gradients(model, batch, classes)
        saliency = [np.abs(slope).max(axis=-1) for _, slope in slopes]
    saliency = np.concatenate(saliency)
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
    with before_squashing(model):
        classes = classes_asked(class_scores(model, batch), class_index)
        chosen = layer_with_maps(shapes_within(model, batch), layer)
        heat = []
        for maps, slope in class_gradients(model, batch, classes, chosen):
            weights = slope.mean(axis=(1, 2), keepdims=True)
            heat.append(np.maximum((weights * maps).sum(axis=-1), 0))
    heat = np.concatenate(heat)
    return heat[0] if single else heat


def occlusion_map(model, images, class_index=None, patch=8, stride=None, fill=0.5):
    """Return how much the model's answer falls where the image is covered.

    A square of patch × patch pixels and the colour fill (a number, or one for each
    channel) is laid over the image, every stride pixels (half a patch unless told) and
    over the rim too. Returns (n, height, width): for each pixel the mean fall of the
    class's output over the squares that cover it; below 0 where covering helps the
    class. The output is the model's own: a probability if it ends in softmax or
    sigmoid.
    Source: M. D. Zeiler, R. Fergus, "Visualizing and understanding convolutional
    networks", ECCV 2014, section 4.2.
    """
    batch, single = as_batch(model, images)
    patch = at_least(1, patch, "patch")
    stride = max(patch // 2, 1) if stride is None else at_least(1, stride, "stride")
    fill = _colour(fill, batch.shape[3])
    if class_index is None:
        with before_squashing(model):
            classes = classes_asked(class_scores(model, batch), None)
    else:
        classes = classes_asked(class_outputs(model, batch), class_index)
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
    it lies in the image (the measured receptive field of lesson 6c).
    """
    batch, _ = as_batch(model, images)
    count = at_least(1, count, "count")
    channel = at_least(0, channel, "channel")
    shapes = output_shapes(model, batch[:1])
    chosen = layer_with_maps(shapes, layer)
    channels = shapes[chosen][0][-1]
    if channel >= channels:
        raise ValueError(
            f"Layer {chosen.name!r} has the channels 0 to {channels - 1}, no {channel}."
        )
    maps = maps_of(model, batch, chosen, channel)
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


def _colour(fill, channels):
    """A number, or one for each channel, checked."""
    try:
        colour = np.asarray(fill, dtype=np.float32)
    except (TypeError, ValueError):
        colour = np.array(np.nan)
    if colour.shape not in ((), (channels,)) or not np.isfinite(colour).all():
        raise ValueError(
            f"fill must be a number, or one for each of {channels} channels, not "
            f"{fill!r}."
        )
    return colour


def _falls(model, image, which, patch, stride, fill):
    """The occlusion map of one image."""
    starts = [range(stride - patch, side, stride) for side in image.shape[:2]]
    windows = [
        np.s_[max(row, 0) : row + patch, max(column, 0) : column + patch]
        for row, column in product(*starts)
    ]
    fall, times = np.zeros((2, *image.shape[:2]))
    whole = _answers(model, image[np.newaxis], which)
    for part in in_batches(windows, image.shape):
        covered = np.repeat(image[np.newaxis], len(part), axis=0)
        for copy, window in zip(covered, part, strict=True):
            copy[window] = fill
        answers = _answers(model, covered, which)
        for window, answer in zip(part, answers, strict=True):
            fall[window] += whole[0] - answer
            times[window] += 1
    return fall / times


def _answers(model, batch, which):
    outputs = run(model, batch)
    return outputs_of_class(outputs, np.full(len(batch), which)).numpy()
