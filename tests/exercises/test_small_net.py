"""What a small network reads is decided by its design, not by luck."""

import numpy as np
import pytest

from utils.exercises.lesson_09 import small_net_training as training


@pytest.mark.parametrize(
    ("shares", "best", "count"),
    [
        ([0.93], 0.93, 1),
        ([0.915, 0.93], 0.93, 2),
        ([0.905, 0.91, 0.92], 0.92, 3),
        ([0.91, 0.905, 0.915], 0.915, 3),
        ([0.89], 0.89, 1),
    ],
)
def test_who_just_misses_the_goal_is_trained_again(shares, best, count, monkeypatch):
    seeds = []

    def trained(model, seed):
        seeds.append(seed)
        return shares[seed]

    monkeypatch.setattr(training, "_trained_share", trained)
    assert training.best_share(None) == best
    assert seeds == list(range(count))


@pytest.mark.long
def test_it_does_not_matter_when_a_network_was_built(monkeypatch):
    import keras
    from keras import layers

    def built(seed):
        keras.utils.set_random_seed(seed)
        stack = [layers.MaxPooling2D(2), layers.Conv2D(6, 5, 2, activation="relu")]
        end = [layers.Flatten(), layers.Dense(10, "softmax")]
        return keras.Sequential([keras.Input((28, 28, 1)), *stack, *end])

    # The order of the digits depends on the seed alone; so must the first weights.
    monkeypatch.setattr(training, "_share_after_training", first_weights)
    one, other, later = (
        training._trained_share(built(start), seed)
        for start, seed in ((1, 0), (2, 0), (2, 1))
    )
    assert np.array_equal(one, other)
    assert not np.array_equal(other, later)


def first_weights(model, seed):
    return np.concatenate([weight.ravel() for weight in model.get_weights()])
