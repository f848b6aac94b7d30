"""Lesson 18's two networks that train each other to draw digits, as it wrote them out.

Lesson 18 wrote out all but the generator without normalisation. Source: Goodfellow and
others (2014), arXiv:1406.2661; the layout is that of Radford and others (2015),
arXiv:1511.06434, made small.
"""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

NOISE = 32  # random numbers for each drawing
BATCH = 64


def new_generator(normalised=True):
    """Return a new network: 32 random numbers → (28, 28, 1), ink between 0 and 1.

    normalised: whether both hidden layers have batch normalisation.
    """
    stack = [keras.Input((NOISE,)), layers.Dense(7 * 7 * 48, use_bias=not normalised)]
    stack += [*_bend(normalised), layers.Reshape((7, 7, 48))]
    up = {"strides": 2, "padding": "same"}
    stack.append(layers.Conv2DTranspose(24, 4, use_bias=not normalised, **up))
    stack += _bend(normalised)
    stack.append(layers.Conv2DTranspose(1, 4, activation="sigmoid", **up))
    return keras.Sequential(stack)


def _bend(normalised):
    before = [layers.BatchNormalization(momentum=0.9)] if normalised else []
    return [*before, layers.ReLU()]


def new_discriminator():
    """Return a new network: (28, 28, 1) → a score, above 0 for "real"."""
    down = {"strides": 2, "padding": "same"}
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(24, 4, **down),
            layers.LeakyReLU(0.2),
            layers.Conv2D(48, 4, **down),
            layers.LeakyReLU(0.2),
            layers.Flatten(),
            layers.Dropout(0.3),
            layers.Dense(1),
        ]
    )


def losses(on_written, on_drawn):
    """Return the losses of discriminator and generator, from the scores of both sorts.

    on_written, on_drawn: (n, 1) scores before the sigmoid.
    """
    entropy = keras.losses.BinaryCrossentropy(from_logits=True)
    real, drawn = tf.ones_like(on_written), tf.zeros_like(on_drawn)
    judging = (entropy(real, on_written) + entropy(drawn, on_drawn)) / 2
    return judging, entropy(real, on_drawn)


def new_game(seed, rate=0.001, normalised=True):
    """Return a generator, and two steps of training: for both, and for it alone.

    Both steps take written digits, (n, 28, 28, 1), and return the losses of the
    discriminator and the generator. In the second the discriminator stands still.
    """
    keras.utils.set_random_seed(seed)
    pair = generator, discriminator = new_generator(normalised), new_discriminator()
    optimizers = [keras.optimizers.Adam(rate, beta_1=0.5) for _ in pair]
    for optimizer, network in zip(optimizers, pair, strict=True):
        optimizer.build(network.trainable_variables)

    def turn(written, learners):
        noise = tf.random.normal((written.shape[0], NOISE))
        with tf.GradientTape(persistent=True) as tape:
            drawn = generator(noise, training=True)
            judging, drawing = losses(
                discriminator(written, training=True),
                discriminator(drawn, training=True),
            )
        parts = zip((drawing, judging), pair, optimizers, strict=True)
        for loss, network, optimizer in list(parts)[:learners]:
            weights = network.trainable_variables
            optimizer.apply(tape.gradient(loss, weights), weights)
        return judging, drawing

    both = tf.function(lambda written: turn(written, 2))
    alone = tf.function(lambda written: turn(written, 1))
    return generator, both, alone


def play(step, digits, steps, seed, look, every):
    """Train so many steps of 64 digits; look(number, mean losses since the last look).

    digits: (n, 28, 28, 1). step: as new_game returns it, or any that returns numbers.
    """
    rng, seen = np.random.default_rng(seed), []
    for number in range(1, steps + 1):
        seen.append(step(digits[rng.integers(0, len(digits), BATCH)]))
        if number % every == 0:
            look(number, np.mean(seen, axis=0))
            seen = []
