"""Answers to `lean_network`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.own_class import of_own_class
from utils.exercises import lesson_06 as exercise


def network(first=None, between=None, second=None, end=None, **dense):
    """The solution, with other settings or layers in one place."""
    from keras import Input, Sequential, layers

    plain = {"kernel_size": 3, "padding": "same", "activation": "relu"}
    return Sequential(
        [
            Input((32, 32, 3)),
            layers.Conv2D(**{"filters": 32, "strides": 2, **plain, **(first or {})}),
            *([layers.MaxPooling2D(2)] if between is None else between),
            layers.Conv2D(**{"filters": 64, **plain, **(second or {})}),
            *([layers.GlobalAveragePooling2D()] if end is None else end),
            layers.Dense(**{"units": 10, "activation": "softmax", **dense}),
        ]
    )


@right(exercise.lean_network)
def two_strides():
    import keras
    from keras import layers

    inputs = keras.Input((32, 32, 3))
    maps = layers.Conv2D(32, 3, 2, padding="same", activation="relu")(inputs)
    maps = layers.Conv2D(64, 3, 2, padding="same", activation="relu")(maps)
    averages = layers.GlobalAveragePooling2D()(maps)
    hidden = layers.Dense(64, activation="relu")(averages)
    return keras.Model(inputs, layers.Softmax()(layers.Dense(10)(hidden)))


@right(exercise.lean_network)
def separable():
    from keras import Input, Sequential, layers

    return Sequential(
        [
            Input((32, 32, 3)),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.SeparableConv2D(64, 3, padding="same", activation="relu"),
            layers.GlobalMaxPooling2D(),
            layers.Dense(10, activation="softmax"),
        ]
    )


@wrong(exercise.lean_network, "join them with keras.Sequential")
def own_class():
    return of_own_class(network().layers, (32, 32, 3))


@wrong(exercise.lean_network, "30 000 parameters are allowed")
def flattened():
    from keras import layers

    return network(end=[layers.Flatten()])


@wrong(exercise.lean_network, "2 000 000 multiply-adds are allowed")
def as_in_the_lesson_but_for_the_end():
    return network(first={"strides": 1})


@wrong(exercise.lean_network, "keep the two of the lesson")
def fewer_filters():
    return network(first={"filters": 8}, second={"filters": 16})


@wrong(exercise.lean_network, "keep the filters of both convolutions 3×3")
def one_by_one():
    return network(second={"kernel_size": 1})


@wrong(exercise.lean_network, "gives maps of 4×4 places")
def hardly_a_place_left():
    from keras import layers

    return network(between=[layers.MaxPooling2D(4)])


@wrong(exercise.lean_network, "do not add up to 1")
def without_softmax():
    return network(activation=None)


@wrong(exercise.lean_network, "into (10,) is right")
def eleven_classes():
    return network(units=11)


@wrong(exercise.lean_network, "it returns None")
def not_returned():
    network()
