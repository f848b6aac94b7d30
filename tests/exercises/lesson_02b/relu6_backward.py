"""Answers to `relu6_backward`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_02b as exercise


@right(exercise.relu6_backward)
def by_multiplying(z, signal):
    return signal * (z > 0) * (z < 6)


@right(exercise.relu6_backward)
def with_loops(z, signal):
    passed = [s if 0 < x < 6 else 0 for x, s in zip(z.flat, signal.flat, strict=True)]
    return np.reshape(passed, z.shape).tolist()


@right(exercise.relu6_backward)
def in_a_copy(z, signal):
    passed = signal.astype(np.float32)
    passed[(z <= 0) | (z >= 6)] = 0
    return passed


@wrong(exercise.relu6_backward, "right, but it changes your `signal`: work on a copy")
def in_place(z, signal):
    signal[(z <= 0) | (z >= 6)] = 0
    return signal


@wrong(exercise.relu6_backward, "flat above 6 too")
def plain_relu(z, signal):
    return signal * (z > 0)


@wrong(exercise.relu6_backward, "cuts off the signal")
def clips_the_signal(z, signal):
    return np.minimum(np.maximum(signal, 0), 6)


@wrong(exercise.relu6_backward, "cuts off the signal")
def gate_of_the_signal(z, signal):
    return signal * (signal > 0) * (signal < 6)


@wrong(exercise.relu6_backward, "negative signals are lost")
def relu_of_the_signal(z, signal):
    return np.maximum(signal, 0) * ((z > 0) & (z < 6))


@wrong(exercise.relu6_backward, "that is the slope alone")
def slope_only(z, signal):
    return np.where((z > 0) & (z < 6), 1, 0)


@wrong(exercise.relu6_backward, "not by its slope")
def times_the_output(z, signal):
    return signal * np.clip(z, 0, 6)


@wrong(exercise.relu6_backward, "at the two corners")
def open_corners(z, signal):
    return np.where((z < 0) | (z > 6), 0, signal)


@wrong(exercise.relu6_backward, "it stops with ValueError: The truth value")
def asks_an_array(z, signal):
    return signal if 0 < z < 6 else 0


@wrong(exercise.relu6_backward, "relu6_backward")
def of_two_axes_only(z, signal):
    z2, s2 = np.atleast_2d(z), np.atleast_2d(signal)
    rows = [
        [s if 0 < n < 6 else 0 for n, s in zip(*p, strict=True)]
        for p in zip(z2, s2, strict=True)
    ]
    return np.array(rows).reshape(z.shape)
