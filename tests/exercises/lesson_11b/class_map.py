"""Answers to `class_map`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_11b as exercise


@right(exercise.class_map)
def with_the_helper(model, images, classes, layer):
    from utils.models.inspection import grad_cam

    return list(grad_cam(model, images, classes, layer))


@right(exercise.class_map)
def in_two_halves(model, images, classes, layer):
    import keras
    import tensorflow as tf

    middle = model.get_layer(layer).output
    maps = keras.Model(model.inputs, middle)(images, training=False)
    rest = keras.Model(middle, model.outputs[0])
    with tf.GradientTape() as tape:
        tape.watch(maps)
        scores = rest(maps, training=False)
        asked = tf.reduce_sum(scores * tf.one_hot(classes, scores.shape[1]))
    worth = tf.reduce_mean(tape.gradient(asked, maps), (1, 2), keepdims=True)
    return np.maximum(np.sum(worth * maps, axis=3), 0)


@right(exercise.class_map)
def image_by_image(model, images, classes, layer):
    parts = [
        in_two_halves(model, images[i : i + 1], [which], layer)
        for i, which in enumerate(classes)
    ]
    return np.concatenate(parts)


def maps_and_slopes(model, images, layer, ask):
    """The maps of a layer, and the gradient for them of ask(scores)."""
    import keras
    import tensorflow as tf

    inner = model.get_layer(layer).output
    both = keras.Model(model.inputs, [inner, model.outputs[0]])
    with tf.GradientTape() as tape:
        maps, scores = both(images)
        asked = ask(scores)
    return maps.numpy(), tape.gradient(asked, maps).numpy()


def of_classes(classes):
    """As an answer should ask: for one score of each image."""

    def ask(scores):
        from keras import ops

        return ops.sum(scores * ops.one_hot(classes, scores.shape[1]), axis=1)

    return ask


def heat_of(maps, slopes):
    worth = slopes.mean(axis=(1, 2), keepdims=True)
    return np.maximum((worth * maps).sum(axis=-1), 0)


@wrong(exercise.class_map, "the ReLU is missing")
def evidence_for_and_against(model, images, classes, layer):
    maps, slopes = maps_and_slopes(model, images, layer, of_classes(classes))
    return np.einsum("nijk,nk->nij", maps, slopes.mean(axis=(1, 2)))


@wrong(exercise.class_map, "the gradient is that of a probability")
def of_the_probability(model, images, classes, layer):
    from keras import ops

    def ask(scores):
        return of_classes(classes)(ops.softmax(scores))

    return heat_of(*maps_and_slopes(model, images, layer, ask))


@wrong(exercise.class_map, "valid indices")
def classes_in_brackets(model, images, classes, layer):
    return heat_of(*maps_and_slopes(model, images, layer, lambda y: y[:, classes]))


@wrong(exercise.class_map, "valid indices")
def pairs_in_brackets(model, images, classes, layer):
    rows = np.arange(len(classes))
    return heat_of(*maps_and_slopes(model, images, layer, lambda y: y[rows, classes]))


@wrong(exercise.class_map, "one score for each image")
def gathered_for_all(model, images, classes, layer):
    from keras import ops

    def ask(scores):
        return ops.take(scores, classes, axis=1)

    return heat_of(*maps_and_slopes(model, images, layer, ask))


@wrong(exercise.class_map, "one score for each image")
def all_scores(model, images, classes, layer):
    return heat_of(*maps_and_slopes(model, images, layer, lambda scores: scores))


@wrong(exercise.class_map, "the highest score")
def highest_score(model, images, classes, layer):
    from keras import ops

    def ask(scores):
        return ops.max(scores, axis=1)

    return heat_of(*maps_and_slopes(model, images, layer, ask))


@wrong(exercise.class_map, "the mean runs over the images, too")
def one_worth_for_all_images(model, images, classes, layer):
    maps, slopes = maps_and_slopes(model, images, layer, of_classes(classes))
    return np.einsum("nijk,k->nij", maps, slopes.mean((0, 1, 2))).clip(0)


@wrong(exercise.class_map, "it stops with")
def layer_after_layer(model, images, classes, layer):
    import tensorflow as tf

    maps, scores = None, tf.convert_to_tensor(images)
    with tf.GradientTape() as tape:
        for one in model.layers:
            scores = one(scores)
            maps = scores if one.name == layer else maps
        asked = of_classes(classes)(scores)
    return heat_of(maps.numpy(), tape.gradient(asked, maps).numpy())


@wrong(exercise.class_map, "a channel has one worth")
def gradient_times_map(model, images, classes, layer):
    maps, slopes = maps_and_slopes(model, images, layer, of_classes(classes))
    return np.maximum(np.sum(maps * slopes, axis=-1), 0)


@wrong(exercise.class_map, "asked for the first class")
def first_class(model, images, classes, layer):
    return in_two_halves(model, images, [classes[0]] * len(images), layer)


@wrong(exercise.class_map, "the map of the last convolution")
def last_convolution(model, images, classes, layer):
    names = [one.name for one in model.layers if "conv" in type(one).__name__.lower()]
    return in_two_halves(model, images, classes, names[-1])


@wrong(exercise.class_map, "is summed over rows and columns")
def sum_in_place_of_mean(model, images, classes, layer):
    maps, slopes = maps_and_slopes(model, images, layer, of_classes(classes))
    return np.maximum(np.einsum("nijk,nlmk->nij", maps, slopes), 0)


@wrong(exercise.class_map, "1 axis is too many")
def channels_kept_apart(model, images, classes, layer):
    maps, slopes = maps_and_slopes(model, images, layer, of_classes(classes))
    return np.maximum(maps * slopes.mean(axis=(1, 2), keepdims=True), 0)


@wrong(exercise.class_map, "gradient: of something that the tape did not see")
def outside_the_tape(model, images, classes, layer):
    import keras
    import tensorflow as tf

    maps = keras.Model(model.inputs, model.get_layer(layer).output)(images)
    with tf.GradientTape() as tape:
        asked = of_classes(classes)(model(images))
    worth = tf.reduce_mean(tape.gradient(asked, maps), (1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(worth * maps, axis=-1))


@wrong(exercise.class_map, "write model.outputs[0], and model.inputs[0]")
def as_for_a_functional_model(model, images, classes, layer):
    import keras

    keras.Model(model.inputs, [model.get_layer(layer).output, model.output])


@wrong(exercise.class_map, "right, but it changes your `model`: work on a copy")
def freezes_the_model(model, images, classes, layer):
    model.trainable = False
    return in_two_halves(model, images, classes, layer)
