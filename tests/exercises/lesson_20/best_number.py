"""Answers to `best_number`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_20 as exercise


def seconds(n, compute, latency, transfer):
    return compute / n + 2 * (n - 1) * (latency + transfer / n)


@right(exercise.best_number)
def by_argmin(compute, latency, transfer, most):
    numbers = np.arange(1, most + 1)
    return 1 + int(np.argmin(seconds(numbers, compute, latency, transfer)))


@right(exercise.best_number)
def by_a_loop(compute, latency, transfer, most):
    best, least = 1, compute
    for n in range(2, most + 1):
        if (now := seconds(n, compute, latency, transfer)) < least:
            best, least = n, now
    return best


@wrong(exercise.best_number, "not always the best")
def all_of_them(compute, latency, transfer, most):
    return most


@wrong(exercise.best_number, "these are the seconds")
def least_seconds(compute, latency, transfer, most):
    numbers = range(1, most + 1)
    return min(seconds(n, compute, latency, transfer) for n in numbers)


@wrong(exercise.best_number, "one too few")
def place_in_the_list(compute, latency, transfer, most):
    return by_argmin(compute, latency, transfer, most) - 1


@wrong(exercise.best_number, "the latency")
def no_latency(compute, latency, transfer, most):
    return by_argmin(compute, 0, transfer, most)


@wrong(exercise.best_number, "the transfer")
def no_transfer(compute, latency, transfer, most):
    return by_argmin(compute, latency, 0, most)


@wrong(exercise.best_number, "not shared out")
def computes_all(compute, latency, transfer, most):
    numbers = np.arange(1, most + 1)
    cost = compute + 2 * (numbers - 1) * (latency + transfer / numbers)
    return 1 + int(np.argmin(cost))


@wrong(exercise.best_number, "left out")
def one_less(compute, latency, transfer, most):
    return by_argmin(compute, latency, transfer, most - 1)
