"""Answers to `causal_convolution`: right ones, and those that learners write."""

import numpy as np
from scipy import signal

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16 as exercise


@right(exercise.causal_convolution)
def number_by_number(row, kernel, dilation):
    outputs = []
    for t in range(len(row)):
        total = 0.0
        for k, weight in enumerate(kernel):
            step = t - (len(kernel) - 1 - k) * dilation
            if step >= 0:
                total += weight * row[step]
        outputs.append(total)
    return outputs


@right(exercise.causal_convolution)
def by_a_filter(row, kernel, dilation):
    gaps = np.zeros((len(kernel) - 1) * dilation + 1)
    gaps[::dilation] = kernel[::-1]
    return signal.lfilter(gaps, 1, row)


@wrong(exercise.causal_convolution, "turned round")
def numpys(row, kernel, dilation):
    gaps = np.zeros((len(kernel) - 1) * dilation + 1)
    gaps[::dilation] = kernel
    return np.convolve(row, gaps)[: len(row)]


@wrong(exercise.causal_convolution, "dilation is not used")
def without_gaps(row, kernel, dilation):
    return number_by_number(row, kernel, 1)


@wrong(exercise.causal_convolution, "put zeros before it")
def where_it_fits(row, kernel, dilation):
    reach = (len(kernel) - 1) * dilation
    return np.array(
        [row[t : t + reach + 1 : dilation] @ kernel for t in range(len(row) - reach)]
    )


@wrong(exercise.causal_convolution, "sees its own step and later ones")
def zeros_behind(row, kernel, dilation):
    reach = (len(kernel) - 1) * dilation
    padded = np.concatenate([row, np.zeros(reach)])
    return [padded[t : t + reach + 1 : dilation] @ kernel for t in range(len(row))]


@wrong(exercise.causal_convolution, "this is the last output")
def only_now(row, kernel, dilation):
    return number_by_number(row, kernel, dilation)[-1]
