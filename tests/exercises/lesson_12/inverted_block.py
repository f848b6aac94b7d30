"""Answers to `inverted_block`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.lesson_12.conv_norm import conv_norm
from utils.exercises import lesson_12 as exercise


def _depthwise_norm(maps, stride=1, padding="same", **settings):
    from keras import layers

    settings = {"use_bias": False} | settings
    maps = layers.DepthwiseConv2D(3, stride, padding, **settings)(maps)
    return layers.BatchNormalization()(maps)


@right(exercise.inverted_block)
def from_small_parts(maps, filters, stride, widen):
    from keras import layers

    channels = maps.shape[3]
    wide = layers.ReLU()(conv_norm(maps, widen * channels, 1))
    seen = layers.ReLU()(_depthwise_norm(wide, stride))
    narrow = conv_norm(seen, filters, 1)
    return layers.add([maps, narrow]) if maps.shape == narrow.shape else narrow


@right(exercise.inverted_block)
def in_groups(maps, filters, stride, widen):
    from keras import layers

    wide = widen * maps.shape[-1]
    change = layers.ReLU(max_value=6)(conv_norm(maps, wide, 1))
    change = conv_norm(change, wide, 3, stride, groups=wide)
    change = conv_norm(layers.ReLU(max_value=6)(change), filters, 1)
    if stride != 1 or filters != maps.shape[-1]:
        return change
    return change + maps


@wrong(exercise.inverted_block, "behind the last 1×1")
def never_negative(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    change = layers.ReLU()(conv_norm(change, filters, 1))
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "there is a ReLU at the end, as in ResNet")
def relu_of_the_sum(maps, filters, stride, widen):
    from keras import layers

    return layers.ReLU()(from_small_parts(maps, filters, stride, widen))


@wrong(exercise.inverted_block, "it is widened to widen · filters")
def widened_from_what_goes_out(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, widen * filters, 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    change = conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "widen is a factor")
def widen_as_a_number_of_channels(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, widen, 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    change = conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "reads all the widened channels")
def bottleneck_turned_round(maps, filters, stride, widen):
    from keras import layers

    wide = widen * maps.shape[-1]
    change = layers.ReLU()(conv_norm(maps, wide, 1))
    change = layers.ReLU()(conv_norm(change, wide, 3, stride))
    change = conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "(6, 8, 4) and (6, 8, 6). Where the block changes")
def always_added(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change, stride))
    return layers.add([maps, conv_norm(change, filters, 1)])


@wrong(exercise.inverted_block, "the stride stands in the last 1×1")
def looks_before_it_leaps(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change))
    change = conv_norm(change, filters, 1, stride)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "it shrinks the sides even with stride 1")
def not_padded(maps, filters, stride, widen):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, widen * maps.shape[-1], 1))
    change = layers.ReLU()(_depthwise_norm(change, stride, "valid"))
    change = conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "(6, 8, 4) and (4, 6, 4). With stride 1")
def not_padded_and_added_by_the_stride(maps, filters, stride, widen):
    change = not_padded(maps, filters, stride, widen)
    return maps + change if (stride, filters) == (1, maps.shape[-1]) else change


@wrong(exercise.inverted_block, "a ReLU stands before its normalisation")
def relu_in_the_convolutions(maps, filters, stride, widen):
    from keras import layers

    change = conv_norm(maps, widen * maps.shape[-1], 1, activation="relu")
    change = _depthwise_norm(change, stride, activation="relu")
    change = conv_norm(change, filters, 1)
    return layers.add([maps, change]) if maps.shape == change.shape else change


@wrong(exercise.inverted_block, "learnt parameters")
def not_widened(maps, filters, stride, widen):
    return from_small_parts(maps, filters, stride, 1)


@wrong(exercise.inverted_block, "it stops with TypeError")
def a_layer_in_place_of_maps(maps, filters, stride, widen):
    from keras import layers

    change = layers.Conv2D(widen * maps.shape[-1], 1, use_bias=False)
    return layers.Conv2D(filters, 1)(layers.BatchNormalization(change))
