"""Overlaps and average precision are those of pycocotools, COCO's own evaluation."""

import numpy as np
import pytest
from pycocotools import mask
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from tests.arrays.box_cases import (
    LABELS,
    THRESHOLDS,
    random_boxes,
    random_images,
    random_scores,
)
from utils.arrays.boxes import (
    MOST,
    average_precisions,
    iou,
    mean_average_precision,
    to_corner_size,
)

NONE = np.empty((0, 4))
UNIT = [0, 0, 4, 4]
EDGES = {  # (found, truths) of one image or more
    "nothing found": ([(NONE, [], [])], [([UNIT], [1])]),
    "nothing there": (
        [([UNIT], [1], [1]), ([UNIT], [0.5], [1])],
        [(NONE, []), ([UNIT], [1])],
    ),
    "equal scores": (
        [([[0, 0, 2, 4], UNIT, [0, 0, 4, 3]], [0.5] * 3, [1] * 3)] * 2,
        [([UNIT], [1])] * 2,
    ),
    "no area": ([([[1, 1, 1, 3], UNIT], [2, 1], [1, 1])], [([[1, 1, 1, 3]], [1])]),
    "touching": ([([[4, 0, 8, 4], [0, 4, 4, 8]], [2, 1], [1, 1])], [([UNIT], [1])]),
    "exactly the threshold": ([([[0, 0, 2, 4]], [1], [1])], [([UNIT], [1])]),
    "found twice": ([([UNIT, UNIT], [2, 1], [1, 1])], [([UNIT, [5, 5, 9, 9]], [1, 1])]),
    "two as near": (
        [([[0, 0, 4, 4], [0, 0, 3, 4]], [2, 1], [1, 1])],
        [([[0, 0, 3, 4], [1, 0, 4, 4]], [1, 1])],
    ),
    "a class nobody finds": ([([UNIT], [1], [0])], [([UNIT, UNIT], [0, 2])]),
    "a class that is not there": ([([UNIT, UNIT], [1, 2], [0, 1])], [([UNIT], [0])]),
    "scores below zero": ([([UNIT, UNIT], [-1, -2], [0, 0])], [([UNIT], [0])]),
}


def as_coco(images, count):
    """The COCO object of (boxes, labels) or (boxes, scores, labels) for each image."""
    annotations = []
    for number, (boxes, *scores, labels) in enumerate(images):
        for place, (x, y, width, height) in enumerate(to_corner_size(boxes).tolist()):
            annotation = {
                "id": len(annotations) + 1,
                "image_id": number,
                "category_id": int(labels[place]),
                "bbox": [x, y, width, height],
                "area": width * height,
                "iscrowd": 0,
            }
            if scores:
                annotation["score"] = float(scores[0][place])
            annotations.append(annotation)
    coco = COCO()
    coco.dataset = {
        "images": [{"id": number} for number in range(count)],
        "categories": [{"id": label} for label in range(LABELS)],
        "annotations": annotations,
    }
    coco.createIndex()
    return coco


def by_pycocotools(found, truths, threshold):
    """Return {label: average precision}, of the labels that are there."""
    count = len(truths)
    evaluation = COCOeval(as_coco(truths, count), as_coco(found, count), "bbox")
    evaluation.params.iouThrs = [threshold]
    evaluation.params.areaRng, evaluation.params.areaRngLbl = [[0, 1e10]], ["all"]
    evaluation.params.maxDets = [MOST]
    evaluation.evaluate()
    evaluation.accumulate()
    precision = evaluation.eval["precision"][0, :, :, 0, 0]  # (recalls, labels)
    labels = [label for label in range(LABELS) if precision[0, label] >= 0]
    return {label: precision[:, label].mean() for label in labels}


def assert_as_pycocotools(found, truths, threshold):
    expected = by_pycocotools(found, truths, threshold)
    if not expected:
        with pytest.raises(ValueError, match="There is no true box"):
            average_precisions(found, truths, threshold)
        return
    ours = average_precisions(found, truths, threshold)
    assert ours == pytest.approx(expected, rel=0, abs=1e-12), (found, truths, threshold)


def test_a_thousand_random_cases():
    random = np.random.default_rng(0)
    for case in range(1000):
        threshold = THRESHOLDS[case % len(THRESHOLDS)]
        assert_as_pycocotools(*random_images(random), threshold)


@pytest.mark.parametrize("name", EDGES)
def test_the_edges(name):
    for threshold in THRESHOLDS:
        assert_as_pycocotools(*EDGES[name], threshold)


def test_the_mean_of_all_labels_that_are_there():
    random = np.random.default_rng(3)
    for _ in range(20):
        found, truths = random_images(random)
        truths[0] = ([UNIT], [0])
        expected = np.mean([*by_pycocotools(found, truths, 0.5).values()])
        mean = mean_average_precision(found, truths)
        assert mean == pytest.approx(expected, rel=0, abs=1e-12)


def test_a_hundred_boxes_of_a_class_count_in_each_image():
    random = np.random.default_rng(1)
    truths = [(random_boxes(random, 40), np.zeros(40, dtype=int))] * 2
    found = [
        (random_boxes(random, n), random_scores(random, n), np.zeros(n, dtype=int))
        for n in (MOST + 50, 5)
    ]
    assert_as_pycocotools(found, truths, 0.5)


def test_overlaps_of_a_thousand_random_pairs_of_sets():
    random = np.random.default_rng(2)
    for _ in range(1000):
        boxes, others = (random_boxes(random, n) for n in random.integers(1, 6, 2))
        expected = mask.iou(
            to_corner_size(boxes), to_corner_size(others), [0] * len(others)
        )
        np.testing.assert_allclose(iou(boxes, others), expected, rtol=0, atol=1e-12)
