"""What dive 20b trains: slopes as TensorFlow finds them, digits that are not shared."""

import numpy as np
import pytest

from utils.page.quiet import quiet_start
from utils.training.large_batches import (
    accuracy,
    batches,
    digits,
    new_network,
    patches,
    scores,
    slopes,
    trained,
)


@pytest.fixture(scope="module")
def few():
    rng = np.random.default_rng(0)
    images = rng.uniform(size=(12, 28, 28)).astype("float32")
    return images, rng.integers(0, 10, 12)


def test_scores_and_slopes_are_those_of_tensorflow(few):
    with quiet_start():
        import tensorflow as tf
    images, labels = few
    network = new_network(3)
    filters, bias, dense, last = (tf.Variable(part) for part in network)
    pooled = tf.nn.avg_pool2d(images[..., None], 2, 2, "VALID")
    with tf.GradientTape() as tape:
        kernel = tf.reshape(filters, (3, 3, 1, 16))
        maps = tf.nn.relu(tf.nn.conv2d(pooled, kernel, 2, "VALID") + bias)
        found = tf.reshape(maps, (12, -1)) @ dense + last
        each = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, found)
        loss = tf.reduce_mean(each)
    expected = tape.gradient(loss, [filters, bias, dense, last])
    cut = patches(images)
    np.testing.assert_allclose(scores(network, cut), found, atol=1e-5)
    for ours, theirs in zip(slopes(network, cut, labels), expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-6)


def test_no_two_blocks_share_a_digit():
    seen = [bytes(cut) for b in range(6) for part in digits(b) for cut in part[0]]
    assert len(seen) == 6 * (7_168 + 2_800)
    assert len(seen) - len(set(seen)) < 10  # MNIST holds a few twice


@pytest.mark.parametrize("block", [-1, 6])
def test_a_block_that_is_not_there_is_one_sentence(block):
    with pytest.raises(ValueError, match="There are blocks of digits 0 to 5, not"):
        digits(block)


@pytest.mark.parametrize("batch", [0, -32, 100])
def test_a_batch_that_does_not_fit_is_one_sentence(batch):
    with pytest.raises(ValueError, match="A batch must divide 7168 digits evenly"):
        batches(batch, 10, 0)


def test_each_digit_comes_once_an_epoch():
    chosen = batches(512, 28, seed=2)
    assert chosen.shape == (28, 512)
    for epoch in (chosen[:14], chosen[14:]):
        assert sorted(epoch.ravel()) == list(range(7_168))
    assert np.array_equal(batches(32, 5, 2).ravel(), chosen.ravel()[:160])


def test_a_step_is_the_rate_times_the_slopes():
    (cut, labels), _ = digits(1)
    chosen = batches(32, 1, seed=4)[0]
    start = new_network(4)
    expected = slopes(start, cut[chosen], labels[chosen])
    for before, after, slope in zip(
        start, trained(32, [0.5], 4, 1), expected, strict=True
    ):
        np.testing.assert_allclose(after, before - 0.5 * slope, atol=1e-6)


def test_a_short_training_reads_digits_and_too_high_a_rate_does_not():
    assert accuracy(trained(32, np.full(100, 0.25), 1, 1), 1) > 0.6
    assert accuracy(trained(32, np.full(100, 16.0), 1, 1), 1) < 0.3
