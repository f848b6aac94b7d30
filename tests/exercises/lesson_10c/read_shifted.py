"""Answers to `read_shifted`: right ones, and those that learners write."""

import numpy as np
from scipy import ndimage

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10c as exercise


@right(exercise.read_shifted)
def by_scipy(scores, images):
    moves = [(0, 0, 0), (0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0)]
    moved = [ndimage.shift(images, move, order=0) for move in moves]
    return np.mean([scores(copy) for copy in moved], axis=0)


@right(exercise.read_shifted)
def by_copying_into_zeros(scores, images):
    left, right_, up, down = (np.zeros_like(images) for _ in range(4))
    left[:, :, :-1], right_[:, :, 1:] = images[:, :, 1:], images[:, :, :-1]
    up[:, :-1], down[:, 1:] = images[:, 1:], images[:, :-1]
    readings = [scores(copy) for copy in (images, left, right_, up, down)]
    return sum(readings) / len(readings)


@wrong(exercise.read_shifted, "np.roll takes in on one side what leaves")
def rolled(scores, images):
    copies = [images]
    for axis in (1, 2):
        copies += [np.roll(images, 1, axis=axis), np.roll(images, -1, axis=axis)]
    return np.mean([scores(copy) for copy in copies], axis=0)


@wrong(exercise.read_shifted, "five readings, not four")
def without_the_image_itself(scores, images):
    moves = [(0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0)]
    return np.mean([scores(ndimage.shift(images, m, order=0)) for m in moves], axis=0)


@wrong(exercise.read_shifted, "reads the mean of five images")
def reads_a_blurred_image(scores, images):
    moves = [(0, 0, 0), (0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0)]
    return scores(np.mean([ndimage.shift(images, m, order=0) for m in moves], axis=0))


@wrong(exercise.read_shifted, "divide by 5")
def the_sum(scores, images):
    moves = [(0, 0, 0), (0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0)]
    return sum(scores(ndimage.shift(images, move, order=0)) for move in moves)


@wrong(exercise.read_shifted, "read_shifted(")
def the_class_read_most(scores, images):
    return np.argmax(scores(images), axis=1)
