"""What `bench_workers` starts once or twice: times the steps of several networks.

    python tests/benchmarks/worker_times.py seen.json 2

The function that trains is that of cluster/train.py, so is the network. The number says
into how many shares a batch is cut; each worker takes one, also where it works alone.
"""

import json
import os
import sys
import time
from pathlib import Path

import numpy as np

from cluster.train import cluster, new_network, new_step

# Filters of the first layer, units before the last: computing and weights, both varied
NETWORKS = [(4, 16), (8, 32), (8, 2048), (8, 6000)]
NETWORKS += [(24, 64), (24, 1024), (48, 32), (96, 16)]
BATCH, WARM, STEPS = 32, 5, 60


def time_network(strategy, number, shares, filters, hidden):
    """Its parameters, the seconds of each step, and those of this process's threads."""
    import keras
    import tensorflow as tf

    with strategy.scope():
        network = new_network(filters, hidden)
        optimizer = keras.optimizers.SGD(0.01, momentum=0.9)
        optimizer.build(network.trainable_variables)
    step = new_step(strategy, network, optimizer, BATCH)
    rng = np.random.default_rng(0)
    images = rng.uniform(size=(BATCH, 28, 28, 1)).astype("float32")
    labels = rng.integers(0, 10, BATCH).astype("int32")
    part = tf.constant(images[number::shares]), tf.constant(labels[number::shares])
    seconds, processor = [], []
    for _ in range(WARM + STEPS):
        start, used = time.perf_counter(), time.process_time()
        float(step(*part))
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
    return network.count_params(), seconds[WARM:], processor[WARM:]


def main():
    """Time all networks; the first worker writes what it saw to the file named."""
    config, number = cluster(os.environ)
    if hasattr(os, "sched_setaffinity"):  # Linux: a core for each, as machines have
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[number % len(cores)]})
    if config:
        os.environ["TF_CONFIG"] = json.dumps(config)
    import tensorflow as tf

    strategy = tf.distribute.get_strategy()
    if config:
        strategy = tf.distribute.MultiWorkerMirroredStrategy()
    seen = []
    for filters, hidden in NETWORKS:
        names = ("parameters", "seconds", "processor")
        times = time_network(strategy, number, int(sys.argv[2]), filters, hidden)
        seen.append({"filters": filters, "hidden": hidden})
        seen[-1].update(zip(names, times, strict=True))
    if number == 0:
        Path(sys.argv[1]).write_text(json.dumps(seen), encoding="utf-8")


if __name__ == "__main__":
    main()
