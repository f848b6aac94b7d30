"""Train a digit reader with one worker or several: the file of lesson 20.

    python cluster/train.py --out saved                      one worker
    WORKERS=a:5000,b:5000 WORKER=0 python cluster/train.py   the first of two

The same line is started on every machine. The folder of --out has to be one that all of
them see, a new one for each training: if it holds a checkpoint, the training goes on
from there, and after the last step there is nothing left to train.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

import numpy as np

GONE = 75  # the exit status that says: not our fault, try again


def cluster(environment):
    """What TensorFlow reads as TF_CONFIG, and this worker's number; (None, 0) if alone.

    environment: a dict of texts. WORKERS holds all addresses, with commas between them;
    the number is WORKER, or what Slurm or Kubernetes count by themselves.
    """
    if "WORKERS" not in environment:
        return None, 0
    workers = environment["WORKERS"].split(",")
    names = ("WORKER", "SLURM_PROCID", "JOB_COMPLETION_INDEX")
    number = next((environment[name] for name in names if name in environment), "")
    if number not in map(str, range(len(workers))):
        raise SystemExit(
            f"There are {len(workers)} workers, and the number of this one is "
            f"{number!r}: set WORKER to one from 0 to {len(workers) - 1}."
        )
    task = {"type": "worker", "index": int(number)}
    return {"cluster": {"worker": workers}, "task": task}, int(number)


def options(arguments=None):
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=Path("saved"), help="shared folder")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--batch", type=int, default=64, help="of all workers together")
    parser.add_argument("--every", type=int, default=20, help="steps to a checkpoint")
    parser.add_argument("--hang-at", type=int, help="stand still before this step")
    return parser.parse_args(arguments)


def new_network(filters=8, hidden=32):
    """A network for digits; every worker begins with the same weights."""
    from keras import Input, Sequential, layers, utils

    utils.set_random_seed(0)
    return Sequential(
        [
            Input((28, 28, 1)),
            layers.Conv2D(filters, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(2 * filters, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(hidden, activation="relu"),
            layers.Dense(10),
        ]
    )


def new_step(strategy, network, optimizer, batch):
    """One step of all workers; each brings its part of the batch."""
    import tensorflow as tf

    def ours(images, labels):
        with tf.GradientTape() as tape:
            scores = network(images, training=True)
            each = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
            loss = tf.reduce_sum(each) / batch  # of the whole batch, not of our part
        gradients = tape.gradient(loss, network.trainable_variables)
        # Keras adds up the gradients of all workers here. Who does so before, counts
        # each twice.
        optimizer.apply(gradients, network.trainable_variables)
        return tf.distribute.get_replica_context().all_reduce("SUM", loss)

    return tf.function(lambda *part: strategy.run(ours, args=part))


def save(path, step, variables):
    """Write a checkpoint; one that is interrupted leaves the old one whole."""
    draft = path.with_suffix(".draft.npz")
    np.savez(draft, *[variable.numpy() for variable in variables], step=step)
    draft.replace(path)


def restore(path, variables):
    """Take up a checkpoint, if there is one; returns how many steps are done."""
    if not path.exists():
        return 0
    with np.load(path) as stored:
        for number, variable in enumerate(variables):
            variable.assign(stored[f"arr_{number}"])
        return int(stored["step"])


def train(given, strategy, number):
    """Train to the last step, from the first or from the checkpoint."""
    import keras
    import tensorflow as tf

    from utils.files.datasets import load_mnist

    workers = strategy.num_replicas_in_sync
    (images, labels), _ = load_mnist()
    images, labels = images[..., None], labels.astype("int32")
    with strategy.scope():
        network = new_network()
        optimizer = keras.optimizers.SGD(0.05, momentum=0.9)
        optimizer.build(network.trainable_variables)
    variables = network.variables + optimizer.variables
    step = new_step(strategy, network, optimizer, given.batch)
    checkpoint = given.out / "checkpoint.npz"
    begun = restore(checkpoint, variables)
    print(f"worker {number} of {workers} begins at step {begun}", flush=True)

    losses, seconds = [], []
    for now in range(begun, given.steps):
        if now == given.hang_at:
            print("stands still", flush=True)
            sys.stdin.read()  # until somebody ends it, or whoever started it ends
        start = time.perf_counter()
        rng = np.random.default_rng(now)  # the step decides which digits
        ours = rng.integers(0, 55_000, given.batch)[number::workers]
        losses.append(float(step(tf.constant(images[ours]), tf.constant(labels[ours]))))
        seconds.append(time.perf_counter() - start)
        if number == 0 and (now + 1) % given.every == 0:
            save(checkpoint, now + 1, variables)
    if number == 0:
        save(given.out / "end.npz", given.steps, network.variables)
        report = {"begun": begun, "losses": losses, "seconds": seconds}
        (given.out / "report.json").write_text(json.dumps(report), encoding="utf-8")
    print(f"worker {number} of {workers} is done", flush=True)


def main():
    """Find the others, train, and say in one sentence if one of them is gone."""
    given = options()
    config, number = cluster(os.environ)
    if config:
        os.environ["TF_CONFIG"] = json.dumps(config)
    given.out.mkdir(parents=True, exist_ok=True)
    import tensorflow as tf

    strategy = tf.distribute.get_strategy()  # one worker: as without any strategy
    if config:
        strategy = tf.distribute.MultiWorkerMirroredStrategy()
    try:
        train(given, strategy, number)
    except (
        tf.errors.UnavailableError,
        tf.errors.AbortedError,
        tf.errors.CancelledError,
    ):
        print(f"worker {number} stops: another worker is gone", flush=True)
        os._exit(GONE)


if __name__ == "__main__":
    main()
