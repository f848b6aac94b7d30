"""Answers to `shrink`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_02 as exercise


@right(exercise.shrink)
def by_sign_and_size(x, limit):
    return np.sign(x) * np.maximum(np.abs(x) - limit, 0)


@right(exercise.shrink)
def takes_off_the_weak_part(x, limit):
    return x - np.clip(x, -limit, limit)


@right(exercise.shrink)
def number_by_number(x, limit):
    moved = [
        n - limit if n > limit else n + limit if n < -limit else 0 for n in x.ravel()
    ]
    return np.reshape(moved, x.shape).tolist()


@wrong(exercise.shrink, "strong negative numbers are lost")
def one_relu(x, limit):
    return np.where(x > limit, x - limit, 0)


@wrong(exercise.shrink, "back with the wrong sign")
def adds_the_two(x, limit):
    return np.maximum(x - limit, 0) + np.maximum(-x - limit, 0)


@wrong(exercise.shrink, "move towards 0 by limit")
def keeps_the_strong_as_they_are(x, limit):
    return x * (np.abs(x) > limit)


@wrong(exercise.shrink, "must see -x")
def forgets_to_turn(x, limit):
    return np.maximum(x - limit, 0) - np.maximum(x + limit, 0)


@wrong(exercise.shrink, "if the bias of the second is limit, not -limit")
def slips_in_the_bias(x, limit):
    return np.maximum(x - limit, 0) - np.maximum(limit - x, 0)


@wrong(exercise.shrink, "move past 0 to the other side")
def weak_ones_turn_round(x, limit):
    return x - limit * np.sign(x)


@wrong(exercise.shrink, "this keeps what is to be thrown away")
def clips(x, limit):
    return np.minimum(np.maximum(x, -limit), limit)


@wrong(exercise.shrink, "right, but it changes your `x`: work on a copy")
def in_place(x, limit):
    weak = np.clip(x, -limit, limit)
    x -= weak.astype(x.dtype)
    return x


@wrong(exercise.shrink, "it stops with ValueError: The truth value")
def asks_an_array(x, limit):
    return x - limit if x > limit else x + limit if x < -limit else 0
