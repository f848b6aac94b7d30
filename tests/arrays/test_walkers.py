"""Boxes walk in their field, and a detector's rates are those stated."""

import numpy as np
import pytest

from utils.arrays.boxes import iou
from utils.arrays.walkers import (
    HEIGHT,
    WIDTH,
    convoy,
    covered,
    crossing,
    detections,
    walkers,
)


def test_walkers_stay_in_the_field():
    for seed in range(3):
        film = walkers(seed)
        boxes = np.array([boxes for _, boxes in film])
        assert boxes.shape == (60, 8, 4)
        assert np.all(boxes >= -4) and np.all(
            boxes <= np.array([WIDTH, HEIGHT] * 2) + 4
        )
        sides = boxes[..., 2:] - boxes[..., :2]
        assert np.allclose(sides, sides[0])
        assert np.all((sides >= (12, 20)) & (sides <= (18, 28)))
        assert np.abs(np.diff(boxes[..., 0], axis=0)).max() < 6
    assert np.array_equal(walkers(1)[5][1], walkers(1)[5][1])


def test_a_row_and_a_crossing():
    (_, before), (_, after) = convoy(3, 2)
    assert np.array_equal(after - before, np.tile([8, 0, 8, 0], (3, 1)))
    assert before[:, 0].tolist() == [2, 16, 30]
    film = crossing()
    boxes = np.array([boxes for _, boxes in film])
    assert len(film) == 20 and np.all(boxes >= 0) and np.all(boxes[..., 2] <= WIDTH)
    assert boxes[0, 0, 0] < boxes[0, 1, 0] and boxes[-1, 0, 0] > boxes[-1, 1, 0]
    assert max(covered(one)[0] for one in boxes) > 0.6
    assert all(covered(one)[1] == 0 for one in boxes)


def test_covered_by_hand():
    boxes = np.array([[0, 0, 4, 10], [2, 1, 6, 11], [20, 0, 24, 10.0]])
    assert np.allclose(covered(boxes), [2 * 9 / 40, 0, 0])


def test_the_rates_are_those_stated():
    missed, false, frames, off = 0, 0, 0, []
    for seed in range(4):
        film = walkers(seed)
        frames += len(film)
        for (_, boxes), found in zip(film, detections(film, seed), strict=True):
            clear = covered(boxes) <= 0.6
            overlaps = iou(boxes, found)
            missed += np.mean(overlaps[clear].max(axis=1, initial=0) < 0.5)
            false += np.sum(overlaps.max(axis=0, initial=0) < 0.3)
            best = overlaps.argmax(axis=0)
            sure = overlaps.max(axis=0, initial=0) > 0.7
            off.extend((found - boxes[best])[sure].ravel())
    assert missed / frames == pytest.approx(0.05, abs=0.02)
    assert false / frames == pytest.approx(0.2, abs=0.07)
    assert np.std(off) == pytest.approx(1, abs=0.1)


def test_nothing_is_missed_or_false_unless_asked_for():
    film = convoy(3, 5)
    for (_, boxes), found in zip(
        film, detections(film, 0, 0, 0, 0, hidden=1), strict=True
    ):
        assert np.array_equal(boxes, found)
