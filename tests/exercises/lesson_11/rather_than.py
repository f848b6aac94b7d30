"""Answers to `rather_than`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_11 as exercise


def _cam(maps, weights, which):
    return np.maximum(maps @ weights[:, which] / maps[..., 0].size, 0)


@right(exercise.rather_than)
def maps_first(maps, weights, this, other):
    one, two = np.moveaxis(maps @ weights, -1, 0)[[this, other]]
    return np.maximum(one - two, 0) / one.size


@right(exercise.rather_than)
def place_by_place(maps, weights, this, other):
    rows, columns, channels = maps.shape
    heat = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for k in range(channels):
                heat[i, j] += maps[i, j, k] * (weights[k, this] - weights[k, other])
    return (heat.clip(0) / (rows * columns)).tolist()


@wrong(exercise.rather_than, "Subtract first, and cut off once")
def two_maps(maps, weights, this, other):
    difference = _cam(maps, weights, this) - _cam(maps, weights, other)
    return np.maximum(difference, 0)


@wrong(exercise.rather_than, "two finished maps")
def two_maps_uncut(maps, weights, this, other):
    return _cam(maps, weights, this) - _cam(maps, weights, other)


@wrong(exercise.rather_than, "the ReLU is missing")
def uncut(maps, weights, this, other):
    return maps @ (weights[:, this] - weights[:, other]) / maps[..., 0].size


@wrong(exercise.rather_than, "other way round")
def turned_round(maps, weights, this, other):
    return maps_first(maps, weights, other, this)


@wrong(exercise.rather_than, "`other` is not used yet")
def one_class(maps, weights, this, other):
    return _cam(maps, weights, this)


@wrong(exercise.rather_than, "by the number of places")
def undivided(maps, weights, this, other):
    return np.maximum(maps @ (weights[:, this] - weights[:, other]), 0)


@wrong(exercise.rather_than, "two things are missing")
def undivided_and_uncut(maps, weights, this, other):
    return maps @ weights[:, this] - maps @ weights[:, other]


@wrong(exercise.rather_than, "of the lesson's maps")
def as_in_the_lesson(maps, weights, this, other):
    return undivided(maps, weights, this, other) / 49


@wrong(exercise.rather_than, "the ReLU comes too early")
def cut_off_channel_by_channel(maps, weights, this, other):
    parts = maps * (weights[:, this] - weights[:, other])
    return np.maximum(parts, 0).sum(axis=-1) / maps[..., 0].size


@wrong(exercise.rather_than, "it stops with IndexError")
def classes_first(maps, weights, this, other):
    return np.maximum(maps @ (weights[this] - weights[other]), 0)


@wrong(exercise.rather_than, "not used yet, and the ReLU is missing")
def one_class_uncut(maps, weights, this, other):
    return maps @ weights[:, this] / maps[..., 0].size


@wrong(exercise.rather_than, "the other way round, and the ReLU is missing")
def turned_round_uncut(maps, weights, this, other):
    return uncut(maps, weights, other, this)


@wrong(exercise.rather_than, "two mistakes: it is `other`")
def two_maps_turned_round(maps, weights, this, other):
    return two_maps(maps, weights, other, this)


@wrong(exercise.rather_than, "at 0 before you subtracted, so what speaks against")
def two_maps_undivided(maps, weights, this, other):
    return maps[..., 0].size * two_maps(maps, weights, this, other)


@wrong(exercise.rather_than, "And the score holds the *mean*")
def one_class_undivided(maps, weights, this, other):
    return np.maximum(maps @ weights[:, this], 0)


@wrong(exercise.rather_than, "the other way round. And the score holds the *mean*")
def turned_round_undivided(maps, weights, this, other):
    return undivided(maps, weights, other, this)


@wrong(exercise.rather_than, "the ReLU comes too early")
def channel_by_channel_undivided(maps, weights, this, other):
    return np.maximum(maps * (weights[:, this] - weights[:, other]), 0).sum(axis=-1)
