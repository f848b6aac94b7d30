"""Answers to `wide_view`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.own_class import of_own_class
from utils.exercises import lesson_06c as exercise


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
def a_mean_of_all_beside_the_place():
    import keras
    from keras import layers

    inputs = keras.Input((32, 32, 3))
    mean = layers.GlobalAveragePooling2D(keepdims=True)(inputs)
    both = layers.Concatenate()([inputs, layers.UpSampling2D(32)(mean)])
    return keras.Model(inputs, layers.Conv2D(8, 3, padding="same")(both))


@right(exercise.wide_view)
def own_class():
    return of_own_class(network(*dilated(8, 1, 2, 4, 8)).layers, (32, 32, 3))


@right(exercise.wide_view)
def own_class_with_maxima():
    from keras import layers

    convs = network(*dilated(4, 2, 4), (8, 5, {})).layers
    pools = [layers.MaxPool2D(9, 1, padding="same"), layers.MaxPool2D(7, 1, "same")]
    return of_own_class([pools[0], *convs, pools[1]], (32, 32, 3))


@wrong(exercise.wide_view, "each map holds one number, the same everywhere")
def mean_of_all():
    from keras import layers

    mean = [layers.GlobalAveragePooling2D(keepdims=True), layers.UpSampling2D(32)]
    return network((8, 1, {}), before=mean)


@wrong(exercise.wide_view, "each map holds one number, the same everywhere")
def mean_of_maps():
    from keras import layers

    mean = [layers.GlobalMaxPooling2D(keepdims=True), layers.UpSampling2D(32)]
    return network((8, 3, {"activation": "relu"}), after=mean)


@wrong(exercise.wide_view, "sees 15 × 15 pixels; 31 × 31 are needed")
def own_class_too_narrow():
    return of_own_class(network(*dilated(8, 1, 2, 4)).layers, (32, 32, 3))


@wrong(exercise.wide_view, "call it once on what it will get")
def own_class_never_called():
    import keras

    class Network(keras.Model):
        def call(self, inputs):
            return inputs

    return Network()


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
