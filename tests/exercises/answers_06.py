"""Lesson 6: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.exercises import lesson_06 as exercise
from utils.receptive_field import Window, cells_seen, receptive_fields

right(
    exercise.layer_parameters,
    (160, 4640, 8010),
    np.array([160, 4640, 8010], dtype=np.float32),
    [16 * 10, 32 * 145, 10 * (5 * 5 * 32 + 1)],
)
wrong(exercise.layer_parameters, "the biases are missing", (144, 4608, 8000))
wrong(exercise.layer_parameters, "through all 16 maps", [160, 320, 8010])
wrong(exercise.layer_parameters, "padding `same`", [160, 4640, 15690])
wrong(exercise.layer_parameters, "5 rows after pooling", [160, 4640, 11530])
wrong(exercise.layer_parameters, "global average pooling", [160, 4640, 330])
wrong(exercise.layer_parameters, "one channel comes in", [448, 4640, 8010])
wrong(exercise.layer_parameters, "2 axes are too many", [[[160, 4640, 8010]]])
wrong(exercise.layer_parameters, "1 axis is missing", 160 + 4640 + 8010)
wrong(exercise.layer_parameters, "(5,); (3,) is right", [160, 0, 4640, 0, 8010])
wrong(exercise.layer_parameters, "multiply, do not add", [160, 4640, 810])
wrong(exercise.layer_parameters, "too large at [1], counted", [160, 4641, 8010])
wrong(exercise.layer_parameters, "parameters is too small at [0], counted", [0, 0, 0])


@right(exercise.pixels_seen)
def from_below(layers, index):
    size, jump, start = 1, 1, 0
    for k, s, p, d in layers:
        size, start, jump = size + (k - 1) * d * jump, start - p * jump, jump * s
    return [start + index * jump, start + index * jump + size - 1]


@right(exercise.pixels_seen)
def with_the_helper(layers, index):
    windows = [Window(k, s, (p, 99), d) for k, s, p, d in layers]
    pixels = receptive_fields(windows, 99)[-1].pixels(index)
    return np.float32([pixels[0], pixels[-1]])


@right(exercise.pixels_seen)
def with_sets(layers, index):
    seen = {index}
    for k, s, p, d in layers[::-1]:
        seen = {cell * s - p + d * tap for cell in seen for tap in range(k)}
    return min(seen), max(seen)


@wrong(exercise.pixels_seen, "in the wrong order")
def not_reversed(layers, index):
    first = last = index
    for k, s, p, d in layers:
        first, last = first * s - p, last * s - p + d * (k - 1)
    return first, last


@wrong(exercise.pixels_seen, "the padding is not used yet")
def no_padding(layers, index):
    return with_sets([(k, s, 0, d) for k, s, _, d in layers], index)


@wrong(exercise.pixels_seen, "the strides are not used yet")
def no_stride(layers, index):
    return with_sets([(k, 1, p, d) for k, _, p, d in layers], index)


@wrong(exercise.pixels_seen, "the last pixel is one too far")
def as_a_slice(layers, index):
    first, last = with_sets(layers, index)
    return first, last + 1


@wrong(exercise.pixels_seen, "is already there: size - 1 steps remain")
def a_step_too_many(layers, index):
    first = last = index
    for k, s, p, d in reversed(layers):
        first, last = first * s - p, last * s - p + d * k
    return first, last


@wrong(exercise.pixels_seen, "how many pixels there are")
def first_and_size(layers, index):
    first, last = with_sets(layers, index)
    return first, last - first + 1


@wrong(exercise.pixels_seen, "has the shape (3,); (2,) is right")
def all_of_them(layers, index):
    first, last = with_sets(layers, index)
    return list(range(first, last + 1))


@wrong(exercise.pixels_seen, "does not widen its own window")
def jump_too_early(layers, index):
    size, jump, start = 1, 1, 0
    for k, s, p, d in layers:
        jump *= s
        size, start = size + (k - 1) * d * jump, start - p * jump
    return start + index * jump, start + index * jump + size - 1


@wrong(exercise.pixels_seen, "pixels before the rim count too")
def cut_at_the_rim(layers, index):
    first, last = with_sets(layers, index)
    return max(first, 0), last


@wrong(exercise.pixels_seen, "pixels before the rim count too")
def on_a_small_picture(layers, index):
    windows = [Window(k, s, (p, p), d) for k, s, p, d in layers]
    seen = cells_seen(windows, 3, index)[0]
    return seen[0], seen[-1]


@right(exercise.fold)
def channel_by_channel(filters, bias, gamma, beta, mean, variance, epsilon):
    new = np.array(filters, dtype=np.float64)
    shift = np.zeros(len(bias))
    for c in range(len(bias)):
        scale = gamma[c] / (variance[c] + epsilon) ** 0.5
        new[:, :, :, c] *= scale
        shift[c] = scale * bias[c] - scale * mean[c] + beta[c]
    return new, shift


@right(exercise.fold)
def with_a_matrix(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = np.diag(gamma / np.sqrt(variance + epsilon))
    return [(filters @ scale).tolist(), ((bias - mean) @ scale + beta).tolist()]


@right(exercise.fold)
def with_keras(filters, bias, gamma, beta, mean, variance, epsilon):
    from keras import ops

    scale = ops.convert_to_tensor(gamma) * ops.rsqrt(variance + epsilon)
    return ops.multiply(filters, scale), ops.add(ops.subtract(bias, mean) * scale, beta)


@wrong(exercise.fold, "the standard deviation is its root")
def no_root(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(
        filters, bias, gamma, beta, mean, (variance + epsilon) ** 2, 0
    )


@wrong(exercise.fold, "ε is missing")
def no_epsilon(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(filters, bias, gamma, beta, mean, variance, 0)


@wrong(exercise.fold, "the old bias is lost")
def bias_lost(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(filters, 0 * bias, gamma, beta, mean, variance, epsilon)


@wrong(exercise.fold, "the old bias is not scaled")
def bias_not_scaled(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, bias + beta - mean * scale


@wrong(exercise.fold, "it is not scaled itself")
def beta_scaled(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, (bias - mean + beta) * scale


@wrong(exercise.fold, "the last axis")
def along_the_channels_in(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    new = (filters.swapaxes(2, 3) * scale).swapaxes(2, 3)
    return new, (bias - mean) * scale + beta


@wrong(exercise.fold, "must consist of 2 parts")
def filters_only(filters, bias, gamma, beta, mean, variance, epsilon):
    return filters * gamma / np.sqrt(variance + epsilon)


@wrong(exercise.fold, "the mean is added")
def mean_added(filters, bias, gamma, beta, mean, variance, epsilon):
    return channel_by_channel(filters, bias, gamma, beta, -mean, variance, epsilon)


def network(*convolutions, before=(), after=()):
    """The learner's network: convolutions as (filters, size, more settings)."""
    from keras import Input, Sequential, layers

    stack = [
        layers.Conv2D(filters, size, **{"padding": "same", **settings})
        for filters, size, settings in convolutions
    ]
    return Sequential([Input((32, 32, 3)), *before, *stack, *after])


