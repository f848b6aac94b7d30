"""Answers to `overlaps`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15 as exercise


@right(exercise.overlaps)
def cell_by_cell(n, kernel, stride):
    counts = []
    for cell in range((n - 1) * stride + kernel):
        counts.append(sum(0 <= cell - k * stride < kernel for k in range(n)))
    return counts


@right(exercise.overlaps)
def by_convolving(n, kernel, stride):
    starts = np.zeros((n - 1) * stride + 1)
    starts[::stride] = 1
    return np.convolve(starts, np.ones(kernel))


@wrong(exercise.overlaps, "has another length")
def n_times_stride(n, kernel, stride):
    counts = np.zeros(n * stride)
    for k in range(n):
        counts[k * stride : k * stride + kernel] += 1
    return counts


@wrong(exercise.overlaps, "They begin `stride` cells apart")
def side_by_side(n, kernel, stride):
    counts = np.zeros((n - 1) * stride + kernel)
    for k in range(n):
        counts[k * kernel : (k + 1) * kernel] += 1
    return counts


@wrong(exercise.overlaps, "the stride is not used yet")
def without_stride(n, kernel, stride):
    return np.convolve(np.ones(n), np.ones(kernel))


@wrong(exercise.overlaps, "marked, not counted")
def marked(n, kernel, stride):
    counts = np.zeros((n - 1) * stride + kernel)
    for k in range(n):
        counts[k * stride : k * stride + kernel] = 1
    return counts


@wrong(exercise.overlaps, "the largest count")
def largest(n, kernel, stride):
    return max(cell_by_cell(n, kernel, stride))


@wrong(exercise.overlaps, "one stamp is missing")
def one_too_few(n, kernel, stride):
    return cell_by_cell(n - 1, kernel, stride)


@wrong(exercise.overlaps, "the output has another length")
def room_for_one_more(n, kernel, stride):
    counts = np.zeros(n * stride + kernel)
    for k in range(n):
        counts[k * stride : k * stride + kernel] += 1
    return counts
