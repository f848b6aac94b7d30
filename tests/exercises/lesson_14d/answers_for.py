"""Answers to `answers_for`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14d as exercise


def middles(boxes, x, y, part=4):
    x1, y1, x2, y2 = boxes.T
    across = np.abs(2 * x - x1 - x2) <= 2 * (x2 - x1) / part
    return across & (np.abs(2 * y - y1 - y2) <= 2 * (y2 - y1) / part)


def areas(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


@right(exercise.answers_for)
def with_infinite_areas(boxes, x, y):
    sizes = np.where(middles(boxes, x, y), areas(boxes), np.inf)
    return np.argmin(sizes) if np.isfinite(sizes).any() else -1


@right(exercise.answers_for)
def smallest_comes_last(boxes, x, y):
    answer = -1
    for k in np.argsort(-areas(boxes)):
        if middles(boxes, x, y)[k]:
            answer = int(k)
    return answer


@right(exercise.answers_for)
def by_quarters(boxes, x, y):
    fitting = [
        ((x2 - x1) * (y2 - y1), k)
        for k, (x1, y1, x2, y2) in enumerate(boxes)
        if x1 + (x2 - x1) / 4 <= x <= x2 - (x2 - x1) / 4
        and y1 + (y2 - y1) / 4 <= y <= y2 - (y2 - y1) / 4
    ]
    return min(fitting)[1] if fitting else -1


@wrong(exercise.answers_for, "the whole box answers")
def anywhere_inside(boxes, x, y):
    sizes = np.where(middles(boxes, x, y, part=2), areas(boxes), np.inf)
    return np.argmin(sizes) if np.isfinite(sizes).any() else -1


@wrong(exercise.answers_for, "half of a half")
def middle_quarter(boxes, x, y):
    sizes = np.where(middles(boxes, x, y, part=8), areas(boxes), np.inf)
    return np.argmin(sizes) if np.isfinite(sizes).any() else -1


@wrong(exercise.answers_for, "wanted is the smallest")
def largest(boxes, x, y):
    sizes = np.where(middles(boxes, x, y), areas(boxes), 0)
    return np.argmax(sizes) if sizes.any() else -1


@wrong(exercise.answers_for, "the first box that fits")
def first(boxes, x, y):
    fitting = np.flatnonzero(middles(boxes, x, y))
    return fitting[0] if len(fitting) else -1


@wrong(exercise.answers_for, "the last box that fits")
def last(boxes, x, y):
    answer = -1
    for k, fits in enumerate(middles(boxes, x, y)):
        if fits:
            answer = k
    return answer


@wrong(exercise.answers_for, "whose middle is nearest")
def nearest(boxes, x, y):
    fits = middles(boxes, x, y)
    away = np.hypot(x - boxes[:, ::2].mean(axis=1), y - boxes[:, 1::2].mean(axis=1))
    return np.argmin(np.where(fits, away, np.inf)) if fits.any() else -1


@wrong(exercise.answers_for, "not of all")
def smallest_of_all(boxes, x, y):
    smallest = np.argmin(areas(boxes))
    return smallest if middles(boxes, x, y)[smallest] else -1