def dilated(filters, *steps):
    return [
        (filters, 3, {"dilation_rate": step, "activation": "relu"}) for step in steps
    ]


@right(exercise.wide_view)
def functional():
    import keras

    inputs = keras.Input((32, 32, 3))
    maps = keras.layers.Conv2D(4, 5, padding="same", activation="relu")(inputs)
    for step in (2, 4, 8):
        maps = keras.layers.Conv2D(8, 3, padding="same", dilation_rate=step)(maps)
        maps = keras.layers.BatchNormalization()(maps)
    return keras.Model(inputs, maps)


@right(exercise.wide_view)
def many_narrow_layers():
    return network(*dilated(1, *[1] * 14), (8, 3, {}))


@right(exercise.wide_view)
def down_and_up():
    from keras import layers

    small = [layers.AveragePooling2D(4), layers.Conv2D(8, 9, padding="same")]
    return network(before=small, after=[layers.UpSampling2D(4)])


@right(exercise.wide_view)
def one_wide_mean():
    from keras import layers

    mean = layers.AveragePooling2D(31, strides=1, padding="same")
    return network((8, 1, {}), before=[mean])


@right(exercise.wide_view)
def mean_of_all():
    from keras import layers

    mean = [layers.GlobalAveragePooling2D(keepdims=True), layers.UpSampling2D(32)]
    return network((8, 1, {}), before=mean)


@right(exercise.wide_view)
def columns_then_rows():
    return network((4, (31, 1), {}), (8, (1, 31), {}))


@wrong(exercise.wide_view, "sees 15 × 15 pixels; 31 × 31 are needed")
def one_layer_too_few():
    return network(*dilated(8, 1, 2, 4))


@wrong(exercise.wide_view, "it has 8 400 parameters, and 2500 are allowed")
def plain_layers():
    return network(*dilated(8, *[1] * 15))


@wrong(exercise.wide_view, "has gaps: only 121 of the 961 are seen")
def holes():
    return network(*dilated(8, 3, 6, 6))


@wrong(exercise.wide_view, "further apart than the layers below reach")
def one_wide_step():
    return network(*dilated(8, 15))


@wrong(exercise.wide_view, "right in principle")
def of_any_size():
    from keras import Input, Sequential, layers

    return Sequential([Input((None, None, 3)), layers.Conv2D(8, 3, padding="same")])


@wrong(exercise.wide_view, "begin with keras.Input((32, 32, 3))")
def without_input():
    from keras import Sequential, layers

    return Sequential([layers.Conv2D(8, 3, padding="same")])


@wrong(exercise.wide_view, "it returns None: is a `return` missing?")
def not_returned():
    network(*dilated(8, 1, 2, 4, 8))


@wrong(exercise.wide_view, "it turns (32, 32, 3) into (8, 8, 8)")
def strides():
    return network((8, 3, {"strides": 2}), (8, 3, {"strides": 2}), (8, 3, {}))


@wrong(exercise.wide_view, "a window without padding")
def no_same():
    return network((8, 3, {"padding": "valid"}))


@wrong(exercise.wide_view, "must return a Keras model")
def a_layer():
    from keras import layers

    return layers.Conv2D(8, 31, padding="same")


@wrong(exercise.wide_view, "it stops with")
def dilation_with_stride():
    return network((8, 3, {"dilation_rate": 2, "strides": 2}))
