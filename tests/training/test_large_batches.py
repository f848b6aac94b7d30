"""The trainer of lesson 20's batches: plain gradient descent, decided by a seed."""

import numpy as np
import pytest

from utils.training import large_batches
from utils.training.large_batches import BatchTrainer


@pytest.mark.parametrize("batch", [0, -32, 100])
def test_a_batch_that_does_not_fit_is_one_sentence(batch):
    with pytest.raises(ValueError, match="A batch must divide 4096 digits evenly"):
        BatchTrainer(batch)


@pytest.mark.long
def test_a_seed_decides_and_the_rate_counts(monkeypatch):
    monkeypatch.setattr(large_batches, "EPOCHS", 1)
    trainer = BatchTrainer(1024)
    first = trainer.accuracy(0.2, seed=3)
    assert trainer.accuracy(0.0, seed=3) != first
    assert trainer.accuracy(0.2, seed=3) == first


def test_a_step_goes_down_the_slope():
    trainer = BatchTrainer(32)
    rng = np.random.default_rng(0)
    images = rng.uniform(size=(32, 28, 28, 1)).astype("float32")
    labels = rng.integers(0, 10, 32).astype("int32")
    trainer._rate.assign(0.1)
    before = trainer._network.get_weights()
    trainer._one_step(images, labels)
    moved = np.array(before[-1]) - trainer._network.get_weights()[-1]
    trainer._network.set_weights(before)
    scores = trainer._network(images).numpy()
    shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    expected = 0.1 * (shares - np.eye(10)[labels]).mean(axis=0)
    np.testing.assert_allclose(moved, expected, atol=1e-6)
