"""cluster/train.py: who is who, checkpoints, and one step, without other processes."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from cluster import train


def test_without_workers_it_is_alone():
    assert train.cluster({"WORKER": "1"}) == (None, 0)


@pytest.mark.parametrize("name", ["WORKER", "SLURM_PROCID", "JOB_COMPLETION_INDEX"])
def test_whoever_counts_is_believed(name):
    config, number = train.cluster({"WORKERS": "a:1,b:2", name: "1"})
    assert number == 1
    assert config == {
        "cluster": {"worker": ["a:1", "b:2"]},
        "task": {"type": "worker", "index": 1},
    }


@pytest.mark.parametrize("number", [None, "2", "-1", "two"])
def test_a_number_that_is_none_is_one_sentence(number):
    environment = {"WORKERS": "a:1,b:2"} | ({"WORKER": number} if number else {})
    with pytest.raises(SystemExit) as told:
        train.cluster(environment)
    assert str(told.value).startswith("There are 2 workers, and the number of this one")
    assert str(told.value).endswith("set WORKER to one from 0 to 1.")


def test_every_worker_begins_with_the_same_weights():
    one, other = (train.new_network().get_weights() for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_a_checkpoint_brings_everything_back(tmp_path):
    path = tmp_path / "checkpoint.npz"
    variables = [tf.Variable([1.0, 2.0]), tf.Variable(3)]
    assert train.restore(path, variables) == 0
    train.save(path, 20, variables)
    for variable in variables:
        variable.assign(variable * 0)
    assert train.restore(path, variables) == 20
    assert variables[0].numpy().tolist() == [1, 2] and variables[1].numpy() == 3
    assert [file.name for file in tmp_path.iterdir()] == ["checkpoint.npz"]


def test_a_step_alone_is_that_of_keras():
    rng = np.random.default_rng(0)
    images = rng.uniform(size=(8, 28, 28, 1)).astype("float32")
    labels = rng.integers(0, 10, 8).astype("int32")
    ours, theirs = train.new_network(4, 8), train.new_network(4, 8)
    optimizer = keras.optimizers.SGD(0.05, momentum=0.9)
    step = train.new_step(tf.distribute.get_strategy(), ours, optimizer, batch=8)
    first = float(step(tf.constant(images), tf.constant(labels)))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    theirs.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss)
    assert theirs.train_on_batch(images, labels) == pytest.approx(first, abs=1e-6)
    for a, b in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(a, b, atol=1e-6)
