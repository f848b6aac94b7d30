"""Answers to `to_corners`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14 as exercise


@right(exercise.to_corners)
def column_by_column(boxes):
    x, y, w, h = boxes.T
    return np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], axis=1)


@right(exercise.to_corners)
def box_by_box(boxes):
    corners = np.zeros_like(boxes)
    for k, (x, y, w, h) in enumerate(boxes):
        corners[k] = x - w / 2, y - h / 2, x + w / 2, y + h / 2
    return corners


@wrong(exercise.to_corners, "not the upper left corner")
def as_from_a_corner(boxes):
    return np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1)


@wrong(exercise.to_corners, "only half of the size")
def twice_as_large(boxes):
    middle, size = boxes[:, :2], boxes[:, 2:]
    return np.concatenate([middle - size, middle + size], axis=1)


@wrong(exercise.to_corners, "both sides of the upper left corner come first")
def x_first(boxes):
    x, y, w, h = boxes.T
    return np.stack([x - w / 2, x + w / 2, y - h / 2, y + h / 2], axis=1)


@wrong(exercise.to_corners, "the width goes with x")
def turned(boxes):
    x, y, w, h = boxes.T
    return np.stack([x - h / 2, y - w / 2, x + h / 2, y + w / 2], axis=1)


@wrong(exercise.to_corners, "need not end at a whole pixel")
def rounded(boxes):
    half = boxes[:, 2:] // 2
    return np.concatenate([boxes[:, :2] - half, boxes[:, :2] + half], axis=1)


@wrong(exercise.to_corners, "that is corner and size")
def corner_and_size(boxes):
    sizes = boxes[:, 2:]
    return np.concatenate([boxes[:, :2] - sizes / 2, sizes], axis=1)
