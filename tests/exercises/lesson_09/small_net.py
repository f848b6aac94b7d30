"""Answers to `small_net`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from tests.exercises.own_class import of_own_class
from utils.exercises import lesson_09 as exercise


def network(stack, shape=(28, 28, 1)):
    """A model that ends in ten probabilities; stack is called with Keras' layers."""
    import keras
    from keras import layers

    end = layers.Dense(10, activation="softmax")
    return keras.Sequential([keras.Input(shape), *stack(layers), end])


@right(exercise.small_net)
def with_large_windows_and_compiled():
    import keras
    from keras import layers

    image = keras.Input((28, 28, 1))
    maps = layers.Conv2D(10, 5, activation="relu")(image)
    maps = layers.Conv2D(16, 3, activation="relu")(layers.MaxPooling2D(2)(maps))
    features = layers.Flatten()(layers.MaxPooling2D(3)(maps))
    model = keras.Model(image, layers.Dense(10, activation="softmax")(features))
    model.compile("sgd", "mse")
    return model


@right(exercise.small_net)
def own_class():
    from keras import layers

    parts = [layers.Conv2D(8, 3, activation="relu"), layers.MaxPooling2D(2)]
    parts += [layers.Conv2D(12, 5, activation="relu"), layers.MaxPooling2D(2)]
    parts += [layers.Flatten(), layers.Dense(10, activation="softmax")]
    return of_own_class(parts, (28, 28, 1))


@wrong(exercise.small_net, "92% are asked for")
def narrow_dense_layer():
    return network(
        lambda layers: [layers.Flatten(), layers.Dense(6, activation="relu")]
    )


@wrong(exercise.small_net, "Global pooling forgets where a stroke lies")
def pooled_everywhere():
    return network(
        lambda layers: [
            layers.Conv2D(4, 5, strides=3, activation="relu"),
            layers.GlobalAveragePooling2D(),
        ]
    )


@wrong(exercise.small_net, "No layer but the last has an activation: add ReLU")
def without_relu():
    return network(lambda layers: [layers.Conv2D(6, 5, strides=3), layers.Flatten()])


@wrong(exercise.small_net, "begin with keras.Input((28, 28, 1))")
def no_input():
    import keras
    from keras import layers

    return keras.Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])


@wrong(exercise.small_net, "7,850 parameters are more than 5,000")
def one_dense_layer():
    return network(lambda layers: [layers.Flatten()])


@wrong(exercise.small_net, "Most of them, 54,090, sit in the layer")
def without_pooling():
    return network(
        lambda layers: [layers.Conv2D(8, 3, activation="relu"), layers.Flatten()]
    )


@wrong(exercise.small_net, "the last layer needs a softmax")
def with_logits():
    import keras
    from keras import layers

    stack = [layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)]
    return keras.Sequential([keras.Input((28, 28, 1)), *stack])


@wrong(exercise.small_net, "it makes (None, 10) of (None, 28, 28)")
def without_channels():
    return network(lambda layers: [layers.Flatten()], shape=(28, 28))


@wrong(exercise.small_net, "it must return a Keras model")
def layers_alone():
    from keras import layers

    return [layers.Flatten(), layers.Dense(10)]
