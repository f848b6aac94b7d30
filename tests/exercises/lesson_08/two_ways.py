"""Answers to `two_ways`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.own_class import of_own_class
from utils.exercises import lesson_08 as exercise


def branching(
    second,
    activation="sigmoid",
    pool=4,
    maps_first=True,
    between="relu",
    filters=8,
    side=3,
    padding="valid",
):
    """A network of two ways, right or wrong in the parts named."""
    import keras
    from keras import layers

    photo = keras.Input((64, 64, 3))
    maps = layers.Conv2D(filters, side, padding=padding, activation=between)(photo)
    maps = layers.MaxPool2D(pool_size=pool)(maps)
    parts = [layers.Flatten()(maps), *second(layers, photo, maps)]
    both = layers.concatenate(parts if maps_first else parts[::-1])
    return keras.Model(photo, layers.Dense(1, activation=activation)(both))


def mean_of_photo(layers, photo, maps):
    return [layers.GlobalAveragePooling2D()(photo)]


@right(exercise.two_ways)
def own_class():
    from keras import layers

    def call(parts, photo):
        conv, pool, flatten, mean, join, unit = parts
        return unit(join([flatten(pool(conv(photo))), mean(photo)]))

    maps = [layers.Conv2D(8, 3, activation="relu"), layers.MaxPool2D(4)]
    mean = layers.GlobalAveragePooling2D()
    parts = [*maps, layers.Flatten(), mean, layers.Concatenate()]
    parts.append(layers.Dense(1, activation="sigmoid"))
    return of_own_class(parts, (64, 64, 3), call)


@right(exercise.two_ways)
def brightness_first():
    return branching(mean_of_photo, maps_first=False)


@right(exercise.two_ways)
def mean_by_pooling():
    return branching(
        lambda layers, photo, maps: [
            layers.Reshape((3,))(layers.AveragePooling2D(64)(photo))
        ]
    )


@right(exercise.two_ways)
def mean_by_an_operation():
    import keras

    return branching(
        lambda layers, photo, maps: [keras.ops.mean(photo, axis=(1, 2))], pool=(4, 4)
    )


@wrong(exercise.two_ways, "the second way is missing")
def one_way():
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((64, 64, 3)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(4),
            layers.Flatten(),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


@wrong(exercise.two_ways, "begins at the maps")
def mean_of_maps():
    return branching(
        lambda layers, photo, maps: [layers.GlobalAveragePooling2D()(maps)]
    )


@wrong(exercise.two_ways, "does not give the mean")
def brightest_pixel():
    return branching(lambda layers, photo, maps: [layers.GlobalMaxPooling2D()(photo)])


@wrong(exercise.two_ways, "does not give the mean")
def the_sum():
    import keras

    return branching(
        lambda layers, photo, maps: [keras.ops.sum(photo, axis=(1, 2))], pool=(4, 4)
    )


@wrong(exercise.two_ways, "maps need a Flatten first")
def without_flatten():
    import keras
    from keras import layers

    photo = keras.Input((64, 64, 3))
    maps = layers.MaxPooling2D(4)(layers.Conv2D(8, 3, activation="relu")(photo))
    both = layers.Concatenate()([maps, layers.GlobalAveragePooling2D()(photo)])
    return keras.Model(photo, layers.Dense(1, activation="sigmoid")(both))


@wrong(exercise.two_ways, "the sigmoid is missing")
def a_logit():
    return branching(mean_of_photo, activation=None)


@wrong(exercise.two_ways, "a softmax on one unit")
def softmax_on_one():
    return branching(mean_of_photo, activation="softmax")


@wrong(exercise.two_ways, "pooling takes 2 × 2")
def pools_less():
    return branching(mean_of_photo, pool=2)


@wrong(exercise.two_ways, "compare each layer with the text")
def whole_photo():
    return branching(lambda layers, photo, maps: [layers.Flatten()(photo)])


@wrong(exercise.two_ways, "computes something else: 8 filters of 3 × 3, ReLU")
def without_relu():
    return branching(mean_of_photo, between=None)


@wrong(exercise.two_ways, "something pads")
def pads():
    return branching(mean_of_photo, padding="same")


@wrong(exercise.two_ways, "3 filters of 8 × 8")
def filters_and_side_exchanged():
    return branching(mean_of_photo, filters=3, side=8)


@wrong(exercise.two_ways, "one mean for all three channels")
def a_single_mean():
    import keras

    return branching(
        lambda layers, photo, maps: [
            keras.ops.expand_dims(keras.ops.mean(photo, axis=(1, 2, 3)), 1)
        ]
    )


@wrong(exercise.two_ways, "a mean at each pixel")
def mean_over_channels():
    import keras

    return branching(
        lambda layers, photo, maps: [layers.Flatten()(keras.ops.mean(photo, axis=3))]
    )


@wrong(exercise.two_ways, "begin with keras.Input((64, 64, 3))")
def no_input():
    import keras
    from keras import layers

    return keras.Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(1)])


@wrong(exercise.two_ways, "it returns None")
def not_returned():
    branching(mean_of_photo)
