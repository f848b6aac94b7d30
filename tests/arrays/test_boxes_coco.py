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
)
from utils.arrays.boxes import (
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


def by_pycocotools(found, truths):
    """Return {label: average precision} at each threshold, of labels that are there."""
    count = len(truths)
    evaluation = COCOeval(as_coco(truths, count), as_coco(found, count), "bbox")
    evaluation.params.iouThrs = THRESHOLDS
    evaluation.params.areaRng, evaluation.params.areaRngLbl = [[0, 1e10]], ["all"]
    evaluation.params.maxDets = evaluation.params.maxDets[-1:]  # COCO's own, 100
    evaluation.evaluate()
    evaluation.accumulate()
    # (thresholds, recalls, labels), -1 for labels without a true box
    precision = evaluation.eval["precision"][:, :, :, 0, 0]
    labels = [label for label in range(LABELS) if precision[0, 0, label] >= 0]
    return [
        {label: at_threshold[:, label].mean() for label in labels}
        for at_threshold in precision
    ]


def assert_as_pycocotools(found, truths):
    """The same average precisions, and their mean, at all five thresholds."""
    for threshold, expected in zip(
        THRESHOLDS, by_pycocotools(found, truths), strict=True
    ):
        if not expected:
            with pytest.raises(ValueError, match="There is no true box"):
                average_precisions(found, truths, threshold)
            continue
        ours = average_precisions(found, truths, threshold)
        assert ours == pytest.approx(expected, rel=0, abs=1e-12), (found, truths)
        mean = mean_average_precision(found, truths, threshold)
        wanted = np.mean([*expected.values()])
        assert mean == pytest.approx(wanted, rel=0, abs=1e-12)


def test_a_thousand_random_cases():
    """200 sets of images, each at five thresholds."""
    random = np.random.default_rng(0)
    for _ in range(200):
        assert_as_pycocotools(*random_images(random))


@pytest.mark.parametrize("name", EDGES)
def test_the_edges(name):
    assert_as_pycocotools(*EDGES[name])


@pytest.mark.parametrize(
    ("place", "labels"),
    [(98, [0]), (99, [0]), (100, [0]), (149, [0, 0, 1]), (148, [0, 0, 1])],
)
def test_a_hundred_boxes_of_a_label_count_in_each_image(place, labels):
    boxes = np.tile([8, 8, 9, 9], (150, 1))  # on nothing, but for one
    boxes[place] = UNIT
    labels = labels * (150 // len(labels))
    found = [(boxes, -np.arange(150), labels), ([UNIT], [-200], [0])]
    truths = [([UNIT, UNIT], [0, 1])] * 2
    assert_as_pycocotools(found, truths)


def test_overlaps_of_a_thousand_random_pairs_of_sets():
    random = np.random.default_rng(2)
    for _ in range(1000):
        boxes, others = (random_boxes(random, n) for n in random.integers(1, 6, 2))
        expected = mask.iou(
            to_corner_size(boxes), to_corner_size(others), [0] * len(others)
        )
        np.testing.assert_allclose(iou(boxes, others), expected, rtol=0, atol=1e-12)
