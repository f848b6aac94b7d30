"""Lesson 12: answers that are right, and answers that learners write."""

import math

from exercises.collected import right, wrong
from utils.exercises import lesson_12 as exercise


@right(exercise.separable_parameters)
def layer_by_layer(size, channels, filters):
    depthwise = sum(size**2 for _ in range(channels))
    norms = [channels, channels, filters, filters]  # γ, β and γ, β
    return float(depthwise + channels * filters + sum(norms))


@right(exercise.separable_parameters)
def in_one_line(size, channels, filters):
    return channels * (size**2 + 2) + filters * (channels + 2)


@wrong(exercise.separable_parameters, "an ordinary convolution")
def ordinary(size, channels, filters):
    return size**2 * channels * filters + 2 * filters


@wrong(exercise.separable_parameters, "`filters` has no part in it yet")
def both(size, channels, filters):
    return size**2 * channels * filters + channels * filters + 2 * (channels + filters)


@wrong(exercise.separable_parameters, "tracked and not learnt")
def as_count_params(size, channels, filters):
    return channels * (size**2 + 4) + filters * (channels + 4)


@wrong(exercise.separable_parameters, "batch normalisation learns as well")
def weights_only(size, channels, filters):
    return channels * size**2 + filters * channels


@wrong(exercise.separable_parameters, "you counted a bias")
def with_biases(size, channels, filters):
    return channels * (size**2 + 1) + filters * (channels + 1)


@wrong(exercise.separable_parameters, "normalisation between the two layers")
def one_norm(size, channels, filters):
    return channels * size**2 + filters * (channels + 2)


@wrong(exercise.separable_parameters, "not size.")
def size_once(size, channels, filters):
    return size * channels + channels * filters + 2 * (channels + filters)


@wrong(exercise.separable_parameters, "is a `return` missing?")
def prints_only(size, channels, filters):
    print(in_one_line(size, channels, filters))


@right(exercise.widest_bottleneck)
def by_formula(channels, budget):
    return math.floor((math.isqrt(channels**2 + 9 * budget) - channels) / 9)


@right(exercise.widest_bottleneck)
def by_search(channels, budget):
    fitting = [
        width
        for width in range(budget + 1)
        if channels * width + 3 * 3 * width * width + width * channels <= budget
    ]
    return fitting[-1]


@wrong(exercise.widest_bottleneck, "exactly the budget is allowed")
def strictly_below(channels, budget):
    width = 0
    while 2 * channels * (width + 1) + 9 * (width + 1) ** 2 < budget:
        width += 1
    return width


@wrong(exercise.widest_bottleneck, "the first width that no longer fits")
def one_too_wide(channels, budget):
    width = 0
    while 2 * channels * width + 9 * width**2 <= budget:
        width += 1
    return width


@wrong(exercise.widest_bottleneck, "one of the two 1×1 layers is missing")
def no_way_up(channels, budget):
    widths = range(1, budget + 2)
    return next(w for w in widths if channels * w + 9 * w * w > budget) - 1


@wrong(exercise.widest_bottleneck, "9 · width · width")
def linear(channels, budget):
    return budget // (2 * channels + 9)


@wrong(exercise.widest_bottleneck, "no factor `channels`")
def wide_look(channels, budget):
    return budget // (2 * channels + 9 * channels)


@wrong(exercise.widest_bottleneck, "the 3×3 in the middle is missing")
def no_look(channels, budget):
    return budget // (channels + channels)


def _conv_norm(maps, filters, size, stride=1, padding="same", **settings):
    from keras import layers

    settings = {"use_bias": False} | settings
    maps = layers.Conv2D(filters, size, stride, padding, **settings)(maps)
    return layers.BatchNormalization()(maps)


def _depthwise_norm(maps, stride=1, padding="same", **settings):
    from keras import layers

    settings = {"use_bias": False} | settings
    maps = layers.DepthwiseConv2D(3, stride, padding, **settings)(maps)
    return layers.BatchNormalization()(maps)


@right(exercise.basic_block)
def with_the_helper(maps, filters, stride):
    from keras import layers

    change = layers.Activation("relu")(_conv_norm(maps, filters, 3, stride))
    change = _conv_norm(change, filters, 3)
    if stride > 1 or maps.shape[-1] != filters:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.Activation("relu")(maps + change)


