"""What dive 15f builds: samples in boxes, masks to learn, pasted and shared out."""

import ast
import inspect
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import pytest
from scipy.ndimage import map_coordinates

from tests.lessons.lesson_code import lesson_nodes, run_cells
from utils.exercises import lesson_15f as exercise
from utils.files.results import load_result
from utils.training import thing_detector

DIVE = "15f_a_mask_in_each_box"
DETECTOR = ["wanted_answers", "distances", "seen_from_centre", "detection_loss"]


@pytest.fixture(scope="module")
def page():
    page = {"__name__": DIVE}
    run_cells(DIVE, page, "settings", "deal", "crowded", "tests", "points", "align")
    run_cells(DIVE, page, "align-layer", "head", "trunk", "heads")
    run_cells(
        DIVE, page, "targets", "lesson-for", "recipe", "paste", "share-out", "scores"
    )
    run_cells(DIVE, page, "read", "boxes-found")
    return page


def test_the_detector_is_that_of_dive_14d():
    written_out = {
        node.name: ast.unparse(node)
        for node in lesson_nodes("14d_things_never_seen")
        if isinstance(node, ast.FunctionDef)
    }
    for function in DETECTOR:
        ours = ast.parse(inspect.getsource(getattr(thing_detector, function)))
        assert ast.unparse(ours) == written_out[function]


