"""What lesson 14 writes out, against the helpers and against itself."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace, run_cells
from utils.arrays import boxes as helpers

LESSON = "14_detection"


@pytest.fixture(scope="module")
def page():
    page = lesson_namespace(LESSON)
    run_cells(LESSON, page, "wanted", "loss", "decode")
    return page


def random_boxes(rng, count, side=96):
    corners = rng.uniform(0, side - 20, (count, 2))
    return np.concatenate([corners, corners + rng.uniform(4, 20, (count, 2))], axis=1)


def test_its_overlap_is_that_of_the_helpers(page):
    rng = np.random.default_rng(0)
    boxes, others = random_boxes(rng, 40, 40), random_boxes(rng, 30, 40)
    overlaps = page["iou"](boxes, others)
    assert np.allclose(overlaps, helpers.iou(boxes, others))
    assert (overlaps > 0.3).any() and (overlaps == 0).any()


def test_its_hits_are_those_of_the_helpers(page):
    rng = np.random.default_rng(1)
    truths = [(random_boxes(rng, 3, 60), rng.integers(0, 2, 3)) for _ in range(30)]
    found = [
        (
            np.concatenate([boxes + rng.normal(0, 2, boxes.shape), boxes + 1]),
            rng.random(6).astype(np.float32),  # as a network's are
            np.tile(labels, 2),
        )
        for boxes, labels in truths
    ]
    for label in (0, 1):
        scores, hits, total = page["hits_of"](found, truths, label)
        curve = helpers.precision_recall(found, truths, label=label)
        assert np.array_equal(scores, curve.scores)
        assert np.array_equal(np.cumsum(hits) / total, curve.recall)
        assert 0 < hits.sum() < len(hits)


def perfect_answers(page, boxes, labels):
    """Raw numbers of a network that answers as it should."""
    wanted = page["wanted_answers"](boxes, labels)
    raw = np.zeros((*wanted.shape[:2], 15), np.float32)
    raw[..., 0] = np.where(wanted[..., 0] == 1, 20, -20)
    raw[..., 1:5] = np.log(np.maximum(wanted[..., 1:5], 1e-3) / page["STRIDE"])
    rows, columns = np.indices(wanted.shape[:2])
    raw[rows, columns, 5 + wanted[..., 5].astype(int)] = 20
    return wanted, raw


SCENE = (
    np.array([[8, 10, 34, 44], [50, 20, 80, 40], [60, 60, 72, 92]], float),
    [3, 0, 1],
)


def test_each_box_has_a_cell_and_comes_back_from_it(page):
    wanted, raw = perfect_answers(page, *SCENE)
    boxes, scores, labels = page["boxes_of"](raw)
    assert len(boxes) == wanted[..., 0].sum() and (scores > 0.99).all()
    kept = helpers.non_maximum_suppression(boxes, scores, 0.45)
    order = np.argsort(boxes[kept][:, 1])
    assert np.allclose(boxes[kept][order], SCENE[0], atol=1e-3)
    assert list(labels[kept][order]) == SCENE[1]


def test_every_box_however_small_has_a_cell(page):
    for low in np.linspace(0, 90, 181):
        assert len(page["in_the_middle"](low, low + 3)) >= 1


def test_the_loss_is_nothing_for_right_answers_and_each_part_counts(page):
    wanted, raw = perfect_answers(page, *SCENE)

    def loss(change=lambda raw: None):
        changed = raw.copy()
        change(changed)
        return float(page["detection_loss"](wanted[np.newaxis], changed[np.newaxis]))

    def set_to(place, value):
        return lambda raw: raw.__setitem__(place, value)

    row, column = np.argwhere(wanted[..., 0])[0]
    assert loss() < 1e-3
    assert loss(set_to((0, 0, 0), 20)) > 1, "an alarm where nothing is"
    assert loss(set_to((row, column, 0), -20)) > 1, "a digit not seen"
    assert loss(set_to((row, column, 1), 3)) > 0.03, "a box too wide"
    assert loss(set_to((row, column, slice(5, 15)), -20 * np.eye(10)[3])) > 1
    assert loss(set_to((0, 0, slice(1, 15)), 3)) < 1e-3, (
        "where nothing is, no box counts"
    )