@right(exercise.basic_block)
def skip_first_and_padded_by_hand(maps, filters, stride):
    import keras
    from keras import layers

    skip = maps
    if (stride, maps.shape[-1]) != (1, filters):
        skip = _conv_norm(maps, filters, 1, stride, "valid")
    padded = layers.ZeroPadding2D(1)(maps)
    change = keras.ops.relu(_conv_norm(padded, filters, 3, stride, "valid"))
    return keras.ops.relu(keras.ops.add(_conv_norm(change, filters, 3), skip))


@right(exercise.basic_block)
def as_a_layer(maps, filters, stride):
    from keras import Sequential, layers

    change = Sequential(
        [
            layers.Conv2D(filters, 3, stride, "same", use_bias=False),
            layers.BatchNormalization(epsilon=1e-5, momentum=0.9),
            layers.ReLU(max_value=6),
            layers.Conv2D(filters, 3, 1, "same", use_bias=False),
            layers.BatchNormalization(epsilon=1e-5, gamma_initializer="zeros"),
        ]
    )(maps)
    if change.shape[1:] != maps.shape[1:]:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU(max_value=6)(layers.add([maps, change]))


@wrong(exercise.basic_block, "the ReLU after the addition is missing")
def no_last_relu(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride))
    change = _conv_norm(change, filters, 3)
    if change.shape[1:] != maps.shape[1:]:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.add([maps, change])


@wrong(exercise.basic_block, "(5, 7, 4) and (3, 4, 4). Where the block changes")
def looks_at_channels_only(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride))
    change = _conv_norm(change, filters, 3)
    if maps.shape[-1] != filters:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, "the plain twin")
def plain(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride))
    return layers.ReLU()(_conv_norm(change, filters, 3))


@wrong(exercise.basic_block, "have biases")
def with_bias(maps, filters, stride):
    from keras import layers

    change = _conv_norm(maps, filters, 3, stride, use_bias=True)
    change = _conv_norm(layers.ReLU()(change), filters, 3, use_bias=True)
    if change.shape[1:] != maps.shape[1:]:
        maps = _conv_norm(maps, filters, 1, stride, use_bias=True)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, "have the shape (6, 8, 8); (6, 8, 4) is right")
def joined_along_the_channels(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride))
    change = _conv_norm(change, filters, 3)
    return layers.ReLU()(layers.Concatenate()([maps, change]))


@wrong(exercise.basic_block, "learnt parameters; 304 is right")
def the_bottleneck_of_the_lesson(maps, filters, stride):
    from keras import layers

    narrow = filters // 4
    change = layers.ReLU()(_conv_norm(maps, narrow, 1, stride))
    change = layers.ReLU()(_conv_norm(change, 8, 3))
    change = _conv_norm(change, filters, 1)
    if change.shape[1:] != maps.shape[1:]:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


def _with_early_relus(maps, filters, stride, in_second):
    from keras import layers

    change = _conv_norm(maps, filters, 3, stride, activation="relu")
    change = _conv_norm(change, filters, 3, activation="relu" if in_second else None)
    if change.shape[1:] != maps.shape[1:]:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, "a ReLU stands before its normalisation")
def relu_in_the_first_convolution(maps, filters, stride):
    return _with_early_relus(maps, filters, stride, in_second=False)


@wrong(exercise.basic_block, "what it computes is not")
def relu_in_both_convolutions(maps, filters, stride):
    return _with_early_relus(maps, filters, stride, in_second=True)


@wrong(exercise.basic_block, "stands in the second 3×3")
def stride_in_the_second(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3))
    change = _conv_norm(change, filters, 3, stride)
    if change.shape[1:] != maps.shape[1:]:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(maps + change)


@wrong(exercise.basic_block, "the skip has a ReLU of its own")
def relu_in_the_skip(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride))
    change = _conv_norm(change, filters, 3)
    if change.shape[1:] != maps.shape[1:]:
        maps = layers.ReLU()(_conv_norm(maps, filters, 1, stride))
    return layers.ReLU()(maps + change)


