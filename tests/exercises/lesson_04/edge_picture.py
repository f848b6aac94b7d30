"""Answers to `edge_picture`: right ones, and those that learners write."""

import numpy as np
from scipy import ndimage, signal

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_04 as exercise


@right(exercise.edge_picture)
def as_in_the_demo(image, kernel):
    import tensorflow as tf

    filters = np.asarray(kernel)[:, :, np.newaxis, np.newaxis]
    filtered = tf.nn.conv2d(image[np.newaxis, :, :, np.newaxis], filters, 1, "VALID")
    return tf.nn.max_pool2d(tf.nn.relu(filtered), 2, 2, "VALID")[0, :, :, 0]


@right(exercise.edge_picture)
def pools_before_the_relu(image, kernel):
    filtered = signal.correlate2d(image, kernel, mode="valid")
    rows, columns = filtered.shape[0] // 2, filtered.shape[1] // 2
    blocks = filtered[: 2 * rows, : 2 * columns].reshape(rows, 2, columns, 2)
    return np.maximum(blocks.max(axis=(1, 3)), 0)


@right(exercise.edge_picture)
def by_scipy(image, kernel):
    lines = np.clip(ndimage.correlate(image, kernel)[1:-1, 1:-1], 0, None)
    return ndimage.maximum_filter(lines, size=2)[1::2, 1::2]


def blocks_of(lines):
    rows, columns = lines.shape[0] // 2, lines.shape[1] // 2
    return lines[: 2 * rows, : 2 * columns].reshape(rows, 2, columns, 2)


@wrong(exercise.edge_picture, "the ReLU is missing")
def forgets_the_relu(image, kernel):
    return blocks_of(signal.correlate2d(image, kernel, mode="valid")).max(axis=(1, 3))


@wrong(exercise.edge_picture, "the pooling is missing")
def forgets_to_pool(image, kernel):
    return np.maximum(signal.correlate2d(image, kernel, mode="valid"), 0)


@wrong(exercise.edge_picture, "average pooling")
def averages(image, kernel):
    lines = np.maximum(signal.correlate2d(image, kernel, mode="valid"), 0)
    return blocks_of(lines).mean(axis=(1, 3))


@wrong(exercise.edge_picture, "turned by 180 degrees")
def convolves(image, kernel):
    lines = np.maximum(signal.convolve2d(image, kernel, mode="valid"), 0)
    return blocks_of(lines).max(axis=(1, 3))


@wrong(exercise.edge_picture, "the filter is padded")
def pads(image, kernel):
    lines = np.maximum(signal.correlate2d(image, kernel, mode="same"), 0)
    return blocks_of(lines).max(axis=(1, 3))


@wrong(exercise.edge_picture, "negative answers come back")
def squares_and_takes_the_root(image, kernel):
    filtered = signal.correlate2d(image, kernel, mode="valid")
    return blocks_of(np.sqrt(filtered**2)).max(axis=(1, 3))


@wrong(exercise.edge_picture, "every second pixel")
def skips(image, kernel):
    return np.maximum(signal.correlate2d(image, kernel, mode="valid"), 0)[::2, ::2]
