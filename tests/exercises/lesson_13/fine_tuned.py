"""Answers to `fine_tuned`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_13 as exercise


def _new_head():
    import keras
    from keras import layers

    return keras.Sequential(
        [layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")]
    )


def _trained_head(base, images, labels):
    """A head that has seen each image forty times, in one long epoch."""
    import keras

    base.trainable = False
    maps = np.tile(base(images, training=False), (40, 1, 1, 1))
    head = _new_head()
    head.compile(keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy")
    head.fit(maps, np.tile(labels, 40), batch_size=20, verbose=0)
    return head


def _unfreeze(base):
    from keras import layers

    base.trainable = True
    for layer in base.layers:
        layer.trainable = not isinstance(layer, layers.BatchNormalization)


def _fit(model, images, labels, rate):
    """Three steps, too few for building a graph of them to be worth its time."""
    import keras

    optimizer = keras.optimizers.Adam(rate)
    loss = "sparse_categorical_crossentropy"
    model.compile(optimizer, loss, metrics=["accuracy"], run_eagerly=True)
    model.fit(images, labels, batch_size=20, verbose=0)
    return model


@right(exercise.fine_tuned)
def head_on_kept_maps(base, images, labels):
    import keras

    head = _trained_head(base, images, labels)
    _unfreeze(base)
    return _fit(keras.Sequential([base, head]), images, labels, 1e-5)


@right(exercise.fine_tuned)
def top_only_by_hand(base, images, labels):
    import keras
    import tensorflow as tf

    head = _trained_head(base, images, labels)
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
    return _fit(keras.Sequential([base, _new_head()]), images, labels, 1e-5)


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


@wrong(exercise.fine_tuned, "may be NumPy's, as from array.max(). Keras wants")
def as_many_units_as_numpy_counts(base, images, labels):
    from keras import layers

    return layers.Dense(labels.max() + 1, activation="softmax")


@wrong(exercise.fine_tuned, "must return the model, not NoneType.")
def returns_nothing(base, images, labels):
    _unfreeze(base)


@wrong(exercise.fine_tuned, "not tuple. (The lesson's fine_tune returns a model and")
def returns_the_history_too(base, images, labels):
    import keras

    return keras.Sequential([base, _new_head()]), {"loss": [1.0]}


@wrong(exercise.fine_tuned, "takes (12, 12, 16) for each image, and an image is (12,")
def returns_the_head(base, images, labels):
    head = _new_head()
    head(base(images))
    return head


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
    return _fit(keras.Sequential([base, _new_head()]), images, labels, 1e-6)
