"""The same digits in batches of several sizes: what lesson 20 measures."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from utils.training.equal_terms import digits_of

DIGITS, EPOCHS = 4_096, 4


class BatchTrainer:
    """Trains one small network from many random starts, always with batches of `batch`.

    batch: a divisor of 4 096. Plain gradient descent, no momentum; each digit is used
    four times, so a batch twice as large means half as many steps.
    Source: Goyal and others (2017), Accurate, large minibatch SGD.
    """

    def __init__(self, batch):
        if batch < 1 or DIGITS % batch:
            raise ValueError(
                f"A batch must divide {DIGITS} digits evenly, not {batch}."
            )
        self.batch = batch
        self._network = _network()
        self._rate = tf.Variable(0.0)
        self._step = tf.function(self._one_step)

    def accuracy(self, rate, seed):
        """The share of 3 000 fresh digits that is read rightly after the training.

        rate: the learning rate. seed: 0 to 11, which decides the random start and, by
        `digits_of`, the digits.
        """
        (images, labels), (fresh, truth) = digits_of(seed, DIGITS)
        keras.utils.set_random_seed(seed)
        self._network.set_weights(_network().get_weights())
        self._rate.assign(rate)
        images, labels = tf.constant(images), tf.constant(labels.astype("int32"))
        rng = np.random.default_rng(seed)
        for _ in range(EPOCHS):
            for chosen in rng.permutation(DIGITS).reshape(-1, self.batch):
                self._step(tf.gather(images, chosen), tf.gather(labels, chosen))
        scores = self._network(fresh, training=False).numpy()
        return float(np.mean(scores.argmax(axis=1) == truth))

    def _one_step(self, images, labels):
        weights = [weight.value for weight in self._network.trainable_variables]
        with tf.GradientTape() as tape:
            scores = self._network(images, training=True)
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
            )
        for weight, slope in zip(weights, tape.gradient(loss, weights), strict=True):
            weight.assign_sub(self._rate * slope)


def _network():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
