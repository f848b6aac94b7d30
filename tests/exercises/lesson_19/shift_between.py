"""Answers to `shift_between`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_19 as exercise


@right(exercise.shift_between)
def with_a_dictionary(first, second, most):
    errors = {}
    for down in range(-most, most + 1):
        for across in range(-most, most + 1):
            moved = np.roll(np.roll(first, down, axis=0), across, axis=1)
            errors[down, across] = ((moved - second) ** 2).sum()
    return min(errors, key=errors.get)


@right(exercise.shift_between)
def by_correlation(first, second, most):
    first, second = first - np.mean(first), second - np.mean(second)
    product = np.conj(np.fft.fft2(first)) * np.fft.fft2(second)
    scores = np.fft.ifft2(product).real
    shifts = range(-most, most + 1)
    pairs = [(down, across) for down in shifts for across in shifts]
    return max(pairs, key=lambda pair: scores[pair])


@wrong(exercise.shift_between, "the *first* frame is moved")
def moves_the_second(first, second, most):
    return with_a_dictionary(second, first, most)


@wrong(exercise.shift_between, "down first")
def across_first(first, second, most):
    return with_a_dictionary(first, second, most)[::-1]


@wrong(exercise.shift_between, "begin at -most")
def forward_only(first, second, most):
    shifts = range(most + 1)
    pairs = [(down, across) for down in shifts for across in shifts]
    return min(
        pairs, key=lambda pair: np.sum((np.roll(first, pair, (0, 1)) - second) ** 2)
    )


@wrong(exercise.shift_between, "the shift that gives it")
def the_error(first, second, most):
    shift = with_a_dictionary(first, second, most)
    return np.sum((np.roll(first, shift, (0, 1)) - second) ** 2)


@wrong(exercise.shift_between, "range leaves its end out")
def one_too_few(first, second, most):
    shifts = range(-most, most)
    pairs = [(down, across) for down in shifts for across in shifts]
    return min(
        pairs, key=lambda pair: np.sum((np.roll(first, pair, (0, 1)) - second) ** 2)
    )