def test_samples_are_those_of_scipy_also_at_the_rim(page):
    rng = np.random.default_rng(0)
    maps = rng.random((2, 9, 9, 3)).astype("float32")
    boxes = np.sort(rng.uniform(0, 9, (2, 4, 2, 2)), axis=2).reshape(2, 4, 4)
    boxes[0, 0] = 0, 0, 9, 9
    samples = page["align"](maps, boxes.astype("float32"), 5).numpy()
    assert samples.shape == (8, 5, 5, 3)
    for k, box in enumerate(boxes.reshape(8, 4)):
        rows, columns = (page["points"](box[a], box[a + 2], 5) for a in (1, 0))
        grid = np.meshgrid(rows, columns, indexing="ij")
        for channel in range(3):
            expected = map_coordinates(
                maps[k // 4, ..., channel], grid, order=1, mode="nearest"
            )
            np.testing.assert_allclose(samples[k, ..., channel], expected, atol=1e-4)


def test_samples_of_a_whole_map_are_the_map(page):
    maps = np.random.default_rng(0).random((1, 6, 6, 2)).astype("float32")
    whole = np.array([[[0, 0, 6, 6]]], "float32")
    for rounded in (False, True):
        samples = page["align"](maps, whole, 6, rounded)
        np.testing.assert_allclose(samples, maps, atol=1e-5)


def test_rounded_samples_do_not_see_a_small_move(page):
    maps = np.random.default_rng(0).random((1, 9, 9, 2)).astype("float32")
    box = np.array([[[2, 1, 6, 7]]], "float32")
    first, moved, far = (
        page["align"](maps, box + shift, 4, True).numpy() for shift in (0, 0.3, 1)
    )
    np.testing.assert_array_equal(first, moved)
    assert not np.allclose(first, far)
    smooth = page["align"](maps, box + np.float32(0.3), 4).numpy()
    assert not np.allclose(smooth, page["align"](maps, box, 4).numpy())


def test_boxes_go_around_what_is_seen_of_each_object(page):
    images, boxes, owners = page["test_scenes"]("crowded", count=8)
    assert images.shape == (8, 64, 64, 3) and len(boxes) == 8
    for scene_boxes, owner in zip(boxes, owners, strict=True):
        assert len(scene_boxes) == owner.max()
        for number, (x1, y1, x2, y2) in enumerate(scene_boxes.astype(int), 1):
            rows, columns = np.nonzero(owner == number)
            assert len(rows) >= page["LEAST"]
            assert (rows.min(), rows.max() + 1) == (y1, y2)
            assert (columns.min(), columns.max() + 1) == (x1, x2)


def test_boxes_of_scenes_apart_do_not_overlap(page):
    for boxes in page["test_scenes"]("apart", count=8)[1]:
        whole = np.array([page["inside"](box) for box in boxes])
        assert whole.sum(axis=0).max() == 1


def test_things_learnt_and_tested_are_other_drawings(page):
    assert not set(page["NEW_KINDS"]) & set(page["LEARNT_KINDS"])
    assert len(page["painted"]("vehicle")) % 4 == 0
    for thing in page["new_things"][:8]:
        assert thing.shape[2] == 4 and 0 <= thing.min() and thing.max() <= 1


def test_targets_are_the_box_own_pixels_and_things(page):
    scenes = page["test_scenes"]("crowded", count=4)
    given, wanted = page["lesson_for"](scenes, seed=0)
    assert [part.shape for part in given] == [(4, 64, 64, 3), (4, 3, 4), (4, 3, 4)]
    answers, own, rounded, thing, plain = wanted
    assert answers.shape == (4, 8, 8, 5) and own.shape == (4, 3, 16, 16)
    assert own is rounded
    assert np.all(own <= thing), "whose pixel it is, it is a thing's"
    assert 0 < own.mean() < thing.mean() < 1
    x1, y1, x2, y2 = given[2][0, 0].astype(int)
    np.testing.assert_array_equal(plain[0, 0], scenes[2][0, y1:y2, x1:x2] > 0)


def test_pasted_back_a_mask_covers_its_object(page):
    _, boxes, owners = page["test_scenes"]("crowded", count=4)
    for scene_boxes, owner in zip(boxes, owners, strict=True):
        masks = np.array(
            [
                page["paste"](page["cut_out"](owner == number, box), box)
                for number, box in enumerate(scene_boxes, 1)
            ]
        )
        ious = page["own_ious"]([masks], [owner])
        assert ious.min() > 0.6 and ious.mean() > 0.8
        inside = page["paste"](np.ones((3, 3)), scene_boxes[0])
        assert inside.sum() == np.prod(scene_boxes[0][2:] - scene_boxes[0][:2])


def test_pixels_go_to_the_surest(page):
    masks = np.random.default_rng(0).random((3, 64, 64)) ** 2
    shared = page["shared_out"](masks, masks)
    with_ground = np.concatenate([np.full((1, 64, 64), 0.5), masks])
    np.testing.assert_array_equal(shared, with_ground.argmax(axis=0))
    nobody = page["shared_out"](masks[:0], masks[:0])
    assert nobody.shape == (64, 64) and not nobody.any()


def test_pixels_go_to_the_box_whose_middle_is_nearest(page):
    boxes = np.array([[0, 0, 20, 20], [10, 0, 30, 20]], "float32")
    whole = np.array([page["paste"](np.ones((2, 2)), box) for box in boxes])
    shared = page["shared_out"](whole, -page["from_centre"](boxes))
    assert shared[10, 9] == 1 and shared[10, 21] == 2 and shared[10, 40] == 0
    assert shared[10, 13] == 1 and shared[10, 16] == 2


def test_own_pixels_are_told_from_strangers_as_in_the_task(page):
    _, boxes, owners = page["test_scenes"]("crowded", count=6)
    sure = [np.random.default_rng(0).random((len(b), 64, 64)).round(2) for b in boxes]
    expected, value = [], exercise.surer_of_own.reference.value
    for masks, scene_boxes, owner in zip(sure, boxes, owners, strict=True):
        for number, box in enumerate(scene_boxes.astype(int), 1):
            x1, y1, x2, y2 = box
            whose, mask = owner[y1:y2, x1:x2], masks[number - 1][y1:y2, x1:x2]
            strange = (whose > 0) & (whose != number)
            if strange.sum() >= 0.1 * (whose > 0).sum():
                expected.append(value(mask[whose == number], mask[strange]))
    assert 4 < len(expected) < sum(map(len, boxes))
    shares = page["told_apart"](sure, boxes, owners)
    np.testing.assert_allclose(shares, expected)
    perfect = [
        np.array([owner == number for number in range(1, len(b) + 1)], float)
        for b, owner in zip(boxes, owners, strict=True)
    ]
    assert np.all(page["told_apart"](perfect, boxes, owners) == 1)


def test_pixels_in_a_box_are_those_that_a_mask_pastes_into(page):
    for box in np.float32([[3, 4, 20, 30], [0.4, 1.6, 9.5, 12.2], [0, 0, 64, 64]]):
        whole = page["paste"](np.ones((2, 2)), box)
        np.testing.assert_array_equal(page["inside"](box), whole > 0.5)


@pytest.mark.long
def test_a_network_answers_for_every_box_found_or_none(page):
    network = page["prepared"](epochs=1)
    images = page["test_scenes"]("crowded", count=3)[0]
    raw, maps = network[0].predict(images, verbose=0)
    assert raw.shape == (3, 8, 8, 5) and maps.shape == (3, 32, 32, 32)
    boxes = [np.zeros((0, 4), "float32"), np.float32([[3, 4, 20, 30]])]
    boxes.append(np.float32([[0, 0, 64, 64], [8, 8, 20, 20]]))
    for name in page["HEADS"]:
        masks = page["masks_of"](network, name, maps, boxes)
        assert [len(one) for one in masks] == [0, 1, 2]
        assert masks[1][0, :3].max() == 0 < masks[1][0, 4:30, 3:20].min()
    sizes = {head.count_params() for head in network[1].values()}
    assert len(sizes) == 1, "heads of one size"
    assert all(page["boxes_of"](one).shape[1:] == (4,) for one in raw)
    assert len(page["blobs_of"](network, maps)) == 3


def test_whichever_rate_the_heads_like_best_their_order_is_the_same():
    runs = [run for run in load_result("masks")["runs"] if run["part"] == "rates"]
    scores = {
        head: [
            max(run["surest"][2], run["nearest"][2])
            for run in runs
            if run["head"] == head
        ]
        for head in ("own", "thing in the box", "thing anywhere")
    }
    assert max(scores["thing anywhere"]) < min(scores["thing in the box"])
    assert max(scores["thing anywhere"]) < min(scores["own"])


def test_own_tells_its_pixels_apart_no_better_than_the_middle_does(page):
    _, boxes, owners = page["test_scenes"]("crowded")
    middle = [-page["from_centre"](b) for b in boxes]
    blind = page["told_apart"](middle, boxes, owners).mean()
    runs = [run for run in load_result("masks")["runs"] if run["part"] == "heads"]
    told = {
        head: np.array(
            [r["told_apart"] for r in runs if r["head"] == head and "told_apart" in r]
        )
        for head in ("own", "thing in the box")
    }
    assert len(told["own"]) == 5
    assert np.abs(told["own"] - blind).max() < 0.03
    assert np.all(told["thing in the box"] < blind - 0.1)


def test_blobs_lose_to_boxes_where_things_overlap_and_only_there():
    runs = [run for run in load_result("masks")["runs"] if run["part"] == "heads"]
    scores = {
        (test, head): [
            run["surest"][2]
            for run in runs
            if (run["test"], run["head"]) == (test, head) and run["boxes"] != "true"
        ]
        for test in ("apart", "crowded")
        for head in ("own", "thing anywhere", "blobs")
    }
    assert np.all(np.greater(scores["crowded", "own"], scores["crowded", "blobs"]))
    same_mask = scores["crowded", "thing anywhere"]
    assert np.all(np.greater(same_mask, scores["crowded", "blobs"]))
    assert np.mean(scores["apart", "own"]) < np.mean(scores["apart", "blobs"])
