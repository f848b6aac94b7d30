"""Lesson 13: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.exercises import lesson_13 as exercise


@right(exercise.nearest_mean)
def with_loops(features, labels, new_features):
    answers = []
    for row in new_features:
        distances = []
        for label in sorted(set(labels)):
            mean = sum(features[labels == label]) / np.sum(labels == label)
            distances.append(np.linalg.norm(row - mean))
        answers.append(distances.index(min(distances)))
    return answers


@right(exercise.nearest_mean)
def by_matrix_products(features, labels, new_features):
    one_hot = np.eye(labels.max() + 1)[labels]
    means = (one_hot / one_hot.sum(axis=0)).T @ features
    squares = (means**2).sum(axis=1) - 2 * new_features @ means.T
    return squares.argmin(axis=1).astype("float32")


def _means(features, labels):
    return np.array([features[labels == k].mean(axis=0) for k in np.unique(labels)])


@wrong(exercise.nearest_mean, "the nearest single photo")
def nearest_neighbour(features, labels, new_features):
    return [
        labels[np.argmin(np.linalg.norm(features - row, axis=1))]
        for row in new_features
    ]


@wrong(exercise.nearest_mean, "*farthest* away")
def farthest(features, labels, new_features):
    away = new_features[:, None] - _means(features, labels)
    return np.argmax(np.linalg.norm(away, axis=2), axis=1)


@wrong(exercise.nearest_mean, "the sum of a class")
def nearest_sum(features, labels, new_features):
    sums = np.array([features[labels == k].sum(axis=0) for k in np.unique(labels)])
    return np.argmin(np.linalg.norm(new_features[:, None] - sums, axis=2), axis=1)


@wrong(exercise.nearest_mean, "the largest product")
def largest_product(features, labels, new_features):
    return (new_features @ _means(features, labels).T).argmax(axis=1)


@wrong(exercise.nearest_mean, "these are the squared distances themselves")
def smallest_squares(features, labels, new_features):
    away = new_features[:, None] - _means(features, labels)
    return np.min((away**2).sum(axis=2), axis=1)


@wrong(exercise.nearest_mean, "these are the distances themselves")
def smallest_distances(features, labels, new_features):
    return np.sqrt(smallest_squares(features, labels, new_features))


@wrong(exercise.nearest_mean, "1 axis is too many")
def no_argmin(features, labels, new_features):
    away = new_features[:, None] - _means(features, labels)
    return np.linalg.norm(away, axis=2)


@wrong(exercise.nearest_mean, "it stops with ValueError: operands could not be broad")
def without_a_new_axis(features, labels, new_features):
    means = np.concatenate([_means(features, labels), features])
    return np.argmin((new_features - means) ** 2, axis=1)


@right(exercise.fold_in)
def with_einsum(kernel, mean, sd):
    folded = np.einsum("ijcf,c->ijcf", kernel, 1 / np.array(sd))
    return folded.tolist(), [
        -np.sum(folded[..., f] * mean) for f in range(folded.shape[3])
    ]


@right(exercise.fold_in)
def by_feeding_zeros(kernel, mean, sd):
    black = (0 - mean) / sd  # what a 0 becomes
    bias = np.sum(kernel * black[None, None, :, None], axis=(0, 1, 2))
    return kernel / sd[:, np.newaxis], bias.astype("float32")


@right(exercise.fold_in)
def by_broadcasting(kernel, mean, sd):
    return kernel / sd[:, None], -(kernel * (mean / sd)[:, None]).sum((0, 1, 2))


@wrong(exercise.fold_in, "the sign of the bias")
def added_mean(kernel, mean, sd):
    folded, bias = by_feeding_zeros(kernel, mean, sd)
    return folded, -bias


@wrong(exercise.fold_in, "you multiplied")
def multiplied(kernel, mean, sd):
    folded = kernel * sd[:, None]
    return folded, -np.sum(folded * mean[:, None], axis=(0, 1, 2))


@wrong(exercise.fold_in, "so it is divided too")
def bias_of_the_old_weights(kernel, mean, sd):
    return kernel / sd[:, None], -np.sum(kernel * mean[:, None], axis=(0, 1, 2))


@wrong(exercise.fold_in, "the bias is not minus the mean")
def mean_as_bias(kernel, mean, sd):
    return kernel / sd[:, None], -mean


@wrong(exercise.fold_in, "must show in the bias")
def no_bias(kernel, mean, sd):
    return kernel / sd[:, None], [0] * kernel.shape[3]


@wrong(exercise.fold_in, "lays them along the last one, the filters")
def along_the_filters(kernel, mean, sd):
    folded = kernel / sd
    return folded, -(folded * mean).sum(axis=(0, 1, 2))


@wrong(exercise.fold_in, "wrong part 1")
def kernel_as_it_was(kernel, mean, sd):
    return kernel, by_feeding_zeros(kernel, mean, sd)[1]


@wrong(exercise.fold_in, "must consist of 2 parts")
def weights_only(kernel, mean, sd):
    return kernel / sd[:, None]


@right(exercise.unfreeze_last)
def counting_from_the_top(base, count):
    base.trainable = True
    for layer in reversed(base.layers):
        is_convolution = type(layer).__name__ == "Conv2D"
        layer.trainable = is_convolution and count > 0
        count -= is_convolution
    return base


@right(exercise.unfreeze_last)
def by_numbers(base, count):
    from keras import layers

    base.trainable = True
    places = [
        place
        for place, layer in enumerate(base.layers)
        if isinstance(layer, layers.Conv2D)
    ]
    for layer in base.layers:
        layer.trainable = False
    for place in places[::-1][:count]:
        base.layers[place].trainable = True


def _convolutions(base):
    from keras import layers

    return [layer for layer in base.layers if isinstance(layer, layers.Conv2D)]


@wrong(exercise.unfreeze_last, "the base as a whole is switched off")
def outer_switch_forgotten(base, count):
    learning = _convolutions(base)[3 - count :]
    for layer in base.layers:
        layer.trainable = layer in learning


@wrong(exercise.unfreeze_last, "the base as a whole is switched off")
def freezes_only(base, count):
    learning = _convolutions(base)[3 - count :]
    for layer in base.layers:
        if layer not in learning:
            layer.trainable = False


@wrong(exercise.unfreeze_last, "batch normalisation is switched on")
def with_normalisation(base, count):
    base.trainable = True
    first = base.layers.index(_convolutions(base)[3 - count])
    for layer in base.layers[:first]:
        layer.trainable = False


@wrong(exercise.unfreeze_last, "even where its γ and β do not learn")
def switches_of_the_weights(base, count):
    base.trainable = True
    learning = _convolutions(base)[3 - count :]
    for layer in base.layers:
        for weights in layer.weights:
            weights.trainable = layer in learning


@wrong(exercise.unfreeze_last, "those of type Conv2D")
def every_layer_counts(base, count):
    base.trainable = True
    for layer in base.layers[:-count]:
        layer.trainable = False


@wrong(exercise.unfreeze_last, "whatever their names")
def by_name(base, count):
    base.trainable = True
    convolutions = [layer for layer in base.layers if "conv" in layer.name]
    for layer in base.layers:
        layer.trainable = layer in convolutions[len(convolutions) - count :]


@wrong(exercise.unfreeze_last, "it neither counts nor learns")
def depthwise_counts(base, count):
    base.trainable = True
    found = [layer for layer in base.layers if "Conv2D" in type(layer).__name__]
    for layer in base.layers:
        layer.trainable = layer in found[len(found) - count :]


@wrong(exercise.unfreeze_last, "that is the bottom")
def from_the_bottom(base, count):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = layer in _convolutions(base)[:count]


@wrong(exercise.unfreeze_last, "[-0:] is [0:]")
def minus_zero(base, count):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = layer in _convolutions(base)[-count:]


@wrong(exercise.unfreeze_last, "too much learns")
def all_but_normalisation(base, count):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = not layer.name.endswith("_bn")


@wrong(exercise.unfreeze_last, "not those of a copy")
def on_a_copy(base, count):
    import keras

    copied = keras.models.clone_model(base)
    by_numbers(copied, count)
    return copied


def _new_head():
    import keras
    from keras import layers

    return keras.Sequential(
        [layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")]
    )


def _head(base, images, labels):
    import keras

    base.trainable = False
    head = _new_head()
    maps = base(images, training=False).numpy()
    optimizer = keras.optimizers.Adam(0.02)
    head.compile(optimizer, "sparse_categorical_crossentropy")
    head.fit(maps, labels, batch_size=20, epochs=40, verbose=0)
    return head


def _unfreeze(base):
    from keras import layers

    base.trainable = True
    for layer in base.layers:
        layer.trainable = not isinstance(layer, layers.BatchNormalization)


def _fit(model, images, labels, rate, epochs=3):
    import keras

    optimizer = keras.optimizers.Adam(rate)
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(images, labels, batch_size=20, epochs=epochs, verbose=0)
    return model


@right(exercise.fine_tuned)
def head_on_kept_maps(base, images, labels):
    import keras

    head = _head(base, images, labels)
    _unfreeze(base)
    return _fit(keras.Sequential([base, head]), images, labels, 1e-5)


@right(exercise.fine_tuned)
def top_only_by_hand(base, images, labels):
    import keras
    import tensorflow as tf

    head = _head(base, images, labels)
    base.trainable = True
    photo = keras.Input(base.input_shape[1:])
    model = keras.Model(photo, head(base(photo, training=False)))
    kernel = base.get_layer("project").kernel
    with tf.GradientTape() as tape:
        answers = model(images, training=False)
        loss = keras.losses.sparse_categorical_crossentropy(labels, answers)
    kernel.assign_sub(1e-3 * tape.gradient(loss, kernel.value))
    return model


@wrong(exercise.fine_tuned, "the base has not: its filters are as before")
def frozen_to_the_end(base, images, labels):
    import keras

    _unfreeze(base)
    base.trainable = False
    return keras.Sequential([base, _new_head()])


@wrong(exercise.fine_tuned, "batch normalisation has changed")
def normalisation_learns(base, images, labels):
    import keras

    base.trainable = True
    return _fit(keras.Sequential([base, _new_head()]), images, labels, 1e-5, epochs=1)


@wrong(exercise.fine_tuned, "is being overwritten")
def too_large_a_rate(base, images, labels):
    import keras

    _unfreeze(base)
    return _fit(keras.Sequential([base, _new_head()]), images, labels, 0.1)


@wrong(exercise.fine_tuned, "no probabilities")
def scores(base, images, labels):
    import keras
    from keras import layers

    return keras.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(3)])


@wrong(exercise.fine_tuned, "one probability for each class")
def too_many_classes(base, images, labels):
    import keras
    from keras import layers

    head = layers.Dense(4, activation="softmax")
    return keras.Sequential([base, layers.GlobalAveragePooling2D(), head])


@wrong(exercise.fine_tuned, "must return the model, not NoneType.")
def returns_nothing(base, images, labels):
    _unfreeze(base)


@wrong(exercise.fine_tuned, "not tuple. (The lesson's fine_tune returns a model and")
def returns_the_history_too(base, images, labels):
    import keras

    return keras.Sequential([base, _new_head()]), {"loss": [1.0]}


@wrong(exercise.fine_tuned, "takes (12, 12, 16) for each image, and an image is (12,")
def returns_the_head(base, images, labels):
    return _head(base, images, labels)


@wrong(exercise.fine_tuned, "train this base, not a copy")
def tunes_a_copy(base, images, labels):
    import keras

    copied = keras.models.clone_model(base)
    copied.set_weights(base.get_weights())
    _unfreeze(copied)
    return _fit(keras.Sequential([copied, _new_head()]), images, labels, 1e-4)


@wrong(exercise.fine_tuned, "Train the head longer, or with a larger rate")
def head_never_trained(base, images, labels):
    import keras

    _unfreeze(base)
    return _fit(keras.Sequential([base, _new_head()]), images, labels, 1e-6, epochs=1)
