"""Networks trained on equal terms, once per seed: what lesson 5 compares."""

from functools import lru_cache

import keras
import numpy as np

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
    every seed. Each seed gives another random start; the loss is the cross-entropy. In
    every epoch each image is used once, in batches of 100, in an order drawn anew. Adam
    begins at learning_rate, which falls to zero along half a cosine.
    Source: Kingma and Ba (2015), Adam; Loshchilov and Hutter (2017), SGDR.
    """
    sizes = {len(images) for images, _ in examples.values()}
    if len(sizes) != 1:
        raise ValueError(
            "Equal terms need as many images for every seed, at least one seed, not "
            f"{sorted(sizes)}."
        )
    shape = next(iter(examples.values()))[0].shape[1:]
    steps = epochs * -(-sizes.pop() // BATCH_SIZE)
    learner = _Learner(hidden, shape, learning_rate, steps)
    networks = []
    for seed, (images, labels) in examples.items():
        keras.utils.set_random_seed(seed)
        networks.append(_network(hidden, shape))
        learner.train(networks[-1], images, labels, epochs)
    return networks


def accuracy(network, images, labels):
    """Return the share of images read correctly, in %."""
    return 100 * float(np.mean(np.argmax(network(images), axis=-1) == labels))


class _Learner:
    """Trains many networks of one kind. Keras translates it once, which takes longest.

    Its optimizer stands at its very first state before each training, the learning rate
    too: as if it had been built anew.
    """

    def __init__(self, hidden, shape, learning_rate, steps):
        self.network = _network(hidden, shape)
        cosine = keras.optimizers.schedules.CosineDecay(learning_rate, steps)
        optimizer = keras.optimizers.Adam(cosine)
        optimizer.build(self.network.trainable_variables)
        self.network.compile(
            optimizer,
            loss="sparse_categorical_crossentropy",
            jit_compile=False,  # so small a network trains sooner than it compiles
            steps_per_execution=10,
        )
        self.first_state = [np.array(variable) for variable in optimizer.variables]

    def train(self, network, images, labels, epochs):
        """Give the network the weights that it would have learnt itself."""
        self.network.set_weights(network.get_weights())
        variables = self.network.optimizer.variables
        for variable, value in zip(variables, self.first_state, strict=True):
            variable.assign(value)
        self.network.fit(
            images, labels, batch_size=BATCH_SIZE, epochs=epochs, verbose=0
        )
        network.set_weights(self.network.get_weights())


def _network(hidden, shape):
    output = [keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")]
    return keras.Sequential([keras.Input(shape), *hidden(), *output])


@lru_cache
def _training_digits():
    (images, labels), _ = load_mnist()
    return images[..., np.newaxis], labels
