"""Answers to `basic_block`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.lesson_12.conv_norm import conv_norm
from utils.exercises import lesson_12 as exercise


@right(exercise.basic_block)
def with_the_helper(maps, filters, stride):
    from keras import layers

    change = layers.Activation("relu")(conv_norm(maps, filters, 3, stride))
    change = conv_norm(change, filters, 3)
    if stride > 1 or maps.shape[-1] != filters:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.Activation("relu")(maps + change)


@right(exercise.basic_block)
def skip_first_and_padded_by_hand(maps, filters, stride):
    import keras
    from keras import layers

    skip = maps
    if (stride, maps.shape[-1]) != (1, filters):
        skip = conv_norm(maps, filters, 1, stride, "valid")
    padded = layers.ZeroPadding2D(1)(maps)
    change = keras.ops.relu(conv_norm(padded, filters, 3, stride, "valid"))
    return keras.ops.relu(keras.ops.add(conv_norm(change, filters, 3), skip))


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
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU(max_value=6)(layers.add([maps, change]))


@wrong(exercise.basic_block, "the ReLU after the addition is missing")
def no_last_relu(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride))
    change = conv_norm(change, filters, 3)
    if change.shape[1:] != maps.shape[1:]:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.add([maps, change])


@wrong(exercise.basic_block, "(5, 7, 4) and (3, 4, 4). Where the block changes")
def looks_at_channels_only(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride))
    change = conv_norm(change, filters, 3)
    if maps.shape[-1] != filters:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, "the plain twin")
def plain(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride))
    return layers.ReLU()(conv_norm(change, filters, 3))


@wrong(exercise.basic_block, "the ReLU between the convolutions is missing")
def no_relu_between(maps, filters, stride):
    from keras import layers

    change = conv_norm(conv_norm(maps, filters, 3, stride), filters, 3)
    if change.shape[1:] != maps.shape[1:]:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, "have biases")
def with_bias(maps, filters, stride):
    from keras import layers

    change = conv_norm(maps, filters, 3, stride, use_bias=True)
    change = conv_norm(layers.ReLU()(change), filters, 3, use_bias=True)
    if change.shape[1:] != maps.shape[1:]:
        maps = conv_norm(maps, filters, 1, stride, use_bias=True)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, "have the shape (6, 8, 8); (6, 8, 4) is right")
def joined_along_the_channels(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride))
    change = conv_norm(change, filters, 3)
    return layers.ReLU()(layers.Concatenate()([maps, change]))


@wrong(exercise.basic_block, "learnt parameters; 304 is right")
def the_bottleneck_of_the_lesson(maps, filters, stride):
    from keras import layers

    narrow = filters // 4
    change = layers.ReLU()(conv_norm(maps, narrow, 1, stride))
    change = layers.ReLU()(conv_norm(change, 8, 3))
    change = conv_norm(change, filters, 1)
    if change.shape[1:] != maps.shape[1:]:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


def _with_early_relus(maps, filters, stride, in_second):
    from keras import layers

    change = conv_norm(maps, filters, 3, stride, activation="relu")
    change = conv_norm(change, filters, 3, activation="relu" if in_second else None)
    if change.shape[1:] != maps.shape[1:]:
        maps = conv_norm(maps, filters, 1, stride)
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

    change = layers.ReLU()(conv_norm(maps, filters, 3))
    change = conv_norm(change, filters, 3, stride)
    if change.shape[1:] != maps.shape[1:]:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(maps + change)


@wrong(exercise.basic_block, "the skip has a ReLU of its own")
def relu_in_the_skip(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride))
    change = conv_norm(change, filters, 3)
    if change.shape[1:] != maps.shape[1:]:
        maps = layers.ReLU()(conv_norm(maps, filters, 1, stride))
    return layers.ReLU()(maps + change)


@wrong(exercise.basic_block, "(6, 8, 4) and (2, 4, 4). With stride 1")
def never_padded(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride, "valid"))
    change = conv_norm(change, filters, 3, padding="valid")
    if change.shape != maps.shape:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


@wrong(exercise.basic_block, 'Is a padding="same" missing?')
def padded_once(maps, filters, stride):
    from keras import layers

    change = layers.ReLU()(conv_norm(maps, filters, 3, stride, "valid"))
    change = conv_norm(change, filters, 3)
    if stride > 1 or maps.shape[-1] != filters:
        maps = conv_norm(maps, filters, 1, stride)
    return layers.ReLU()(maps + change)


@wrong(exercise.basic_block, "not None: is a `return` missing? The call was basic_")
def returns_nothing(maps, filters, stride):
    with_the_helper(maps, filters, stride)


@wrong(exercise.basic_block, "must return the maps themselves, not Functional")
def a_whole_model(maps, filters, stride):
    import keras

    return keras.Model(maps, with_the_helper(maps, filters, stride))
