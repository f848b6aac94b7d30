"""What a page says of boxes is what utils.arrays.boxes computes, on random cases."""

import numpy as np
import pytest

from tests.arrays.box_cases import THRESHOLDS, random_images
from utils.arrays.boxes import (
    average_precision,
    curve,
    iou,
    match,
    non_maximum_suppression,
)
from utils.play.threshold import judge


@pytest.fixture(scope="module")
def scenes():
    """300 scenes with something there: (found, truths, IoU threshold)."""
    random = np.random.default_rng(0)
    scenes = []
    while len(scenes) < 300:
        threshold = THRESHOLDS[len(scenes) % len(THRESHOLDS)]
        found, truths = random_images(random)
        scenes += [
            (here, there, threshold)
            for here, there in zip(found, truths, strict=True)
            if len(there[0])
        ]
    return scenes


def on_the_page(boxes, *scores, labels):
    """Boxes as the page has them: a dict for each."""
    scores = scores[0] if scores else np.zeros(len(boxes))
    return [
        {"box": box, "score": float(score), "label": str(label)}
        for box, score, label in zip(boxes.tolist(), scores, labels, strict=True)
    ]


def both_on_the_page(found, truths):
    boxes, scores, labels = found
    there = on_the_page(truths[0], labels=truths[1])
    return on_the_page(boxes, scores, labels=labels), there


def test_overlaps(call_in_node, scenes):
    pairs = [
        (box, other)
        for (boxes, *_), (there, _), _ in scenes
        for box, other in zip(boxes, there, strict=False)
    ]
    shown = call_in_node(
        "shared/boxes.js", "iou", [[a.tolist(), b.tolist()] for a, b in pairs]
    )
    assert shown == [iou([a], [b])[0, 0] for a, b in pairs]
    assert 0 in shown and 1 in shown and len(set(shown)) > 50


def test_the_two_boxes_that_are_dragged(call_in_node, scenes):
    pairs = [there[:2].tolist() for _, (there, _), _ in scenes if len(there) > 1]
    shown = call_in_node("iou.js", "compared", [[pair] for pair in pairs])
    for (box, other), one in zip(pairs, shown, strict=True):
        assert one["iou"] == iou([box], [other])[0, 0]
        if one["intersection"]:
            assert one["intersection"] / one["union"] == one["iou"]
            x1, y1, x2, y2 = one["common"]
            assert (x2 - x1) * (y2 - y1) == one["intersection"]
        else:
            assert one["common"] is None and one["iou"] == 0


def test_what_is_suppressed_and_what_finds_what(call_in_node, scenes):
    cases, pairs = [], []
    for found, truths, threshold in scenes:
        here, there = both_on_the_page(found, truths)
        cases.append([here, threshold])
        pairs.append([here, there, threshold])
    kept = call_in_node("shared/boxes.js", "nonMaximumSuppression", cases)
    finds = call_in_node("shared/boxes.js", "match", pairs)
    for (found, truths, threshold), one, other in zip(scenes, kept, finds, strict=True):
        boxes, scores, labels = found
        expected = non_maximum_suppression(boxes, scores, threshold, labels)
        assert one == expected.tolist()
        expected = match(boxes, scores, truths[0], threshold, labels, truths[1])
        assert other == expected.tolist()


def test_curves_and_their_averages(call_in_node):
    random = np.random.default_rng(1)
    cases = []
    for _ in range(200):
        true_boxes = int(random.integers(1, 60))
        found = random.integers(0, 80)
        is_right = (random.random(found) < 0.6) & (np.arange(found) < true_boxes)
        scores = random.integers(0, 30, found) / 29
        cases.append([scores.tolist(), is_right.tolist(), true_boxes])
    points = call_in_node("shared/boxes.js", "curve", cases)
    averages = call_in_node(
        "shared/boxes.js", "averagePrecision", [[p] for p in points]
    )
    for case, shown, average in zip(cases, points, averages, strict=True):
        expected = curve(*case)
        for name, values in (
            ("score", "scores"),
            *[(n, n) for n in ("precision", "recall")],
        ):
            assert [point[name] for point in shown] == getattr(
                expected, values
            ).tolist()
        wanted = average_precision(expected.precision, expected.recall)
        assert average == pytest.approx(wanted, rel=0, abs=1e-12)


@pytest.mark.parametrize("is_suppressed", [True, False])
def test_what_a_threshold_takes(call_in_node, scenes, is_suppressed):
    cases = []
    for number, (found, truths, overlap) in enumerate(scenes):
        here, there = both_on_the_page(found, truths)
        scene = {"found": here, "truths": there, "overlap": overlap}
        least = (-0.25, 0, 0.25, 0.5)[number % 4]
        cases.append([scene, {"least": least, "isSuppressed": is_suppressed}])
    shown = call_in_node("threshold.js", "judged", cases)
    for case, (found, truths, overlap), one in zip(cases, scenes, shown, strict=True):
        expected = judge(found, truths, case[1]["least"], overlap, is_suppressed)
        right = [taken["box"] for taken in one["taken"] if taken["isRight"]]
        wrong = [taken["box"] for taken in one["taken"] if not taken["isRight"]]
        missed = [truth["box"] for truth in one["missed"]]
        assert [one["right"], one["wrong"]] == [len(right), len(wrong)]
        for boxes, wanted in ((right, "right"), (wrong, "wrong"), (missed, "missed")):
            assert sorted(boxes) == sorted(getattr(expected, wanted).tolist())
        assert (one["precision"], one["recall"]) == (
            expected.precision,
            expected.recall,
        )
        recall = [point["recall"] for point in one["points"]]
        assert recall == expected.curve.recall.tolist()
        wanted = average_precision(*expected.curve[:2])
        assert one["average"] == pytest.approx(wanted, rel=0, abs=1e-12)
