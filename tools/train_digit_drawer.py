"""Train the course's own network that draws digits from two numbers; store its weights.

    python -m tools.train_digit_drawer

A variational autoencoder (Kingma, Welling 2013), as in dive 18c, but with two numbers
in its middle, so that they can be the two directions of a sheet. Left alone it gives 4
and 9 one place; so a third network, thrown away later, names the digit by these two
numbers, and its errors count, too. It learns from the first 55 000 of MNIST's training
digits; lesson 18's unseen 5 000 stay unseen, and MNIST's test digits stay closed. Only
the half that draws is stored. It takes some minutes; another processor gives other last
digits, so the file is not the same byte for byte; the printed sha256 goes into
utils/models/digit_drawer.py and data/README.md.
"""

import hashlib

import numpy as np

from tools.npz import write_npz
from utils.files.datasets import DATA_FOLDER, load_mnist
from utils.page.quiet import quiet_start
from utils.play.digit_drawer import middles

with quiet_start():
    import keras
    import tensorflow as tf
    from keras import layers

    from utils.models.digit_drawer import WEIGHTS, digit_drawer
    from utils.models.digit_network import load_digit_network

SEED = 0
EPOCHS = 8
BATCH = 125
NAMING = 10.0  # how much a wrong name counts, against nats of a whole digit


def new_encoder():
    """Return a new network: (28, 28, 1) → two means and two log variances."""
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(192, activation="relu"),
            layers.Dense(64, activation="relu"),
            layers.Dense(4),
        ]
    )


def new_namer():
    """Return a new network: two numbers → ten scores before softmax."""
    return keras.Sequential(
        [keras.Input((2,)), layers.Dense(32, activation="relu"), layers.Dense(10)]
    )


def trained_drawer(seed=SEED, epochs=EPOCHS, batch=BATCH):
    """Return the trained half that draws, its weights rounded to float16."""
    keras.utils.set_random_seed(seed)
    encoder, drawer, namer = new_encoder(), digit_drawer(), new_namer()
    (images, labels), _ = load_mnist()
    images, labels = images[:55_000, ..., np.newaxis], labels[:55_000]
    steps = epochs * len(images) // batch
    fading = keras.optimizers.schedules.CosineDecay(0.002, steps)
    optimizer = keras.optimizers.Adam(fading)
    dice = np.random.default_rng(seed)
    step = _step(encoder, drawer, namer, optimizer)
    for epoch in range(epochs):
        order = dice.permutation(len(images)).reshape(-1, batch)
        lost = [step(images[some], labels[some]) for some in order]
        print(f"epoch {epoch + 1}: loss {np.mean(lost):.1f}", flush=True)
    for layer in drawer.layers:
        for weight in layer.weights:
            weight.assign(np.asarray(weight).astype(np.float16))
    return drawer


def _step(encoder, drawer, namer, optimizer):
    weights = [w for part in (encoder, drawer, namer) for w in part.trainable_variables]
    misnamed = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    @tf.function
    def step(digits, kinds):
        with tf.GradientTape() as tape:
            mean, log_variance = tf.split(encoder(digits), 2, axis=1)
            luck = tf.random.normal(tf.shape(mean))
            place = mean + tf.exp(log_variance / 2) * luck
            drawn = drawer(place)
            entropy = keras.losses.binary_crossentropy(digits, drawn)  # of each pixel
            apart = mean**2 + tf.exp(log_variance) - 1 - log_variance
            loss = tf.reduce_sum(entropy) + tf.reduce_sum(apart) / 2
            loss /= tf.cast(tf.shape(digits)[0], tf.float32)
            loss += NAMING * misnamed(kinds, namer(place))
        optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    return step


if __name__ == "__main__":
    tf.config.experimental.enable_op_determinism()
    drawer = trained_drawer()
    weights = {
        f"{layer.name}/{weight.name}": np.asarray(weight).astype(np.float16)
        for layer in drawer.layers
        for weight in layer.weights
    }
    write_npz(DATA_FOLDER / WEIGHTS, weights)
    drawn = drawer.predict(middles(20), batch_size=400, verbose=0)
    read = load_digit_network().predict(drawn, batch_size=400, verbose=0).argmax(axis=1)
    print("the sheet is read as 0, 1, …, 9:", np.bincount(read, minlength=10).tolist())
    content = (DATA_FOLDER / WEIGHTS).read_bytes()
    print(
        f"{WEIGHTS}: {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}"
    )
