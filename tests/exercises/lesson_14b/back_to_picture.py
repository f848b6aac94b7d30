"""Answers to `back_to_picture`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14b as exercise


@right(exercise.back_to_picture)
def in_place(boxes, height, width):
    boxes = np.array(boxes) * max(height, width)
    boxes /= 128
    if width > height:
        boxes[:, 1::2] -= (width - height) // 2
    else:
        boxes[:, ::2] -= (height - width) // 2
    return boxes


@right(exercise.back_to_picture)
def one_by_one(boxes, height, width):
    scale = max(height, width) / 128
    left, top = max(0, height - width) // 2, max(0, width - height) // 2
    back = [
        [x1 * scale - left, y1 * scale - top, x2 * scale - left, y2 * scale - top]
        for x1, y1, x2, y2 in boxes
    ]
    return np.reshape(back, (-1, 4))


@wrong(exercise.back_to_picture, "this undoes a stretching")
def stretched(boxes, height, width):
    boxes = boxes.copy()
    boxes[:, ::2] *= width / 128
    boxes[:, 1::2] *= height / 128
    return boxes


@wrong(exercise.back_to_picture, "the margins are still in")
def only_scaled(boxes, height, width):
    return max(height, width) / 128 * boxes


@wrong(exercise.back_to_picture, "enlarge first")
def margins_first(boxes, height, width):
    scale = max(height, width) / 128
    left, top = max(0, height - width) // 2, max(0, width - height) // 2
    return (boxes - [left, top, left, top]) * scale


@wrong(exercise.back_to_picture, "the margins are exchanged")
def wrong_axes(boxes, height, width):
    left, top = max(0, width - height) // 2, max(0, height - width) // 2
    return only_scaled(boxes, height, width) - [left, top, left, top]


@wrong(exercise.back_to_picture, "the second still has its margin")
def first_corner_only(boxes, height, width):
    left, top = max(0, height - width) // 2, max(0, width - height) // 2
    return only_scaled(boxes, height, width) - [left, top, 0, 0]


@wrong(exercise.back_to_picture, "half a pixel off")
def not_rounded(boxes, height, width):
    left, top = max(0, height - width) / 2, max(0, width - height) / 2
    return only_scaled(boxes, height, width) - [left, top, left, top]


@wrong(exercise.back_to_picture, "longer")
def shorter_side(boxes, height, width):
    left, top = max(0, height - width) // 2, max(0, width - height) // 2
    return boxes * min(height, width) / 128 - [left, top, left, top]


@wrong(exercise.back_to_picture, "it stays as it is")
def cut_at_the_rim(boxes, height, width):
    side = max(height, width)
    left, top = (side - width) // 2, (side - height) // 2
    moved = boxes * side / 128 - np.array([left, top, left, top])
    moved[:, 0::2] = moved[:, 0::2].clip(0, width)
    moved[:, 1::2] = moved[:, 1::2].clip(0, height)
    return moved


@wrong(exercise.back_to_picture, "half of the difference, lies before the picture")
def both_margins(boxes, height, width):
    side = max(height, width)
    margins = np.array([side - width, side - height] * 2)
    return boxes * side / 128 - margins


@wrong(exercise.back_to_picture, "leave the decimals")
def whole_pixels(boxes, height, width):
    side = max(height, width)
    margins = np.array([side - width, side - height] * 2) // 2
    return np.round(boxes * side / 128 - margins)
