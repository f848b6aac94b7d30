"""Boxes by hand, suppression against TensorFlow's, and what is refused."""

import numpy as np
import pytest
import tensorflow as tf

from tests.arrays.box_cases import LABELS, random_boxes, random_scores
from tests.one_sentence import assert_one_sentence
from utils.arrays.boxes import (
    as_boxes,
    average_precision,
    average_precisions,
    curve,
    from_centre_size,
    from_corner_size,
    iou,
    match,
    mean_average_precision,
    non_maximum_suppression,
    precision_recall,
    to_centre_size,
    to_corner_size,
)

UNIT = [0, 0, 4, 4]


def test_three_ways_to_write_a_box():
    box = [[10, 20, 40, 30]]
    np.testing.assert_array_equal(to_centre_size(box), [[25, 25, 30, 10]])
    np.testing.assert_array_equal(to_corner_size(box), [[10, 20, 30, 10]])
    np.testing.assert_array_equal(from_centre_size([[25, 25, 30, 10]]), box)
    np.testing.assert_array_equal(from_corner_size([[10, 20, 30, 10]]), box)


def test_a_grid_of_boxes_is_written_in_another_way_and_back():
    random = np.random.default_rng(0)
    boxes = random_boxes(random, 24).reshape(2, 3, 4, 4)
    np.testing.assert_allclose(from_centre_size(to_centre_size(boxes)), boxes)
    np.testing.assert_allclose(from_corner_size(to_corner_size(boxes)), boxes)
    assert to_centre_size(boxes).shape == boxes.shape


def test_overlaps_by_hand():
    others = [
        UNIT,
        [2, 0, 6, 4],
        [4, 0, 8, 4],
        [1, 1, 3, 3],
        [1, 1, 1, 4],
        [4, 4, 5, 5],
    ]
    np.testing.assert_allclose(iou([UNIT], others), [[1, 1 / 3, 0, 0.25, 0, 0]])
    assert iou([[2, 2, 2, 2]], [[2, 2, 2, 2]]) == 0
    assert iou([], [UNIT]).shape == (0, 1) and iou([UNIT], []).shape == (1, 0)


def test_whole_numbers_do_not_run_over():
    boxes = np.array([[0, 0, 250, 250], [0, 0, 250, 125]], dtype=np.uint8)
    np.testing.assert_array_equal(iou(boxes, boxes), [[1, 0.5], [0.5, 1]])


def test_suppression_by_hand():
    boxes = [[0, 0, 4, 4], [0, 0, 4, 3], [0, 0, 4, 2], [8, 8, 9, 9]]
    scores = [0.5, 0.9, 0.7, 0.8]
    assert non_maximum_suppression(boxes, scores, 0.5).tolist() == [1, 3]
    # the third overlaps the second by 2/3, which is not more than 2/3
    assert non_maximum_suppression(boxes, scores, 2 / 3).tolist() == [1, 3, 2]
    kept = non_maximum_suppression(boxes, scores, 0.5, labels=["a", "b", "b", "b"])
    assert kept.tolist() == [1, 3, 0]
    assert non_maximum_suppression([], []).tolist() == []


def test_a_box_that_is_dropped_drops_no_other():
    chain = [[0, 0, 10, 1], [3, 0, 13, 1], [6, 0, 16, 1]]
    assert non_maximum_suppression(chain, [3, 2, 1], 0.5).tolist() == [0, 2]


@pytest.mark.parametrize("with_labels", [False, True])
def test_suppression_equals_tensorflow(with_labels):
    random = np.random.default_rng(1)
    for case in range(500):
        count = random.integers(1, 12)
        boxes, scores = random_boxes(random, count), random_scores(random, count)
        labels = random.integers(0, LABELS, count) if with_labels else None
        # a label's boxes lie far from those of the others
        apart = boxes + 100 * (labels[:, np.newaxis] if with_labels else 0)
        threshold = (0.25, 0.5, 0.75)[case % 3]
        expected = tf.image.non_max_suppression(
            apart.astype("float32"), scores.astype("float32"), count, threshold
        )
        kept = non_maximum_suppression(boxes, scores, threshold, labels)
        assert kept.tolist() == expected.numpy().tolist()


def test_the_best_score_chooses_first_and_each_truth_is_found_once():
    truths = [UNIT, [10, 10, 14, 14]]
    boxes = [[0, 0, 4, 3], UNIT, [10, 10, 14, 12], [20, 20, 24, 24]]
    assert match(boxes, [0.9, 0.8, 0.7, 0.6], truths).tolist() == [0, -1, 1, -1]
    assert match(boxes, [0.8, 0.9, 0.7, 0.6], truths).tolist() == [-1, 0, 1, -1]
    assert match(boxes, [4, 3, 2, 1], truths, 0.6).tolist() == [0, -1, -1, -1]
    assert match(boxes, [4, 3, 2, 1], []).tolist() == [-1] * 4
    assert match([], [], truths).tolist() == []


def test_a_truth_that_is_taken_leaves_the_next_best():
    truths = [[0, 0, 4, 4], [0, 0, 4, 5]]
    boxes = [[0, 0, 4, 4], [0, 0, 4, 4]]
    assert match(boxes, [2, 1], truths).tolist() == [0, 1]