@wrong(exercise.basic_block, "(6, 8, 4) and (2, 4, 4). With stride 1")
def never_padded(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride, "valid"))
    change = _conv_norm(change, filters, 3, padding="valid")
    if change.shape != maps.shape:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, 'Is a padding="same" missing?')
def padded_once(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, filters, 3, stride, "valid"))
    change = _conv_norm(change, filters, 3)
    if stride > 1 or maps.shape[-1] != filters:
        maps = _conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(maps + change)


@wrong(exercise.basic_block, "not None: is a `return` missing? The call was basic_")
def returns_nothing(maps, filters, stride):
    with_the_helper(maps, filters, stride)


@wrong(exercise.basic_block, "must return the maps themselves, not Functional")
def a_whole_model(maps, filters, stride):
    import keras

    return keras.Model(maps, with_the_helper(maps, filters, stride))


@right(exercise.inverted_block)
def from_small_parts(maps, filters, stride, widen):
    from keras import layers

    channels = maps.shape[3]
    wide = layers.ReLU()(_conv_norm(maps, widen * channels, 1))
    seen = layers.ReLU()(_depthwise_norm(wide, stride))
    narrow = _conv_norm(seen, filters, 1)
    return layers.add([maps, narrow]) if maps.shape == narrow.shape else narrow


@right(exercise.inverted_block)
def in_groups(maps, filters, stride, widen):
    from keras import layers

    wide = widen * maps.shape[-1]
    change = layers.ReLU(max_value=6)(_conv_norm(maps, wide, 1))
    change = _conv_norm(change, wide, 3, stride, groups=wide)
    change = _conv_norm(layers.ReLU(max_value=6)(change), filters, 1)
    if stride != 1 or filters != maps.shape[-1]:
        return change
    return change + maps


@wrong(exercise.inverted_block, "behind the last 1×1")
def never_negative(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    change = layers.ReLU()(_conv_norm(change, filters, 1))
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "there is a ReLU at the end, as in ResNet")
def relu_of_the_sum(maps, filters, stride, widen):
    from keras import layers

    return layers.ReLU()(from_small_parts(maps, filters, stride, widen))


@wrong(exercise.inverted_block, "it is widened to widen · filters")
def widened_from_what_goes_out(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, widen * filters, 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    change = _conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "reads all the widened channels")
def bottleneck_turned_round(maps, filters, stride, widen):
    from keras import layers

    wide = widen * maps.shape[-1]
    change = layers.ReLU()(_conv_norm(maps, wide, 1))
    change = layers.ReLU()(_conv_norm(change, wide, 3, stride))
    change = _conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "(6, 8, 4) and (6, 8, 6). Where the block changes")
def always_added(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    return layers.add([maps, _conv_norm(change, filters, 1)])


@wrong(exercise.inverted_block, "the stride stands in the last 1×1")
def looks_before_it_leaps(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change))
    change = _conv_norm(change, filters, 1, stride)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "it shrinks the sides even with stride 1")
def not_padded(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(_conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change, stride, "valid"))
    change = _conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "(6, 8, 4) and (4, 6, 4). With stride 1")
def not_padded_and_added_by_the_stride(maps, filters, stride, widen):
    change = not_padded(maps, filters, stride, widen)
    return maps + change if (stride, filters) == (1, maps.shape[-1]) else change


@wrong(exercise.inverted_block, "a ReLU stands before its normalisation")
def relu_in_the_convolutions(maps, filters, stride, widen):
    from keras import layers

    change = _conv_norm(maps, widen * maps.shape[-1], 1, activation="relu")
    change = _depthwise_norm(change, stride, activation="relu")
    change = _conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "learnt parameters")
def not_widened(maps, filters, stride, widen):
    return from_small_parts(maps, filters, stride, 1)


@wrong(exercise.inverted_block, "it stops with TypeError")
def a_layer_in_place_of_maps(maps, filters, stride, widen):
    from keras import layers

    change = layers.Conv2D(widen * maps.shape[-1], 1, use_bias=False)
    return layers.Conv2D(filters, 1)(layers.BatchNormalization(change))
