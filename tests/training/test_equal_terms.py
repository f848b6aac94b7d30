"""Digits for each seed, and networks that owe nothing to those trained before them."""

import keras
import numpy as np
import pytest

from utils.training import equal_terms
from utils.training.equal_terms import accuracy, digits_of, train_on_equal_terms


@pytest.fixture
def numbered(monkeypatch):
    """The 60 000 training images, each only its own number."""
    numbers = np.arange(60_000)
    monkeypatch.setattr(equal_terms, "_training_digits", lambda: (numbers, numbers))


def few_digits(seed):
    """100 bright spots: for class k somewhere in column k."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 10, 100)
    images = np.zeros((100, 4, 10, 1), "float32")
    images[np.arange(100), rng.integers(0, 4, 100), labels] = 1
    return images, labels


def test_no_two_seeds_share_a_digit(numbered):
    parts = [part for seed in range(12) for part, _ in digits_of(seed)]
    assert [len(part) for part in parts] == [2_000, 3_000] * 12
    assert np.array_equal(np.sort(np.concatenate(parts)), np.arange(60_000))


@pytest.mark.parametrize("n", [1, 500, 8_000, 57_000])
def test_fresh_digits_stay_the_same_and_are_never_learnt(numbered, n):
    (learn, _), (fresh, _) = digits_of(3, n)
    assert len(np.unique(learn)) == n and not np.intersect1d(learn, fresh).size
    assert np.array_equal(fresh, digits_of(3)[1][0])
    assert np.array_equal(learn[:500], digits_of(3)[0][0][:n][:500])


def test_digits_come_with_their_labels_from_the_training_images():
    (images, labels), (fresh, fresh_labels) = digits_of(0, n=300)
    assert images.shape == (300, 28, 28, 1) and fresh.shape == (3_000, 28, 28, 1)
    everything, its_labels = equal_terms._training_digits()
    assert len(everything) == 60_000
    for image, label in zip(fresh[:2], fresh_labels[:2], strict=True):
        [place] = np.flatnonzero((everything == image).all(axis=(1, 2, 3)))
        assert its_labels[place] == label
    assert np.bincount(labels).size == 10


@pytest.mark.parametrize(
    ("seed", "n", "sentence"),
    [
        (12, 2_000, "digits for seeds 0 to 11, not 12"),
        (-1, 2_000, "seed must be 0 or more"),
        (0, 57_001, "There are 57000 digits to learn from, not 57001"),
        (0, 0, "n must be 1 or more"),
    ],
)
def test_digits_that_are_not_there_are_refused(numbered, seed, n, sentence):
    with pytest.raises(ValueError, match=sentence):
        digits_of(seed, n)


@pytest.fixture(scope="module")
def trained():
    """Networks of seeds 0 and 1, trained one after the other."""
    examples = {seed: few_digits(seed) for seed in (0, 1)}
    return train_on_equal_terms(lambda: [], examples, epochs=30, learning_rate=0.1)


def test_they_learn(trained):
    for seed, network in enumerate(trained):
        assert accuracy(network, *few_digits(seed)) == 100
        assert accuracy(network, *few_digits(seed + 10)) > 50, "by chance 10"


def test_a_network_owes_nothing_to_those_before_it(trained):
    """Neither weights nor the optimizer's memory, nor a learning rate that fell."""
    [alone] = train_on_equal_terms(
        lambda: [], {1: few_digits(1)}, epochs=30, learning_rate=0.1
    )
    for ours, its in zip(trained[1].get_weights(), alone.get_weights(), strict=True):
        assert np.allclose(ours, its, atol=1e-5)


def test_another_seed_is_another_start(trained):
    first, second = (network.get_weights()[0] for network in trained)
    assert not np.allclose(first, second)


@pytest.mark.parametrize("sizes", [(100, 50), (50, 50), ()])
def test_unequal_terms_are_refused(sizes):
    images, labels = few_digits(0)
    examples = {seed: (images[:n], labels[:n]) for seed, n in enumerate(sizes)}
    with pytest.raises(ValueError, match="one shape for every seed, and 100 or a mult"):
        train_on_equal_terms(lambda: [], examples)


def test_each_image_is_used_once_in_an_epoch():
    images, labels = few_digits(0)
    images, labels = np.tile(images, (3, 1, 1, 1)), np.tile(labels, 3)
    seen = []
    learner = equal_terms._Learner(lambda: [], images.shape[1:], 0.1, 3)
    learner._epoch = lambda images, labels, batches: seen.append(np.array(batches))
    orders = [np.random.default_rng(0).permutation(300)]
    learner.train(
        equal_terms._network(lambda: [], images.shape[1:]), images, labels, orders
    )
    assert seen[0].shape == (3, 100)
    assert np.array_equal(np.sort(seen[0].ravel()), np.arange(300))


def test_accuracy_is_in_percent():
    network = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
    network.set_weights([np.eye(4), np.zeros(4)])
    assert accuracy(network, np.eye(4, dtype="float32"), [0, 1, 2, 0]) == 75
