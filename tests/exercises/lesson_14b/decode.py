"""Answers to `decode`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14b as exercise


@right(exercise.decode)
def with_loops(raw, anchors):
    boxes, points = [], []
    for row, (ax, ay) in zip(raw, anchors, strict=True):
        x, y, width, height = row[0] + ax, row[1] + ay, row[2], row[3]
        boxes.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
        points.append([[row[k] + ax, row[k + 1] + ay] for k in range(4, 16, 2)])
    return boxes, points


@right(exercise.decode)
def places_first(raw, anchors):
    places = raw.reshape(-1, 8, 2).astype("float32") + anchors[:, None]
    places[:, 1] -= anchors
    start = places[:, 0] - places[:, 1] / 2
    return np.hstack([start, start + places[:, 1]]), places[:, 2:]


@wrong(exercise.decode, "the anchors are not used")
def forgets_the_anchors(raw, anchors):
    return with_loops(raw, 0 * anchors)


@wrong(exercise.decode, "the six points are relative to the anchor, too")
def points_as_they_are(raw, anchors):
    return places_first(raw, anchors)[0], raw[:, 4:].reshape(-1, 6, 2)


@wrong(exercise.decode, "your boxes begin in their middle")
def middle_as_corner(raw, anchors):
    start = raw[:, :2] + anchors
    points = places_first(raw, anchors)[1]
    return np.hstack([start, start + raw[:, 2:4]]), points


@wrong(exercise.decode, "your boxes are middle and size")
def leaves_sizes(raw, anchors):
    boxes = np.hstack([raw[:, :2] + anchors, raw[:, 2:4]])
    return boxes, places_first(raw, anchors)[1]


@wrong(exercise.decode, "not as all x and then all y")
def all_x_first(raw, anchors):
    points = np.stack([raw[:, 4:10], raw[:, 10:]], axis=2) + anchors[:, None]
    return places_first(raw, anchors)[0], points


@wrong(exercise.decode, "must consist of 2 parts")
def boxes_only(raw, anchors):
    return [places_first(raw, anchors)[0]]


@wrong(exercise.decode, "wrong part 1")
def moves_sizes_too(raw, anchors):
    middle, size = raw[:, :2] + anchors, raw[:, 2:4] + anchors
    boxes = np.hstack([middle - size / 2, middle + size / 2])
    return boxes, places_first(raw, anchors)[1]
