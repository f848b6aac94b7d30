"""What the lessons rest on, on a device: a GPU's numbers are a processor's.

On the processor these tests show that they can be passed; tests/gpu_check.sh runs them
on a GPU.
"""

import keras
import numpy as np
import pytest
import tensorflow as tf

from tests.gpu.device import DEVICE, lies_on
from utils.arrays.convolution import conv2d
from utils.files.datasets import load_mnist
from utils.models.digit_network import digit_network, load_digit_network

SEEN, UNSEEN = slice(0, 2_000), slice(50_000, 50_500)  # of the training digits


@pytest.fixture(scope="module")
def digits():
    (images, labels), _ = load_mnist()
    return images[..., np.newaxis], labels


def on(device, network, images):
    """What a network with its weights on a device answers, as an array."""
    with tf.device(device):
        copy = keras.models.clone_model(network)
        copy.set_weights(network.get_weights())
        answers = copy(images, training=False)
    assert all(lies_on(weight.value, device) for weight in copy.weights)
    assert lies_on(answers, device)
    return answers.numpy()


def test_a_convolution_keeps_all_of_float32():
    """TF32 would round each factor to ten bits: off by one part in a thousand."""
    rng = np.random.default_rng(0)
    images = rng.normal(size=(4, 32, 32, 32)).astype(np.float32)
    filters = rng.normal(size=(3, 3, 32, 32)).astype(np.float32)
    with tf.device(DEVICE):
        found = tf.nn.conv2d(images, filters, strides=1, padding="VALID")
    assert lies_on(found, DEVICE)
    exact = conv2d(images.astype(np.float64), filters.astype(np.float64))
    assert np.abs(found - exact).max() < 1e-5 * np.abs(exact).max()


def test_a_product_of_matrices_keeps_all_of_float32():
    rng = np.random.default_rng(0)
    first, second = rng.normal(size=(2, 512, 512)).astype(np.float32)
    with tf.device(DEVICE):
        found = tf.matmul(first, second)
    assert lies_on(found, DEVICE)
    exact = first.astype(np.float64) @ second.astype(np.float64)
    assert np.abs(found - exact).max() < 1e-5 * np.abs(exact).max()


def test_the_digit_network_reads_as_on_the_processor(digits):
    images, labels = digits
    network = load_digit_network()
    there, here = (on(d, network, images[UNSEEN]) for d in (DEVICE, "CPU:0"))
    np.testing.assert_allclose(there, here, atol=1e-4)
    assert np.mean(there.argmax(axis=1) == labels[UNSEEN]) > 0.95


@pytest.mark.long
def test_the_pretrained_network_describes_as_on_the_processor():
    from tests.models.pretrained_answers import pictures, pretrained

    photos = pictures()[:2]
    there, here = (on(d, pretrained(), photos) for d in (DEVICE, "CPU:0"))
    np.testing.assert_allclose(there, here, atol=1e-3)


def compiled():
    network = digit_network()
    network.compile(
        optimizer=keras.optimizers.Adam(0.003),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network


@pytest.mark.long
def test_a_network_learns_on_it(digits):
    images, labels = digits
    keras.utils.set_random_seed(0)
    with tf.device(DEVICE):
        network = compiled()
        network.fit(images[SEEN], labels[SEEN], epochs=3, verbose=0)
        _, accuracy = network.evaluate(images[UNSEEN], labels[UNSEEN], verbose=0)
    assert all(lies_on(weight.value) for weight in network.weights)
    assert accuracy > 0.6, "two thousand digits, three times; guesses give 0.1"


@pytest.mark.long
def test_half_precision_learns_on_it(digits):
    """Products in float16, weights in float32: few steps, for a processor is slow."""
    images, labels = (part[:32] for part in digits)
    keras.utils.set_random_seed(0)
    keras.config.set_dtype_policy("mixed_float16")
    try:
        with tf.device(DEVICE):
            network = compiled()
            losses = [network.train_on_batch(images, labels)[0] for _ in range(8)]
    finally:
        keras.config.set_dtype_policy("float32")
    layer = network.get_layer("conv_2")
    assert (layer.compute_dtype, layer.variable_dtype) == ("float16", "float32")
    assert np.isfinite(losses).all() and losses[-1] < losses[0]
