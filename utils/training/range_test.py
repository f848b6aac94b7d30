"""Which learning rate? One batch at each rate, from far too small to far too large."""

import keras
import numpy as np
from keras import losses
from keras.optimizers.schedules import ExponentialDecay

BATCH = 128


def range_test(model, images, labels, first, last, batches=150):
    """Return (rates, found): the loss of each batch, and its learning rate.

    model: with logits, not compiled; Adam trains it with a rate that grows from first
    to last by the same factor after every batch of 128. labels: (n,) whole numbers.
    Raises ValueError for too few images.
    Source: L. N. Smith (2015), arXiv:1506.01186, there on a line instead of by factors.
    """
    needed = BATCH * batches
    if len(images) < needed:
        raise ValueError(
            f"{batches} batches of {BATCH} need {needed} images, and there are "
            f"{len(images)}: hand over more, or ask for fewer batches."
        )
    # An exponential "decay" by a factor above 1 grows.
    growing = ExponentialDecay(first, batches - 1, last / first)
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    # beta_2 as in lesson 10's training, whose rate this is to find.
    model.compile(keras.optimizers.Adam(growing, beta_2=0.99), loss)
    recorder = _BatchLosses()
    settings = {"batch_size": BATCH, "verbose": 0, "callbacks": [recorder]}
    model.fit(images[:needed], labels[:needed], **settings)
    return np.geomspace(first, last, batches), np.array(recorder.found)


class _BatchLosses(keras.callbacks.Callback):
    """Writes down the loss of each batch by itself, not the running mean."""

    def on_train_begin(self, logs=None):
        self.found = []

    def on_train_batch_begin(self, batch, logs=None):
        self.model.reset_metrics()

    def on_train_batch_end(self, batch, logs=None):
        self.found.append(logs["loss"])
