"""A grid of answers: what is wanted, what it costs, and what is found, fit together."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace
from utils.arrays.boxes import iou
from utils.training.grid_answers import distances, found_in, grid_loss, wanted_answers

BOXES = np.array([[8, 10, 40, 30], [60, 50, 90, 95], [20, 60, 44, 84.0]], np.float32)
LABELS = np.array([3, 0, 9])


def perfect(wanted, stride, classes=10):
    """Raw answers that say just what is wanted."""
    raw = np.full((*wanted.shape[:2], 5 + classes), -20.0, np.float32)
    raw[..., 0] = np.where(wanted[..., 0] == 1, 20, -20)
    raw[..., 1:5] = np.log(np.maximum(wanted[..., 1:5], 1e-3) / stride)
    rows, columns = np.indices(wanted.shape[:2])
    raw[rows, columns, 5 + wanted[..., 5].astype(int)] = 20
    return raw


@pytest.mark.parametrize("stride", [4, 8])
def test_perfect_answers_are_found_and_cost_nothing(stride):
    wanted = wanted_answers(BOXES, LABELS, 96 // stride, 104 // stride, stride)
    raw = perfect(wanted, stride)
    boxes, scores, labels = found_in(raw, stride)
    assert len(boxes) == 3 and scores.min() > 0.99
    fits = iou(boxes, BOXES)
    assert np.allclose(fits.max(axis=1), 1, atol=1e-3)
    assert np.array_equal(labels, LABELS[fits.argmax(axis=1)])
    loss = grid_loss(stride)
    assert float(loss(wanted[np.newaxis], raw[np.newaxis])) == pytest.approx(
        0, abs=1e-3
    )
    worse = raw.copy()
    worse[..., 1] += 0.3
    assert float(loss(wanted[np.newaxis], worse[np.newaxis])) > 0.1


def test_they_are_those_that_lesson_14_writes_out():
    lesson = lesson_namespace("14_detection")
    grid = 12
    lesson |= {"SIDE": 96, "STRIDE": 8, "GRID": grid}
    lesson["CENTRES"] = (np.arange(grid) + 0.5) * 8
    theirs = lesson["wanted_answers"](BOXES, LABELS)
    ours = wanted_answers(BOXES, LABELS, grid, grid, 8)
    assert np.allclose(ours, theirs)
    raw = np.random.default_rng(0).normal(size=(2, grid, grid, 15)).astype("float32")
    both = np.stack([ours, ours])
    assert float(grid_loss(8)(both, raw)) == pytest.approx(
        float(lesson["detection_loss"](both, raw)), rel=1e-5
    )
    assert np.allclose(distances(raw, 8), lesson["distances"](raw))


def test_the_smaller_box_has_the_last_word():
    boxes = np.array([[30, 30, 60, 60], [0, 0, 96, 96.0]])
    for order in (slice(None), slice(None, None, -1)):
        wanted = wanted_answers(boxes[order], np.array([1, 2])[order], 12, 12, 8)
        assert np.allclose(wanted[5, 5], [1, 14, 14, 16, 16, 1])
        assert np.allclose(wanted[7, 8], [1, 68, 60, 28, 36, 2])


def test_a_picture_without_boxes_has_a_loss_and_no_find():
    wanted = wanted_answers(np.zeros((0, 4)), [], 4, 6, 4)
    assert wanted.shape == (4, 6, 6) and not wanted.any()
    raw = np.full((1, 4, 6, 8), -9.0, np.float32)
    assert np.isfinite(float(grid_loss(4)(wanted[np.newaxis], raw)))
    boxes, scores, labels = found_in(raw[0], 4)
    assert boxes.shape == (0, 4) and len(scores) == len(labels) == 0


def test_only_boxes_of_one_class_suppress_each_other():
    raw = np.full((4, 4, 7), -9.0, np.float32)
    raw[1, 1, [0, 5]] = raw[1, 2, [0, 6]] = 9
    raw[1, 1:3, 1:5] = np.log([2.5, 2, 2.5, 2])
    assert len(found_in(raw, 4)[0]) == 2
    raw[1, 2, [5, 6]] = 9, -9
    assert len(found_in(raw, 4)[0]) == 1
