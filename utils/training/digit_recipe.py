"""Lesson 10's network and training, for the dives beside it.

The lesson writes them out; a test compares the two.
"""

import math

import keras
from keras import layers, losses
from keras.optimizers.schedules import CosineDecay


def fast_network(augmentation=()):
    """Return a new network that reads digits: (28, 28, 1) → 10 logits.

    augmentation: layers that change each image in training.
    """
    stack = [
        keras.Input((28, 28, 1)),
        layers.Cropping2D(2),
        *augmentation,
        layers.Conv2D(16, 5, strides=2, activation="relu"),
        layers.Conv2D(32, 3, use_bias=False),
        layers.MaxPooling2D(2),
        layers.BatchNormalization(momentum=0.9),
        layers.ReLU(),
        layers.Conv2D(64, 3, padding="same", use_bias=False),
        layers.BatchNormalization(momentum=0.9),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(10),
    ]
    return keras.Sequential(stack)


def one_cycle(steps, peak):
    """Return a learning rate that climbs to peak and falls to 0 with the last step.

    Source: L. N. Smith (2018), arXiv:1803.09820; the fall along half a cosine.
    """
    up = max(1, round(0.3 * steps))
    return CosineDecay(peak / 20, steps - up, warmup_target=peak, warmup_steps=up)


def train(
    model, images, labels, epochs, peak=0.015, decay=0.0, smoothing=0.1, **settings
):
    """Train by the recipe and return the curves, {name: [one for each epoch]}.

    labels: (n,) whole numbers. peak: the largest learning rate. decay: weight decay.
    smoothing: share of label smoothing. settings: what else `fit` takes.
    """
    schedule = one_cycle(epochs * math.ceil(len(images) / 128), peak)
    adam = keras.optimizers.AdamW(schedule, weight_decay=decay, beta_2=0.99)
    loss = losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)
    model.compile(adam, loss, metrics=["accuracy"])
    one_hot = keras.utils.to_categorical(labels, 10)
    return model.fit(
        images, one_hot, batch_size=128, epochs=epochs, verbose=0, **settings
    ).history
