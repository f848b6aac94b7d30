"""Networks trained on equal terms, once per seed: what lesson 5 compares."""

from functools import lru_cache

import keras
import numpy as np
import tensorflow as tf

from utils.files.arguments import whole_number
from utils.files.datasets import load_mnist

FRESH, BLOCK = 3_000, 5_000
BATCH_SIZE = 100


def digits_of(seed, n=2_000):
    """Return (images, labels) to learn from and (images, labels) that are fresh.

    seed: 0 to 11. Each seed has a block of 5 000 of the 60 000 training images of MNIST
    to itself: 3 000 fresh ones and 2 000 to learn from, so runs of two seeds share
    nothing. n: how many to learn from, at most 57 000; beyond 2 000 they come out of
    other seeds' blocks too, never out of the seed's own fresh ones.
    images: (n, 28, 28, 1) and (3000, 28, 28, 1). The test images are not touched.
    """
    images, labels = _training_digits()
    blocks = len(images) // BLOCK
    if whole_number(seed, "seed", 0) >= blocks:
        raise ValueError(f"There are digits for seeds 0 to {blocks - 1}, not {seed}.")
    if whole_number(n, "n", 1) > len(images) - FRESH:
        raise ValueError(
            f"There are {len(images) - FRESH} digits to learn from, not {n}."
        )
    order = np.random.default_rng(0).permutation(len(images))
    fresh, learn = np.split(np.roll(order, -BLOCK * seed)[: FRESH + n], [FRESH])
    return (images[learn], labels[learn]), (images[fresh], labels[fresh])


def train_on_equal_terms(hidden, examples, epochs=25, learning_rate=0.003):
    """Return a trained network for each seed, in order.

    hidden: a function that returns new hidden layers; behind them stand a dense layer
    with ten units and softmax. examples: {seed: (images, labels)}, as many images for
    every seed, some hundreds. The loss is the cross-entropy. In every epoch each image
    is used once, in batches of 100; the seed decides the random start and the order.
    Adam begins at learning_rate, which falls to zero along half a cosine.
    Source: Kingma and Ba (2015), Adam; Loshchilov and Hutter (2017), SGDR.
    """
    shapes = {images.shape for images, _ in examples.values()}
    if len(shapes) != 1 or min(shapes)[0] % BATCH_SIZE:
        raise ValueError(
            f"Equal terms need images of one shape for every seed, and {BATCH_SIZE} or "
            f"a multiple of it, not {sorted(shapes)}."
        )
    n, *shape = shapes.pop()
    learner = _Learner(hidden, shape, learning_rate, epochs * n // BATCH_SIZE)
    networks = []
    for seed, (images, labels) in examples.items():
        keras.utils.set_random_seed(seed)
        network = _network(hidden, shape)
        rng = np.random.default_rng(seed)
        orders = [rng.permutation(n) for _ in range(epochs)]
        learner.train(network, images, labels, orders)
        networks.append(network)
    return networks


def accuracy(network, images, labels):
    """Return the share of images read correctly, in %."""
    return 100 * float(np.mean(np.argmax(network(images), axis=-1) == labels))


class _Learner:
    """Trains many networks of one kind; TensorFlow translates it once.

    Its optimizer stands at its very first state before each training, the learning rate
    too: as if it had been built anew.
    """

    def __init__(self, hidden, shape, learning_rate, steps):
        self.network = _network(hidden, shape)
        cosine = keras.optimizers.schedules.CosineDecay(learning_rate, steps)
        self.optimizer = keras.optimizers.Adam(cosine)
        self.optimizer.build(self.network.trainable_variables)
        self.first_state = [np.array(value) for value in self.optimizer.variables]

    def train(self, network, images, labels, orders):
        """Give the network the weights that it would have learnt itself."""
        self.network.set_weights(network.get_weights())
        state = zip(self.optimizer.variables, self.first_state, strict=True)
        for variable, value in state:
            variable.assign(value)
        images, labels = tf.constant(images, tf.float32), tf.constant(labels)
        for order in orders:
            self._epoch(images, labels, tf.constant(order.reshape(-1, BATCH_SIZE)))
        network.set_weights(self.network.get_weights())

    @tf.function
    def _epoch(self, images, labels, batches):
        """One step for each batch, a row of indices."""
        weights = self.network.trainable_variables
        for batch in batches:
            with tf.GradientTape() as tape:
                shares = self.network(tf.gather(images, batch), training=True)
                losses = keras.losses.sparse_categorical_crossentropy(
                    tf.gather(labels, batch), shares
                )
                loss = tf.reduce_mean(losses)
            self.optimizer.apply(tape.gradient(loss, weights), weights)


def _network(hidden, shape):
    output = [keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")]
    return keras.Sequential([keras.Input(shape), *hidden(), *output])


@lru_cache
def _training_digits():
    (images, labels), _ = load_mnist()
    return images[..., np.newaxis], labels
