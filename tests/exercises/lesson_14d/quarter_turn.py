"""Answers to `quarter_turn`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14d as exercise


@right(exercise.quarter_turn)
def one_by_one(boxes, width):
    turned = [[y1, width - x2, y2, width - x1] for x1, y1, x2, y2 in boxes]
    return np.array(turned).reshape(-1, 4)


@right(exercise.quarter_turn)
def corners_then_sorted(boxes, width):
    corners = np.asarray(boxes).reshape(-1, 2, 2)
    turned = np.stack([corners[..., 1], width - corners[..., 0]], axis=-1)
    return np.concatenate([turned.min(axis=1), turned.max(axis=1)], axis=1)


@right(exercise.quarter_turn)
def by_a_matrix(boxes, width):
    turn = np.array([[0, 0, 0, -1], [1, 0, 0, 0], [0, -1, 0, 0], [0, 0, 1, 0]])
    return boxes @ turn + (0, width, 0, width)


@wrong(exercise.quarter_turn, "the smaller number comes first")
def corners_kept(boxes, width):
    x1, y1, x2, y2 = boxes.T
    return np.stack([y1, width - x1, y2, width - x2], axis=1)


@wrong(exercise.quarter_turn, "along its diagonal")
def swapped(boxes, width):
    return np.stack([boxes[:, 1], boxes[:, 0], boxes[:, 3], boxes[:, 2]], axis=1)


@wrong(exercise.quarter_turn, "turns to the right")
def to_the_right(boxes, width):
    x1, y1, x2, y2 = boxes.T
    return np.stack([width - y2, x1, width - y1, x2], axis=1)


@wrong(exercise.quarter_turn, "a half turn")
def half(boxes, width):
    return width - boxes[:, [2, 3, 0, 1]]


@wrong(exercise.quarter_turn, "mirrors the picture, left to right")
def mirrored(boxes, width):
    x1, y1, x2, y2 = boxes.T
    return np.stack([width - x2, y1, width - x1, y2], axis=1)


@wrong(exercise.quarter_turn, "one too few")
def counts_pixels(boxes, width):
    x1, y1, x2, y2 = boxes.T
    return np.stack([y1, width - 1 - x2, y2, width - 1 - x1], axis=1)


@wrong(exercise.quarter_turn, "nothing is turned yet")
def unchanged(boxes, width):
    return boxes.copy()
