"""How near does `conv2d` come to TensorFlow's, in time and memory?

The batch is that of a small network's second layer: 32 images of 28×28×16, 32 filters
3×3, float32. Both are called from Python with arrays of their own library, TensorFlow
eagerly. Beside them, how the readable forms grow with the size of the image.
"""

import statistics
import subprocess
import sys

import numpy as np

from tests.arrays.convolution_variants import (
    conv2d_fft,
    conv2d_im2col,
    conv2d_loops,
    conv2d_toeplitz,
)
from tests.benchmarks.measure import (
    MIB,
    growth_exponent,
    median_ratio,
    peak_memory_is_measurable,
    peak_memory_of,
    print_table,
)
from utils.arrays.convolution import conv2d
from utils.models.latency import times_by_turns
from utils.page.quiet import quiet_start

OURS, TENSORFLOW = "conv2d", "tf.nn.conv2d"
IMAGES, FILTERS = (32, 28, 28, 16), (3, 3, 16, 32)
MOST_TIME, MOST_MEMORY = 1.3, 2.0  # as a multiple of TensorFlow's

# One image of 4 channels, 4 filters 5×5: small enough for the loops and the matrix.
GROWTH_FILTERS = (5, 5, 4, 4)
GROWTH_SIDES = {
    conv2d_loops: (16, 32, 64),
    conv2d_toeplitz: (24, 32, 48),
    conv2d_im2col: (64, 128, 256),
    conv2d_fft: (64, 128, 256),
    conv2d: (64, 128, 256),
}


def run():
    """Print the tables; True if both targets hold."""
    return all([_time(), _memory(), _growth()])


def _call(name, images_shape, filters_shape, padding="valid"):
    """A call without arguments of one of the two, on random arrays of these shapes."""
    generator = np.random.default_rng(0)
    images = generator.random(images_shape, dtype=np.float32)
    filters = generator.random(filters_shape, dtype=np.float32)
    if name == OURS:
        return lambda: conv2d(images, filters, padding=padding)
    # Only here, so that a process that measures NumPy's memory holds no TensorFlow.
    with quiet_start():
        import tensorflow as tf

    images, filters = tf.constant(images), tf.constant(filters)
    return lambda: tf.nn.conv2d(images, filters, 1, padding.upper())


def _time(rounds=500):
    rows, ratios = [], {}
    for padding in ("valid", "same"):
        calls = {
            name: _call(name, IMAGES, FILTERS, padding) for name in (OURS, TENSORFLOW)
        }
        seconds = times_by_turns(calls, rounds)
        ratios[padding] = median_ratio(seconds, OURS, TENSORFLOW)
        medians = [statistics.median(seconds[name]) for name in calls]
        best = min(seconds[OURS]) / min(seconds[TENSORFLOW])
        milliseconds = [f"{1000 * median:.2f} ms" for median in medians]
        rows.append([padding, *milliseconds, f"{ratios[padding]:.2f}", f"{best:.2f}"])
    print_table(
        f"Time, median of {rounds} rounds by turns in one process",
        ["padding", OURS, TENSORFLOW, "ratio", "ratio of the fastest"],
        rows,
    )
    return _verdict("time ratio (valid)", ratios["valid"], MOST_TIME)


def _memory(processes=3):
    if not peak_memory_is_measurable():
        print("\nMemory is measured on Linux only.")
        return True
    peaks = {
        name: statistics.median(_peak_in_fresh_process(name) for _ in range(processes))
        for name in (OURS, TENSORFLOW)
    }
    ratio = peaks[OURS] / peaks[TENSORFLOW]
    print_table(
        f"Peak memory beyond the input, median of {processes} fresh processes each",
        [OURS, TENSORFLOW, "ratio"],
        [[*(f"{peak / MIB:.1f} MiB" for peak in peaks.values()), f"{ratio:.2f}"]],
    )
    return _verdict("memory ratio", ratio, MOST_MEMORY)


def _peak_in_fresh_process(name):
    command = [sys.executable, "-m", "tests.benchmarks.bench_convolution", name]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(finished.stdout)


def _peak_memory(name):
    """Bytes that the first call needs once the library has started its threads."""
    tiny_images, tiny_filters = (4, 5, 5, 1), (3, 3, 1, 1)
    _call(name, tiny_images, tiny_filters)()
    return peak_memory_of(_call(name, IMAGES, FILTERS))


def _growth(rounds=5):
    generator = np.random.default_rng(0)
    filters = generator.random(GROWTH_FILTERS, dtype=np.float32)
    rows = []
    for function, sides in GROWTH_SIDES.items():
        calls = {}
        for side in sides:
            images = generator.random((1, side, side, 4), dtype=np.float32)
            calls[side] = lambda images=images, call=function: call(images, filters)
        seconds = times_by_turns(calls, rounds)
        fastest = [min(seconds[side]) for side in sides]
        each = [f"{s}: {1000 * t:.2f}" for s, t in zip(sides, fastest, strict=True)]
        exponent = growth_exponent(sides, fastest)
        rows.append([function.__name__, *each, f"side^{exponent:.1f}"])
    print_table(
        "Growth with the side of the image, `side: milliseconds`, fastest of "
        f"{rounds} (1 image, 4 channels, 4 filters 5×5)",
        ["form", "small", "middle", "large", "time grows as"],
        rows,
    )
    return True


def _verdict(what, ratio, most):
    holds = ratio <= most
    print(f"  {what} {ratio:.2f}, at most {most}: {'holds' if holds else 'MISSED'}")
    return holds


if __name__ == "__main__":
    print(_peak_memory(sys.argv[1]))
