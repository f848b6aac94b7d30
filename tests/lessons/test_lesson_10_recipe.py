"""Lesson 10 writes out the network and the training that its dives import."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_mnist
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

    from utils.training import digit_recipe

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("10_training_better")


@pytest.mark.usefixtures("uncompiled")
def test_the_training_ends_with_the_same_weights(lesson):
    (images, labels), _ = load_mnist()
    few = images[:300, :, :, np.newaxis], labels[:300]
    ends = []
    for build, train in (
        (lesson["fast_network"], lesson["train"]),
        (digit_recipe.fast_network, digit_recipe.train),
    ):
        keras.utils.set_random_seed(0)
        network = build()
        curves = train(network, *few, epochs=1, peak=0.01, decay=0.3, smoothing=0.2)
        assert curves.keys() == {"loss", "accuracy"}
        ends.append(network.get_weights())
    for mine, others in zip(*ends, strict=True):
        np.testing.assert_allclose(mine, others, rtol=1e-4, atol=1e-5)


@pytest.mark.usefixtures("uncompiled")
def test_without_decay_adamw_takes_the_very_steps_of_adam(lesson, monkeypatch):
    """The stored runs without decay were measured with Adam; `train` takes AdamW."""
    (images, labels), _ = load_mnist()
    few = images[:640, :, :, np.newaxis], labels[:640]

    def adam(schedule, weight_decay, beta_2):
        assert weight_decay == 0
        return keras.optimizers.Adam(schedule, beta_2=beta_2)

    ends = []
    for kind in ("AdamW", "Adam"):
        keras.utils.set_random_seed(0)
        network = lesson["fast_network"]()
        lesson["train"](network, *few, epochs=1)
        assert type(network.optimizer).__name__ == kind
        ends.append(network.get_weights())
        monkeypatch.setattr(keras.optimizers, "AdamW", adam)
    for mine, others in zip(*ends, strict=True):
        assert np.array_equal(mine, others), "to the last bit"


def test_the_rate_climbs_to_its_peak_and_falls_to_nothing(lesson):
    for one_cycle in (lesson["one_cycle"], digit_recipe.one_cycle):
        rates = [float(one_cycle(100, 0.5)(step)) for step in range(101)]
        assert np.argmax(rates) == 30
        np.testing.assert_allclose([rates[0], rates[30]], [0.025, 0.5], rtol=1e-5)
        assert rates[100] < 1e-8
        fall = 0.25 * (1 + np.cos(np.pi * (65 - 30) / 70))  # the formula, half way
        np.testing.assert_allclose(rates[65], fall, rtol=1e-4)


def test_augmentation_comes_before_the_first_convolution():
    shift = keras.layers.RandomTranslation(0.1, 0.1)
    kinds = [type(x).__name__ for x in digit_recipe.fast_network([shift]).layers]
    assert kinds.index("RandomTranslation") < kinds.index("Conv2D")
