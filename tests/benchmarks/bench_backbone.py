"""How many photos a second does lesson 13's pretrained backbone turn into features?

EfficientNet-Lite0 without its classifier, float32, photos of 224 × 224 pixels, one at a
time and in batches of 32, as `predict` hands them on. The two take turns. There is no
target: what a batch gains depends on the processor and on what else it is doing.
"""

import statistics

import numpy as np

from tests.benchmarks.measure import median_ratio, print_table
from utils.models.latency import times_by_turns
from utils.page.quiet import quiet_start

with quiet_start():
    from utils.models.pretrained import load_pretrained

SIZE, BATCHES, ROUNDS = 224, (1, 32), 5


def run():
    """Print images per second at both batch sizes; True, as it has no target."""
    backbone = load_pretrained(include_top=False, input_size=SIZE)
    photos = np.random.default_rng(0).random((32, SIZE, SIZE, 3), dtype=np.float32)

    def by(batch):
        return lambda: backbone.predict_on_batch(photos[:batch])

    seconds = times_by_turns({batch: by(batch) for batch in BATCHES}, ROUNDS)
    rows = []
    for batch in BATCHES:
        median = statistics.median(seconds[batch])
        rows.append([f"batch {batch}", f"{1000 * median:.0f}", f"{batch / median:.1f}"])
    header = ["", "milliseconds", "images/s"]
    print_table(f"EfficientNet-Lite0 without classifier, {SIZE} pixels", header, rows)
    one, many = BATCHES
    gain = many / one * median_ratio(seconds, one, many)
    print(f"  an image in a batch of {many} is {gain:.2f} times as fast as one alone")
    return True
