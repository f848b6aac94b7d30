"""The range test on a network of one layer: its rates, and its losses."""

import keras
import numpy as np
import pytest

from utils.training.range_test import range_test


@pytest.fixture
def digits():
    """Five batches of noise, of which the network can learn only the bias."""
    rng = np.random.default_rng(0)
    return rng.normal(size=(640, 4)).astype("float32"), rng.integers(0, 3, 640)


def one_layer():
    keras.utils.set_random_seed(0)
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])


def test_the_loss_is_that_of_each_batch_alone(digits):
    model = one_layer()
    _, found = range_test(model, *digits, first=1e-12, last=1e-11, batches=5)
    assert found.std() > 0.01, "otherwise the order would not matter below"
    whole = model.evaluate(*digits, verbose=0)  # nothing was learnt: rates of nearly 0
    np.testing.assert_allclose(found.mean(), whole, rtol=1e-5)


def test_the_rates_grow_by_one_factor_and_are_those_of_the_training(digits):
    model = one_layer()
    rates, found = range_test(model, *digits, first=1e-3, last=1e5, batches=5)
    np.testing.assert_allclose(rates, [1e-3, 0.1, 10, 1e3, 1e5], rtol=1e-6)
    schedule = model.optimizer._learning_rate
    np.testing.assert_allclose([float(schedule(k)) for k in range(5)], rates, rtol=1e-5)
    assert model.optimizer.iterations.numpy() == len(found) == 5
    assert found[-1] > 2 * found[0], "the last rates ruin it"


def test_only_as_many_images_as_batches(digits):
    _, found = range_test(one_layer(), *digits, first=1e-3, last=1e-2, batches=3)
    assert len(found) == 3


def test_too_few_images(digits):
    with pytest.raises(ValueError, match="6 batches of 128 need 768 images"):
        range_test(one_layer(), *digits, first=1e-3, last=1.0, batches=6)
