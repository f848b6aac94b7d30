"""What do skip connections do for a deep network? Lesson 12's twins, trained.

A plain network and its residual twin, with 8, 20 and 44 layers, see the same 150
batches of digits, from five random starts each. Two more runs give the deepest plain
network another learning rate, in case the shared one is unkind to it. What counts is
the training loss: a network that cannot fit what it sees is not overfitting.
"""

import numpy as np

from tests.benchmarks.spread import spread
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.arrays.comparisons import Comparisons
from utils.files.datasets import load_mnist
from utils.page.quiet import quiet_start

with quiet_start():
    import keras
    import tensorflow as tf

LESSON = "12_architectures"
FUNCTIONS = ["convolved", "deep_network", "training_losses"]
DEPTHS, SEEDS = (8, 20, 44), range(5)
LEARNING_RATE, OTHER_RATES = 0.05, (0.01, 0.2)
BATCHES, BATCH_SIZE = 150, 64


def run():
    """Print and store all runs; True if depth hurts the plain networks only."""
    jobs = [
        (network, depth, LEARNING_RATE, seed)
        for depth in DEPTHS
        for seed in SEEDS
        for network in ("plain", "residual")
    ]
    jobs += [("plain", max(DEPTHS), rate, 0) for rate in OTHER_RATES]
    runs = spread(_train, jobs, tell=_tell)
    store_result("depth", runs, LESSON, FUNCTIONS)
    return _holds(runs)


def _train(network, depth, learning_rate, seed):
    lesson = lesson_namespace(LESSON)
    keras.utils.set_random_seed(seed)
    model = lesson["deep_network"](depth, residual=network == "residual")
    losses = lesson["training_losses"](model, _batches(seed), learning_rate)
    keras.backend.clear_session()
    return {
        "network": network,
        "depth": depth,
        "learning_rate": learning_rate,
        "seed": seed,
        "losses": [round(loss, 4) for loss in losses],
    }


def _tell(run):
    network = f"{run['network']:8} {run['depth']:2} layers"
    setting = f"rate {run['learning_rate']:<4}, seed {run['seed']}"
    loss = f"training loss {run['losses'][-1]:.2f}"
    print(f"  {network}, {setting}: {loss}", flush=True)


def _batches(seed):
    """The same digits in the same order for every network of a seed."""
    (images, labels), _ = load_mnist()
    order = np.random.default_rng(seed).permutation(len(images))
    order = order[: BATCHES * BATCH_SIZE]
    digits = tf.data.Dataset.from_tensor_slices((images[order], labels[order]))
    return digits.batch(BATCH_SIZE)


def _holds(runs):
    """What lesson 12 says of the means: shallow twins level, deep ones far apart."""
    ends = {}
    for run in runs:
        if run["learning_rate"] == LEARNING_RATE:
            network = run["network"], run["depth"]
            ends.setdefault(network, []).append(-run["losses"][-1])  # more is better
    judge = Comparisons(ends, planned=2)
    shallow, deep = min(DEPTHS), max(DEPTHS)
    level = judge.about_equal(("residual", shallow), ("plain", shallow), margin=0.1)
    apart = judge.clearly_better(("residual", deep), ("plain", deep))
    print("  targets hold" if level and apart else "  TARGETS MISSED")
    return level and apart
