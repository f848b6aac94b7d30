"""Which pixels a number of a Keras model depends on, found from gradients."""

import numpy as np
import tensorflow as tf

from utils.arrays.whole_numbers import at_least
from utils.models.asking import as_batch, check_fixed_size, check_takes_images
from utils.models.conducting import conducting_copy
from utils.models.recording import in_batches, listening, run


def input_gradient(model, images, row=None, column=None):
    """Return how strongly each input number moves one place of the output.

    model: maps (n, height, width, channels) to feature maps with four axes. images: the
    batch at which to ask. row, column: place in the maps, the middle unless told; its
    channels are summed. Returns the signed gradient, an array shaped like images.
    Raises ValueError for models and images that do not fit, and places that are none.
    """
    batch, single = as_batch(model, images)
    place = _place(model, batch[:1], row, column)

    # Compiled, so that TensorFlow leaves out the gradients of the weights: they take
    # time, and on a CPU TensorFlow 2.21 can crash on those of a strided 1×1 filter.
    @tf.function(autograph=False)
    def gradient(images):
        with tf.GradientTape() as tape:
            tape.watch(images)
            maps = run(model, images)
            answer = tf.reduce_sum(maps[:, place[0], place[1]])
        return tape.gradient(answer, images)

    gradients = _in_parts(gradient, batch)
    return gradients[0] if single else gradients


def measured_receptive_field(model, row=None, column=None):
    """Return which pixels one place of a model's output depends on, (height, width).

    Found from gradients, in a copy of the model in which every path conducts: all
    weights positive, activations left out, averages in place of maxima. So the weights
    of the model do not matter. row, column: as for `input_gradient`. Raises ValueError
    for models whose connections cannot be followed, and places that are none.
    """
    check_takes_images(model)
    check_fixed_size(model)
    copy, _ = conducting_copy(model)
    image = np.ones(model.inputs[0].shape[1:], "float32")
    return (input_gradient(copy, image, row, column) != 0).any(axis=-1)


def fields_in_image(model, layer, places, image_shape):
    """Return what places of a layer depend on, as far as it lies in the image.

    layer: one of the model's, at any depth. places: sequence of (row, column) in its
    maps. image_shape: (height, width, channels). Returns, for each place, the smallest
    (row, column, height, width) that holds all its pixels, found in the same copy.
    """
    copy, twins = conducting_copy(model)
    fields = []
    for part in in_batches(places, image_shape):
        cells = [(i, int(row), int(column)) for i, (row, column) in enumerate(part)]
        images = np.ones((len(cells), *image_shape), "float32")
        reached = _reached(copy, twins[id(layer)], cells, images)
        fields += [_bounding_window(one.any(axis=-1)) for one in reached]
    return fields


def _reached(copy, twin, cells, images):
    """Which numbers of the images the cells (image, row, column) depend on."""

    @tf.function(autograph=False)  # as in input_gradient
    def gradient(images):
        maps = []
        with tf.GradientTape() as tape:
            tape.watch(images)
            with listening([twin], lambda _, output: maps.append(output)):
                run(copy, images)
            answer = tf.reduce_sum(tf.gather_nd(maps[-1], cells))
        return tape.gradient(answer, images)

    images = tf.convert_to_tensor(images)
    return gradient.get_concrete_function(images)(images).numpy() != 0


def _bounding_window(mask):
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    window = rows[0], columns[0], np.ptp(rows) + 1, np.ptp(columns) + 1
    return tuple(int(number) for number in window)


def _in_parts(gradient, batch):
    """A compiled function of images on a few of them at once, joined again."""
    # Traced by hand: TensorFlow warns of functions that are compiled in every call.
    any_number = tf.TensorSpec((None, *batch.shape[1:]), batch.dtype)
    gradient = gradient.get_concrete_function(any_number)
    parts = in_batches(batch, batch.shape[1:])
    slopes = [gradient(tf.convert_to_tensor(images)) for images in parts]
    if slopes[0] is None:
        raise ValueError("The maps do not depend on the images at all.")
    return np.concatenate([slope.numpy() for slope in slopes])


def _place(model, image, row, column):
    """Row and column of a place in the maps that a model makes of an image, checked."""
    if len(model.outputs) != 1:
        raise ValueError(
            f'The model "{model.name}" has {len(model.outputs)} outputs: ask one whose '
            "only output are the maps."
        )
    shape = tuple(run(model, image).shape)
    if len(shape) != 4:
        raise ValueError(
            f"The model's output has the shape {shape}: cut the model where its output "
            "is still (n, height, width, channels)."
        )
    place = [
        size // 2 if index is None else at_least(0, index, name)
        for name, index, size in zip(
            ("row", "column"), (row, column), shape[1:3], strict=True
        )
    ]
    if not (place[0] < shape[1] and place[1] < shape[2]):
        raise ValueError(
            f"The maps have {shape[1]} rows and {shape[2]} columns: there is no place "
            f"({place[0]}, {place[1]})."
        )
    return place
