"""Answers to `shift_blind_net`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.own_class import of_own_class
from utils.exercises import lesson_05 as exercise


def network(side, *hidden):
    """The learner's network: these layers, by name and arguments, and a dense one."""
    from keras import Input, Sequential, layers

    stack = [getattr(layers, name)(*args, **kw) for name, args, kw in hidden]
    return Sequential([Input((side, side, 1)), *stack, layers.Dense(10)])


RELU = {"activation": "relu"}


@right(exercise.shift_blind_net)
def functional_with_averages(side):
    import keras
    from keras import layers

    inputs = keras.Input((side, side, 1))
    maps = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
    maps = layers.MaxPooling2D(2, strides=1)(maps)
    numbers = layers.GlobalAveragePooling2D()(maps)
    outputs = layers.Dense(10, activation="softmax")(numbers)
    return keras.Model(inputs, outputs)


@right(exercise.shift_blind_net)
def maximum_by_pooling(side):
    return network(
        side,
        ("Conv2D", (8, 5), {}),
        ("MaxPooling2D", (side - 4,), {}),  # one window, the whole map
        ("Flatten", (), {}),
    )


@right(exercise.shift_blind_net)
def dilated(side):
    return network(
        side,
        ("Conv2D", (8, 3), RELU),
        ("Conv2D", (8, 3), RELU | {"dilation_rate": 2}),
        ("BatchNormalization", (), {}),
        ("GlobalMaxPooling2D", (), {}),
    )


@right(exercise.shift_blind_net)
def own_class(side):
    from keras import layers

    stack = [layers.Conv2D(8, 5, activation="relu"), layers.GlobalMaxPooling2D()]
    return of_own_class([*stack, layers.Dense(10)], (side, side, 1))


@right(exercise.shift_blind_net)
def of_any_size(side):
    from keras import Input, Sequential, layers

    stack = [layers.Conv2D(8, 5, activation="relu"), layers.GlobalMaxPooling2D()]
    return Sequential([Input((None, None, 1)), *stack, layers.Dense(10)])


@wrong(exercise.shift_blind_net, "by 2 pixels gets the same scores, by 1 pixel others")
def as_in_the_lesson(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU),
        ("MaxPooling2D", (2,), {}),
        ("Conv2D", (32, 5), RELU),
        ("GlobalMaxPooling2D", (), {}),
    )


@right(exercise.shift_blind_net)
def maxima_to_the_end(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU),
        ("MaxPooling2D", (2,), {}),
        ("GlobalMaxPooling2D", (), {}),
    )


@wrong(exercise.shift_blind_net, "moves in steps of 3")
def pooling_by_three(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU),
        ("MaxPooling2D", (3,), {}),
        ("Conv2D", (8, 3), RELU),
        ("GlobalMaxPooling2D", (), {}),
    )


@wrong(exercise.shift_blind_net, "in steps of several pixels?")
def pooling_by_five(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU),
        ("MaxPooling2D", (5,), {}),
        ("Conv2D", (8, 3), RELU),
        ("GlobalMaxPooling2D", (), {}),
    )


@wrong(exercise.shift_blind_net, "moves in steps of 4")
def two_strides(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU | {"strides": 2}),
        ("Conv2D", (8, 3), RELU | {"strides": 2}),
        ("GlobalMaxPooling2D", (), {}),
    )


@wrong(exercise.shift_blind_net, "still knows places")
def flattened(side):
    return network(side, ("Conv2D", (8, 5), RELU), ("Flatten", (), {}))


@wrong(exercise.shift_blind_net, "only the amount of ink")
def linear_and_mean(side):
    return network(side, ("Conv2D", (8, 5), {}), ("GlobalAveragePooling2D", (), {}))


@wrong(exercise.shift_blind_net, "cannot tell blots apart")
def no_convolution(side):
    return network(side, ("GlobalMaxPooling2D", (), {}))


@wrong(exercise.shift_blind_net, "gives the shape (62, 62, 10)")
def no_global_pooling(side):
    return network(side, ("Conv2D", (8, 3), RELU))


@wrong(exercise.shift_blind_net, "(40, 40, 1) is right")
def of_one_size(side):
    return network(28, ("Conv2D", (8, 5), RELU), ("GlobalMaxPooling2D", (), {}))


@wrong(exercise.shift_blind_net, "cannot tell blots apart")
def of_zeros(side):
    zeros = RELU | {"kernel_initializer": "zeros"}
    return network(side, ("Conv2D", (8, 5), zeros), ("GlobalMaxPooling2D", (), {}))


@wrong(exercise.shift_blind_net, "begin with keras.Input((side, side, 1))")
def without_input(side):
    from keras import Sequential, layers

    return Sequential(
        [layers.Conv2D(8, 5), layers.GlobalMaxPooling2D(), layers.Dense(10)]
    )


@wrong(exercise.shift_blind_net, "it returns None: is a `return` missing?")
def not_returned(side):
    flattened(side)


@wrong(exercise.shift_blind_net, "must return a Keras model")
def list_of_layers(side):
    from keras import layers

    return [layers.Conv2D(8, 5), layers.GlobalMaxPooling2D(), layers.Dense(10)]


wrong(exercise.shift_blind_net, "wants the function itself", "a model")


@wrong(exercise.shift_blind_net, "for side = 40 it takes images of shape (64, 64, 1)")
def of_the_tested_size(side):
    return maximum_by_pooling(64)
