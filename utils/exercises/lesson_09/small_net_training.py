"""How well an answer to `small_net` reads once it is trained."""

from functools import cache

import numpy as np

from utils.checking.keras_models import is_of_own_class

GOAL = 0.92
TRIES, NEAR = 3, 0.02  # who just misses the goal is trained again, from another start


def best_share(model):
    """What a model reads after training; the best of some tries, where it is near."""
    best = 0.0
    for seed in range(TRIES):
        best = max(best, _trained_share(model, seed))
        if not GOAL - NEAR <= best < GOAL:
            break
    return best


def _trained_share(model, seed):
    """Train a copy on 3 000 digits; return the share of 2 000 others that it reads.

    What it reads depends on the design and the seed alone, whenever it was built. A
    model of somebody's own class, which cannot be copied, gets its weights back.
    """
    import keras

    keras.utils.set_random_seed(seed)
    if not is_of_own_class(model):
        return _share_after_training(keras.models.clone_model(model), seed)
    before = model.get_weights()
    try:
        return _share_after_training(model, seed)
    finally:
        model.set_weights(before)


def _share_after_training(model, seed):
    import keras
    import tensorflow as tf

    (images, labels), (new_images, new_labels) = _digits()
    rate = keras.optimizers.schedules.CosineDecay(0.005, decay_steps=5 * 60)
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
    model.optimizer.build(model.trainable_variables)
    step = tf.function(model.train_step, autograph=False)  # done sooner than `fit`
    random = np.random.default_rng(seed)
    for _ in range(5):
        for batch in random.permutation(len(images)).reshape(-1, 50):
            step((images[batch], labels[batch]))
    batches = np.split(new_images, 4)
    read = [np.argmax(model(batch, training=False), axis=1) for batch in batches]
    return np.mean(np.concatenate(read) == new_labels)


@cache
def _digits():
    """3 000 digits to train on and 2 000 others; the test digits stay out of it."""
    from utils.files.datasets import load_mnist

    (images, labels), _ = load_mnist()
    images = images[..., np.newaxis]
    parts = slice(3000), slice(50_000, 52_000)
    return [(images[part].copy(), labels[part]) for part in parts]
