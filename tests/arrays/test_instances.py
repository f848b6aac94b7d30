"""Overlaps are those of pycocotools, hits those of an assignment; and by hand."""

import numpy as np
import pytest
from pycocotools import mask
from scipy.optimize import linear_sum_assignment

from tests.one_sentence import assert_one_sentence
from utils.arrays.instances import (
    THRESHOLDS,
    hits,
    instance_score,
    mask_ious,
    mean_instance_score,
    without,
)

NOTHING = np.zeros((3, 4), dtype=int)
TRUTH = np.array([[1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 7]])
# Object 5 has 4 of the first one's 6 pixels, object 2 half of the union with the other.
FOUND = np.array([[5, 5, 0, 0], [5, 5, 0, 2], [0, 0, 0, 2]])


def random_objects(rng):
    """A truth of some rectangles, and the same with some shifted, joined, lost."""
    truth = np.zeros(rng.integers(12, 30, 2), dtype=int)
    for number in rng.permutation(40)[: rng.integers(0, 9)] + 1:
        top, left = (rng.integers(side) for side in truth.shape)
        high, wide = rng.integers(1, 9, 2)
        truth[top : top + high, left : left + wide] = number
    found = np.roll(truth, rng.integers(-1, 2), axis=rng.integers(2))
    for number in np.unique(found):
        if rng.random() < 0.3:
            found[found == number] = rng.integers(40)
    return found, truth


def by_coco(found, truth):
    """The IoUs that pycocotools computes of run-length encoded masks."""
    encoded = [
        [
            mask.encode(np.asfortranarray(objects == number, dtype=np.uint8))
            for number in np.unique(objects[objects > 0])
        ]
        for objects in (found, truth)
    ]
    if not all(encoded):
        return np.zeros([len(part) for part in encoded])
    return mask.iou(*encoded, [0] * len(encoded[1]))


def test_overlaps_equal_pycocotools():
    rng = np.random.default_rng(0)
    empty = 0
    for _ in range(300):
        found, truth = random_objects(rng)
        ious = mask_ious(found, truth)
        empty += ious.size == 0
        np.testing.assert_allclose(ious, by_coco(found, truth), atol=1e-12)
    assert 0 < empty < 200


@pytest.mark.parametrize("threshold", [0.5, *THRESHOLDS[3::3]])
def test_hits_equal_the_best_assignment(threshold):
    rng = np.random.default_rng(1)
    hit = 0
    for _ in range(200):
        found, truth = random_objects(rng)
        near = by_coco(found, truth) > threshold
        pairs = np.argwhere(near)
        np.testing.assert_array_equal(hits(found, truth, threshold), pairs)
        rows, columns = linear_sum_assignment(near, maximize=True)
        best = int(near[rows, columns].sum())
        assert best == len(pairs), "above one half, nothing needs to be assigned"
        wrong = sum(near.shape) - 2 * best
        expected = best / (best + wrong) if sum(near.shape) else 1
        assert instance_score(found, truth, threshold) == pytest.approx(expected)
        hit += best
    assert hit > 100


def test_by_hand():
    np.testing.assert_allclose(mask_ious(FOUND, TRUTH), [[0, 1 / 2], [4 / 6, 0]])
    assert hits(FOUND, TRUTH).tolist() == [[1, 0]], "one half is not above one half"
    assert instance_score(FOUND, TRUTH) == 1 / 3
    assert instance_score(FOUND, TRUTH, 0.7) == 0
    # at 0.50, 0.55, 0.60 and 0.65 one of three, then none
    assert mean_instance_score(FOUND, TRUTH) == pytest.approx(4 / 10 / 3)


def test_nothing_found_and_nothing_there():
    assert mask_ious(NOTHING, TRUTH).shape == (0, 2)
    assert mask_ious(TRUTH, NOTHING).shape == (2, 0)
    assert instance_score(NOTHING, TRUTH) == instance_score(TRUTH, NOTHING) == 0
    assert instance_score(NOTHING, NOTHING) == mean_instance_score(NOTHING, NOTHING)
    assert instance_score(NOTHING, NOTHING) == 1
    full = np.ones((3, 4), dtype=int)
    assert mask_ious(full, full).tolist() == [[1]]


def test_two_in_one_blob_are_no_hit():
    truth = np.array([[1, 1, 2, 2]])
    assert instance_score((truth > 0).astype(int), truth) == 0


def test_objects_are_taken_out_by_most_of_their_pixels():
    edge = np.zeros(TRUTH.shape, dtype=bool)
    edge[:, :2] = True
    assert without(TRUTH, edge).tolist() == [[0] * 4, [0] * 4, [0, 0, 0, 7]]
    edge[0] = False  # two of six pixels left
    np.testing.assert_array_equal(without(TRUTH, edge), TRUTH)
    edge[0, 0] = True  # half of them
    np.testing.assert_array_equal(without(TRUTH, edge), TRUTH)
    np.testing.assert_array_equal(without(NOTHING, edge), NOTHING)


@pytest.mark.parametrize(
    ("found", "truth", "part"),
    [
        (TRUTH > 0, TRUTH, "found must be (height, width), whole numbers"),
        (TRUTH, TRUTH.astype(float), "truth must be"),
        (TRUTH - 1, TRUTH, "from 0, the ground"),
        (TRUTH[0], TRUTH, "of the shape (4,)"),
        (TRUTH[:2], TRUTH, "(2, 4) and (3, 4)"),
    ],
)
def test_what_is_no_pair_of_objects_is_refused(found, truth, part):
    with pytest.raises(ValueError) as caught:
        mask_ious(found, truth)
    assert_one_sentence(caught, part)


@pytest.mark.parametrize("threshold", [0.4, 1, -1])
def test_a_threshold_that_lets_an_object_hit_two_is_refused(threshold):
    for function in (hits, instance_score):
        with pytest.raises(ValueError) as caught:
            function(FOUND, TRUTH, threshold)
        assert_one_sentence(caught, f"not {threshold}")


@pytest.mark.parametrize("dropped", [TRUTH, np.zeros((2, 2), dtype=bool)])
def test_what_is_no_mask_takes_nothing_out(dropped):
    with pytest.raises(ValueError) as caught:
        without(TRUTH, dropped)
    assert_one_sentence(caught, "dropped must be a mask")
