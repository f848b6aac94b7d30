"""Answers to `mended`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.own_class import of_own_class
from utils.exercises import lesson_08b as exercise


def compiled(
    activation, loss, after=(), hidden=32, metrics=("accuracy",), between="relu"
):
    """The network of the clinic, with the parts named."""
    import keras
    from keras import layers

    stack = [layers.Dense(hidden, activation=between)]
    stack += [layers.Dense(3, activation=activation), *after]
    model = keras.Sequential([keras.Input((784,)), *stack])
    model.compile("adam", loss, metrics=list(metrics))
    return model


@right(exercise.mended)
def softmax_in_the_model():
    return compiled("softmax", "sparse_categorical_crossentropy")


@right(exercise.mended)
def softmax_behind_a_reshape():
    from keras import layers, losses

    after = [layers.Reshape((3,))]
    return compiled("softmax", losses.SparseCategoricalCrossentropy(), after)


@right(exercise.mended)
def softmax_in_the_loss():
    from keras import losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled("linear", loss, metrics=["sparse_categorical_accuracy"])


@right(exercise.mended)
def logarithms_of_probabilities():
    from keras import losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled("log_softmax", loss)


@right(exercise.mended)
def a_softmax_layer_of_its_own():
    from keras import layers

    after = [layers.Softmax()]
    return compiled(None, "sparse_categorical_crossentropy", after)


@right(exercise.mended)
def own_class():
    from keras import layers

    parts = [layers.Dense(32, "relu"), layers.Dense(3, "softmax")]
    model = of_own_class(parts, (784,))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@wrong(exercise.mended, "no softmax is left at all")
def logarithms_without_from_logits():
    return compiled("log_softmax", "sparse_categorical_crossentropy")


@wrong(exercise.mended, "neither scores nor probabilities")
def scores_cut_off():
    from keras import losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled("relu", loss)


@wrong(exercise.mended, "still two softmaxes in a row")
def flattened_instead():
    from keras import layers, losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled("softmax", loss, [layers.Flatten()])


@wrong(exercise.mended, "still two softmaxes in a row")
def two_layers():
    from keras import layers

    loss = "sparse_categorical_crossentropy"
    return compiled("softmax", loss, [layers.Reshape((3,)), layers.Softmax()])


@wrong(exercise.mended, "Now Keras sees the first one")
def without_the_reshape():
    from keras import losses

    return compiled("softmax", losses.SparseCategoricalCrossentropy(from_logits=True))


@wrong(exercise.mended, "no softmax is left at all")
def both_taken_away():
    return compiled(None, "sparse_categorical_crossentropy")


@wrong(exercise.mended, "same rank")
def loss_for_one_hot():
    return compiled("softmax", "categorical_crossentropy")


@wrong(exercise.mended, "is it the loss for one of three classes")
def squared_error():
    return compiled("softmax", "mean_squared_error")


@wrong(exercise.mended, "neither scores nor probabilities")
def sigmoids():
    return compiled("sigmoid", "sparse_categorical_crossentropy")


@wrong(exercise.mended, "neither scores nor probabilities")
def sigmoids_by_logits():
    from keras import losses

    return compiled("sigmoid", losses.SparseCategoricalCrossentropy(from_logits=True))


@wrong(exercise.mended, "its ReLU is missing")
def relu_lost():
    return compiled("softmax", "sparse_categorical_crossentropy", between=None)


@wrong(exercise.mended, "its ReLU is missing")
def relu_lost_with_scores():
    from keras import losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled(None, loss, between=None)


@wrong(exercise.mended, "begin with keras.Input((784,))")
def nothing_known_of_the_input():
    import keras
    from keras import layers

    model = keras.Sequential([layers.Dense(32, "relu"), layers.Dense(3, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@wrong(exercise.mended, "the accuracy is not reported: metrics=")
def without_metric():
    return compiled("softmax", "sparse_categorical_crossentropy", metrics=())


@wrong(exercise.mended, "the dense layers have changed")
def larger():
    return compiled("softmax", "sparse_categorical_crossentropy", hidden=64)


@wrong(exercise.mended, "the model is not compiled")
def not_compiled():
    import keras
    from keras import layers

    stack = [layers.Dense(32, "relu"), layers.Dense(3, "softmax")]
    return keras.Sequential([keras.Input((784,)), *stack])
