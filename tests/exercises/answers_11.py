"""Lesson 11: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.exercises import lesson_11 as exercise


@right(exercise.step_towards)
def with_clip_of_the_step(image, gradient, epsilon):
    moved = np.asarray(image, float) + np.sign(-gradient) * epsilon
    moved[moved < 0] = 0
    moved[moved > 1] = 1
    return moved.tolist()


@right(exercise.step_towards)
def with_loops(image, gradient, epsilon):
    moved = image.copy()
    for place in np.ndindex(*image.shape):
        sign = (gradient[place] > 0) - float(gradient[place] < 0)
        moved[place] = min(max(image[place] - sign * epsilon, 0), 1)
    return moved


@wrong(exercise.step_towards, "leads away from it")
def away(image, gradient, epsilon):
    return np.clip(image + epsilon * np.sign(gradient), 0, 1)


@wrong(exercise.step_towards, "leave 0..1: darker than black")
def without_clip(image, gradient, epsilon):
    return image - epsilon * np.sign(gradient)


@wrong(exercise.step_towards, "And what leaves 0..1")
def away_without_clip(image, gradient, epsilon):
    return image + epsilon * np.sign(gradient)


@wrong(exercise.step_towards, "only the sign of the gradient counts")
def by_the_gradient_itself(image, gradient, epsilon):
    return np.clip(image - epsilon * gradient, 0, 1)


@wrong(exercise.step_towards, "only the sign of the gradient counts")
def by_the_gradient_without_clip(image, gradient, epsilon):
    return image - epsilon * gradient


@wrong(exercise.step_towards, "only the pixel with the largest gradient")
def by_a_scaled_gradient(image, gradient, epsilon):
    return np.clip(image - epsilon * gradient / np.max(np.abs(gradient)), 0, 1)


@wrong(exercise.step_towards, "with gradient 0 moves as well")
def never_still(image, gradient, epsilon):
    signs = [[1 if g > 0 else -1 for g in row] for row in gradient.reshape(1, -1)]
    return np.clip(image - epsilon * np.reshape(signs, image.shape), 0, 1)


@wrong(exercise.step_towards, "with gradient 0 moves as well")
def darker_where_in_doubt(image, gradient, epsilon):
    return np.clip(image - epsilon * np.where(gradient < 0, -1, 1), 0, 1)


@wrong(exercise.step_towards, "holds -0.125 at [0, 0], where 0.375 is right")
def the_change_only(image, gradient, epsilon):
    return -epsilon * np.sign(gradient)


@wrong(exercise.step_towards, "is a `return` missing?")
def in_place(image, gradient, epsilon):
    image -= epsilon * np.sign(gradient)


def _count(heat, share):
    return round(share * heat.size)


@right(exercise.cover_brightest)
def in_a_flat_copy(image, heat, share, fill):
    rows = np.array(image).reshape(heat.size, -1)
    rows[np.argsort(heat.ravel())[::-1][: _count(heat, share)]] = fill
    return rows.reshape(image.shape)


@right(exercise.cover_brightest)
def one_after_the_other(image, heat, share, fill):
    covered, left = np.array(image, dtype=np.float64), heat.copy()
    for _ in range(_count(heat, share)):
        place = np.unravel_index(left.argmax(), left.shape)
        covered[place] = fill
        left[place] = -np.inf
    return covered


@right(exercise.cover_brightest)
def with_where(image, heat, share, fill):
    ranks = np.argsort(np.argsort(-heat, axis=None)).reshape(heat.shape)
    return np.where((ranks < _count(heat, share))[..., None], fill, image).tolist()


@wrong(exercise.cover_brightest, "a share of the largest *value*")
def share_of_the_value(image, heat, share, fill):
    covered = image.copy()
    covered[heat > heat.max() * (1 - share)] = fill
    return covered


@wrong(exercise.cover_brightest, "the darkest pixels")
def darkest(image, heat, share, fill):
    covered = image.copy()
    places = np.argsort(heat.ravel())[: _count(heat, share)]
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "[-0:] is [0:]")
def last_zero(image, heat, share, fill):
    covered = image.copy()
    places = np.argsort(heat.ravel())[-_count(heat, share) :]
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "only the first channel")
def first_channel(image, heat, share, fill):
    covered = image.copy()
    places = np.argsort(-heat.ravel())[: _count(heat, share)]
    covered[..., 0].flat[places] = fill
    return covered


@wrong(exercise.cover_brightest, "all the other pixels")
def the_rest(image, heat, share, fill):
    ranks = np.argsort(np.argsort(-heat, axis=None)).reshape(heat.shape)
    return np.where((ranks >= _count(heat, share))[..., None], fill, image)


@wrong(exercise.cover_brightest, "and >= covers it")
def from_a_quantile_on(image, heat, share, fill):
    covered = image.copy()
    covered[heat >= np.quantile(heat, 1 - share)] = fill
    return covered


@wrong(exercise.cover_brightest, "and > leaves it uncovered")
def above_a_quantile(image, heat, share, fill):
    covered = image.copy()
    covered[heat > np.quantile(heat, 1 - share)] = fill
    return covered


@wrong(exercise.cover_brightest, "`fill` is not used")
def always_black(image, heat, share, fill):
    return one_after_the_other(image, heat, share, 0)


@wrong(exercise.cover_brightest, "sorts each row for itself")
def sorted_row_by_row(image, heat, share, fill):
    places = np.argsort(-heat)[: _count(heat, share)]
    covered = image.copy()
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "holds 1 at [0, 1, 0], where 0.2 is right")
def strongest_of_either_sign(image, heat, share, fill):
    return one_after_the_other(image, np.abs(heat), share, fill)


@wrong(exercise.cover_brightest, "the image given is changed")
def into_the_image(image, heat, share, fill):
    places = np.argsort(-heat.ravel())[: _count(heat, share)]
    image[np.unravel_index(places, heat.shape)] = fill
    return image


@wrong(exercise.cover_brightest, "the map given is changed")
def uses_up_the_map(image, heat, share, fill):
    covered = image.copy()
    for _ in range(_count(heat, share)):
        place = np.unravel_index(heat.argmax(), heat.shape)
        covered[place], heat[place] = fill, -np.inf
    return covered


@wrong(exercise.cover_brightest, "here 20 are covered")
def from_a_limit_on(image, heat, share, fill):
    limit = [np.inf, *sorted(heat.ravel(), reverse=True)][_count(heat, share)]
    return np.where((heat >= limit)[..., None], fill, image)


@wrong(exercise.cover_brightest, "too many indices")
def without_rows_and_columns(image, heat, share, fill):
    covered = image.copy()
    covered[np.argsort(-heat.ravel()), 0, 0, 0] = fill
    return covered


@wrong(exercise.cover_brightest, "1 axis is missing")
def the_heat_itself(image, heat, share, fill):
    return np.where(heat > np.quantile(heat, 1 - share), fill, heat)


def _cam(maps, weights, which):
    return np.maximum(maps @ weights[:, which] / maps[..., 0].size, 0)


@right(exercise.rather_than)
def maps_first(maps, weights, this, other):
    one, two = np.moveaxis(maps @ weights, -1, 0)[[this, other]]
    return np.maximum(one - two, 0) / one.size


@right(exercise.rather_than)
def place_by_place(maps, weights, this, other):
    rows, columns, channels = maps.shape
    heat = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for k in range(channels):
                heat[i, j] += maps[i, j, k] * (weights[k, this] - weights[k, other])
    return (heat.clip(0) / (rows * columns)).tolist()


@wrong(exercise.rather_than, "Subtract first, and cut off once")
def two_maps(maps, weights, this, other):
    difference = _cam(maps, weights, this) - _cam(maps, weights, other)
    return np.maximum(difference, 0)


@wrong(exercise.rather_than, "two finished maps")
def two_maps_uncut(maps, weights, this, other):
    return _cam(maps, weights, this) - _cam(maps, weights, other)


@wrong(exercise.rather_than, "the ReLU is missing")
def uncut(maps, weights, this, other):
    return maps @ (weights[:, this] - weights[:, other]) / maps[..., 0].size


@wrong(exercise.rather_than, "other way round")
def turned_round(maps, weights, this, other):
    return maps_first(maps, weights, other, this)


@wrong(exercise.rather_than, "`other` is not used yet")
def one_class(maps, weights, this, other):
    return _cam(maps, weights, this)


@wrong(exercise.rather_than, "by the number of places")
def undivided(maps, weights, this, other):
    return np.maximum(maps @ (weights[:, this] - weights[:, other]), 0)


@wrong(exercise.rather_than, "two things are missing")
def undivided_and_uncut(maps, weights, this, other):
    return maps @ weights[:, this] - maps @ weights[:, other]


@wrong(exercise.rather_than, "of the lesson's maps")
def as_in_the_lesson(maps, weights, this, other):
    return undivided(maps, weights, this, other) / 49


@wrong(exercise.rather_than, "the ReLU comes too early")
def cut_off_channel_by_channel(maps, weights, this, other):
    parts = maps * (weights[:, this] - weights[:, other])
    return np.maximum(parts, 0).sum(axis=-1) / maps[..., 0].size


@wrong(exercise.rather_than, "it stops with IndexError")
def classes_first(maps, weights, this, other):
    return np.maximum(maps @ (weights[this] - weights[other]), 0)


@right(exercise.class_map)
def with_the_helper(model, images, classes, layer):
    from utils.inspection import grad_cam

    return [
        grad_cam(model, image, which, layer)
        for image, which in zip(images, classes, strict=True)
    ]


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


@wrong(exercise.class_map, "the ReLU is missing")
def evidence_for_and_against(model, images, classes, layer):
    return exercise._heat_of(*exercise._maps_and_slopes(model, images, classes, layer))


@wrong(exercise.class_map, "the gradient is that of a probability")
def of_the_probability(model, images, classes, layer):
    import keras
    import tensorflow as tf

    output = keras.layers.Softmax()(model.outputs[0])
    both = keras.Model(model.inputs, [model.get_layer(layer).output, output])
    with tf.GradientTape() as tape:
        maps, answers = both(images)
        asked = tf.gather(answers, classes, axis=1, batch_dims=1)
    worth = tf.reduce_mean(tape.gradient(asked, maps), (1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(worth * maps, axis=-1))


def _with_scores_asked(ask, model, images, layer):
    import keras
    import tensorflow as tf

    inner = model.get_layer(layer).output
    both = keras.Model(model.inputs, [inner, model.outputs[0]])
    with tf.GradientTape() as tape:
        maps, scores = both(images)
        asked = ask(scores)
    worth = tf.reduce_mean(tape.gradient(asked, maps), (1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(worth * maps, axis=-1))


@wrong(exercise.class_map, "valid indices")
def classes_in_brackets(model, images, classes, layer):
    return _with_scores_asked(lambda y: y[:, classes], model, images, layer)


@wrong(exercise.class_map, "valid indices")
def pairs_in_brackets(model, images, classes, layer):
    rows = np.arange(len(classes))
    return _with_scores_asked(lambda y: y[rows, classes], model, images, layer)


@wrong(exercise.class_map, "one score for each image")
def gathered_for_all(model, images, classes, layer):
    from keras import ops

    return _with_scores_asked(
        lambda scores: ops.take(scores, classes, axis=1), model, images, layer
    )


@wrong(exercise.class_map, "one score for each image")
def all_scores(model, images, classes, layer):
    return _with_scores_asked(lambda scores: scores, model, images, layer)


@wrong(exercise.class_map, "the highest score")
def highest_score(model, images, classes, layer):
    from keras import ops

    return _with_scores_asked(
        lambda scores: ops.max(scores, axis=1), model, images, layer
    )


@wrong(exercise.class_map, "the mean runs over the images, too")
def one_worth_for_all_images(model, images, classes, layer):
    maps, slopes = exercise._maps_and_slopes(model, images, classes, layer)
    return np.einsum("nijk,k->nij", maps, slopes.mean((0, 1, 2))).clip(0)


@wrong(exercise.class_map, "it stops with")
def layer_after_layer(model, images, classes, layer):
    import tensorflow as tf

    maps, scores = None, tf.convert_to_tensor(images)
    with tf.GradientTape() as tape:
        for one in model.layers:
            scores = one(scores)
            maps = scores if one.name == layer else maps
        asked = tf.gather(scores, classes, axis=1, batch_dims=1)
    worth = tf.reduce_mean(tape.gradient(asked, maps), (1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(worth * maps, axis=-1))


@wrong(exercise.class_map, "a channel has one worth")
def gradient_times_map(model, images, classes, layer):
    maps, slopes = exercise._maps_and_slopes(model, images, classes, layer)
    return np.maximum(np.sum(maps * slopes, axis=-1), 0)


@wrong(exercise.class_map, "asked for the first class")
def first_class(model, images, classes, layer):
    return in_two_halves(model, images, [classes[0]] * len(images), layer)


@wrong(exercise.class_map, "the map of the last convolution")
def last_convolution(model, images, classes, layer):
    names = [one.name for one in model.layers if "conv" in type(one).__name__.lower()]
    return in_two_halves(model, images, classes, names[-1])


@wrong(exercise.class_map, "4 times the right one everywhere")
def sum_in_place_of_mean(model, images, classes, layer):
    maps, slopes = exercise._maps_and_slopes(model, images, classes, layer)
    return np.maximum(np.einsum("nijk,nlmk->nij", maps, slopes), 0)


@wrong(exercise.class_map, "1 axis is too many")
def channels_kept_apart(model, images, classes, layer):
    maps, slopes = exercise._maps_and_slopes(model, images, classes, layer)
    return np.maximum(maps * slopes.mean(axis=(1, 2), keepdims=True), 0)


@wrong(exercise.class_map, "NoneType")
def outside_the_tape(model, images, classes, layer):
    import keras
    import tensorflow as tf

    maps = keras.Model(model.inputs, model.get_layer(layer).output)(images)
    with tf.GradientTape() as tape:
        scores = model(images)
        asked = tf.gather(scores, classes, axis=1, batch_dims=1)
    worth = tf.reduce_mean(tape.gradient(asked, maps), (1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(worth * maps, axis=-1))