def test_with_labels_each_label_is_matched_for_itself():
    random = np.random.default_rng(2)
    for threshold in (0, 0.5) * 50:
        boxes, truths = random_boxes(random, 8), random_boxes(random, 4)
        scores = random_scores(random, 8)
        labels, true_labels = (random.integers(0, LABELS, n) for n in (8, 4))
        matched = match(boxes, scores, truths, threshold, labels, true_labels)
        for label in range(LABELS):
            mine, theirs = labels == label, np.flatnonzero(true_labels == label)
            alone = match(boxes[mine], scores[mine], truths[theirs], threshold)
            expected = [-1 if place < 0 else theirs[place] for place in alone]
            assert matched[mine].tolist() == expected


def test_a_curve_and_its_area_by_hand():
    found = [
        ([UNIT, [8, 8, 9, 9]], [0.9, 0.6], ["cat", "cat"]),
        ([UNIT, UNIT], [0.8, 0.7], ["cat", "dog"]),
    ]
    truths = [([UNIT], ["cat"]), ([[0, 0, 4, 5], [20, 0, 24, 4]], ["cat", "cat"])]
    curve = precision_recall(found, truths, label="cat")
    np.testing.assert_allclose(curve.scores, [0.9, 0.8, 0.6])
    np.testing.assert_allclose(curve.precision, [1, 1, 2 / 3])
    np.testing.assert_allclose(curve.recall, [1 / 3, 2 / 3, 2 / 3])
    # of the recalls 0, 0.01 … 1.00, 0 to 0.66 are reached, all with precision 1
    assert average_precision(*curve[:2]) == pytest.approx(67 / 101)
    assert average_precisions(found, truths) == {"cat": pytest.approx(67 / 101)}
    all_of_one_label = precision_recall(found, truths)
    np.testing.assert_allclose(all_of_one_label.precision, [1, 1, 2 / 3, 1 / 2])


def test_a_dip_of_the_curve_is_filled_from_the_right():
    assert average_precision([1, 0.5, 2 / 3], [0.5, 0.5, 1]) == pytest.approx(
        (51 + 50 * 2 / 3) / 101
    )
    assert average_precision([], []) == 0


def test_every_label_has_the_same_weight():
    found = [([UNIT] * 3, [1, 1, 1], [0, 1, 1])]
    truths = [([UNIT, [9, 9, 10, 10], [5, 5, 6, 6]], [0, 1, 1])]
    assert mean_average_precision(found, truths) == pytest.approx(0.5)
    assert [*average_precisions(found, truths)] == [0, 1]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: iou(UNIT, [UNIT]), "a single box stands in a list"),
        (lambda: iou([[1, 2, 3]], [UNIT]), "boxes needs four numbers"),
        (lambda: iou([UNIT], [[0, 4, 4, 0]]), "others holds one whose second corner"),
        (lambda: iou([[4, 0, 0, 4]], [UNIT]), "x2 must be at least x1"),
        (lambda: iou([[0, 0, np.nan, 4]], [UNIT]), "finite numbers"),
        (lambda: iou([[0, 0, np.inf, 4]], [UNIT]), "finite numbers"),
        (lambda: iou([UNIT, [1, 2]], [UNIT]), "as many in each row"),
        (lambda: iou([list("abcd")], [UNIT]), "finite numbers"),
        (lambda: as_boxes(np.zeros((3, 0))), "four numbers for each box"),
        (lambda: as_boxes(np.zeros((2, 2, 4))), "needs the shape (n, 4)"),
        (lambda: to_centre_size([[4, 0, 0, 4]]), "second corner"),
        (lambda: from_centre_size([[0, 0, -1, 4]]), "width or a height below 0"),
        (lambda: from_corner_size([0, 0, 1]), "four numbers for each box"),
        (lambda: non_maximum_suppression([UNIT], [1, 2]), "scores needs one for each"),
        (lambda: non_maximum_suppression([UNIT], [np.nan]), "scores must hold finite"),
        (lambda: non_maximum_suppression([UNIT], [1], labels=[]), "labels needs one"),
        (lambda: non_maximum_suppression([UNIT], [1], 50), "between 0 and 1, not 50"),
        (lambda: match([UNIT], [1], [UNIT], np.nan), "between 0 and 1"),
        (lambda: precision_recall([], []), "an entry for each image"),
        (lambda: precision_recall([([], [], [])], []), "not 1 and 0"),
        (lambda: precision_recall([([], [])], [([], [])]), "not 2 and 2 parts"),
        (
            lambda: precision_recall([([], [], [])], [([UNIT], [1])], label=2),
            "no true box to be found",
        ),
        (lambda: precision_recall([([], [], [])], [([], [])]), "there is no recall"),
        (
            lambda: mean_average_precision([([], [], [])], [([], [])]),
            "There is no true box",
        ),
        (
            lambda: mean_average_precision([([], [], [])], [([[4, 0, 0, 4]], [1])]),
            "true boxes holds one",
        ),
        (lambda: match([UNIT], [1], [UNIT], labels=[1]), "the shape (1,), not ()"),
        (lambda: curve([1, 2], [True], 1), "scores needs one for each box"),
        (lambda: curve([], [], 0), "no true box to be found"),
        (lambda: average_precision([1, 1], [1]), "not the shapes (2,) and (1,)"),
        (lambda: average_precision([1, 1], [1, 0.5]), "recall must not fall"),
    ],
)
def test_what_is_refused_is_refused_in_one_sentence(call, words):
    with pytest.raises(ValueError) as refused:
        call()
    assert_one_sentence(refused, words)
