"""Train the course's own small network for drawn digits anew, and store its weights.

    python -m tools.train_digit_network

Lesson 10's recipe, on 54 999 of MNIST's 60 000 training digits, each a little turned,
shifted and resized: what people draw is less regular. The other 5 001 are read once, at
the end. MNIST's test digits stay closed. It takes five minutes; another processor
gives other last digits, so the file is not the same byte for byte; the printed sha256
goes into utils/models/digit_network.py, the accuracy into data/README.md.
"""

import hashlib

import numpy as np

from tools.npz import write_npz
from utils.files.datasets import DATA_FOLDER, load_mnist, stratified_split
from utils.page.quiet import quiet_start

with quiet_start():
    import keras
    from keras import layers

    from utils.models.digit_network import WEIGHTS, digit_network
    from utils.training.digit_recipe import train

SEED = 0
EPOCHS = 8
HELD_BACK = 5_000  # about: every digit keeps its share


def piles():
    """Return (images, labels) to train on and (images, labels) held back."""
    (images, labels), _ = load_mnist()
    share = HELD_BACK / len(images)
    train, held_back = stratified_split(labels, (1 - share, share), seed=SEED)
    images = images[..., np.newaxis]
    return (images[train], labels[train]), (images[held_back], labels[held_back])


def augmentation():
    """Return layers that turn, shift and resize a digit a little, in training only."""
    empty = {"fill_mode": "constant", "fill_value": 0.0}
    return [
        layers.RandomRotation(0.03, **empty),  # of a full turn: 11 degrees
        layers.RandomTranslation(0.08, 0.08, **empty),
        layers.RandomZoom(0.12, 0.12, **empty),
    ]


def trained_weights(epochs=EPOCHS):
    """Return ({"layer/weight": float16 array}, accuracy on the digits held back)."""
    keras.utils.set_random_seed(SEED)
    learner = digit_network(augmentation(), activation="linear")
    (images, labels), (new_images, new_labels) = piles()
    train(learner, images, labels, epochs, smoothing=0.0)
    weights = {
        f"{layer.name}/{weight.name}": np.asarray(weight).astype(np.float16)
        for layer in learner.layers
        if layer.name in {"conv_1", "conv_2", "conv_3", "digits"}
        for weight in layer.weights
    }
    network = digit_network()  # as it will be used: of float16 weights
    for layer in network.layers:
        for weight in layer.weights:
            weight.assign(weights[f"{layer.name}/{weight.name}"])
    answers = network.predict(new_images, batch_size=500, verbose=0).argmax(axis=1)
    return weights, float(np.mean(answers == new_labels))


if __name__ == "__main__":
    weights, accuracy = trained_weights()
    write_npz(DATA_FOLDER / WEIGHTS, weights)
    content = (DATA_FOLDER / WEIGHTS).read_bytes()
    print(f"read right of the digits held back: {accuracy:.2%}")
    print(
        f"{WEIGHTS}: {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}"
    )
