"""Answers to `unpool`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15 as exercise


@right(exercise.unpool)
def one_by_one(numbers, places, shape):
    large = np.zeros(shape)
    for number, place in zip(numbers.flat, places.flat, strict=True):
        large[place // shape[1], place % shape[1]] = number
    return large


@right(exercise.unpool)
def with_put(numbers, places, shape):
    large = np.zeros(shape[0] * shape[1], dtype=np.float32)
    np.put(large, places, numbers)
    return large.reshape(shape).tolist()


@right(exercise.unpool)
def with_unravelled_places(numbers, places, shape):
    large = np.zeros(shape)
    large[np.unravel_index(places, shape)] = numbers
    return large


@wrong(exercise.unpool, "top left in its window")
def top_left(numbers, places, shape):
    large = np.zeros(shape)
    large[::2, ::2] = numbers
    return large


@wrong(exercise.unpool, "that is the nearest neighbour")
def nearest(numbers, places, shape):
    return np.kron(numbers, np.ones((2, 2)))


@wrong(exercise.unpool, "counted down the columns")
def columns_first(numbers, places, shape):
    large = np.zeros(shape)
    for number, place in zip(numbers.flat, places.flat, strict=True):
        large[place % shape[0], place // shape[0]] = number
    return large


@wrong(exercise.unpool, "hold 1")
def marked(numbers, places, shape):
    large = np.zeros(shape)
    large.flat[places.ravel()] = 1
    return large


@wrong(exercise.unpool, "hold their places")
def places_themselves(numbers, places, shape):
    large = np.zeros(shape)
    large.flat[places.ravel()] = places.ravel()
    return large


@wrong(exercise.unpool, "all in one row")
def flat(numbers, places, shape):
    large = np.zeros(shape[0] * shape[1])
    large[places.ravel()] = numbers.ravel()
    return large


@wrong(exercise.unpool, "makes a copy")
def into_a_copy(numbers, places, shape):
    large = np.zeros(shape)
    large.flatten()[places] = numbers
    return large


@wrong(exercise.unpool, "places count from 0")
def counted_from_one(numbers, places, shape):
    large = np.zeros(shape)
    large.ravel()[places.ravel() - 1] = numbers.ravel()
    return large
