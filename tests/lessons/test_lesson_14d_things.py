"""What dive 14d writes out: what cells learn, decoding, turning, stand-ins."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace, run_cells
from utils.arrays.boxes import iou

LESSON = "14d_things_never_seen"
CELLS = ["wanted", "detector", "loss", "recipe", "decode"]


@pytest.fixture(scope="module")
def page():
    page = lesson_namespace(LESSON)
    run_cells(LESSON, page, *CELLS, "stand-ins", "turned", "random-crops")
    return page


class Answers:
    """A network that always gives these raw answers."""

    def __init__(self, raw):
        self.raw = raw

    def predict(self, images, verbose):
        return np.repeat(self.raw[np.newaxis], len(images), axis=0)


def test_perfect_answers_decode_to_the_boxes(page):
    boxes = np.array([[8, 10, 40, 30], [60, 50, 90, 95], [20, 60, 44, 84.0]])
    wanted = page["wanted_answers"](boxes, 12, 12)
    raw = np.where(wanted[..., :1] == 1, 20.0, -20.0)
    sides = np.log(np.maximum(wanted[..., 1:], 1e-3) / page["STRIDE"])
    network = Answers(np.concatenate([raw, sides], axis=-1).astype(np.float32))
    ((found, scores, labels),) = page["found_in"](network, np.zeros((1, 96, 96, 3)))
    assert len(found) == len(scores) == len(labels) == 3
    assert np.all(iou(found, boxes).max(axis=1) > 0.99)
    truths = [(boxes, np.zeros(3, int))]
    assert page["share_found"]([(found, scores, labels)], truths) == 1
    assert page["share_found"]([(found[:1], scores[:1], labels)], truths) == 1 / 3


def test_of_two_boxes_the_smaller_has_the_cell(page):
    boxes = np.array([[30, 30, 60, 60], [0, 0, 96, 96.0]])
    for order in (boxes, boxes[::-1]):
        wanted = page["wanted_answers"](order, 12, 12)
        assert np.allclose(wanted[5, 5], [1, 14, 14, 16, 16])
        assert np.allclose(wanted[7, 8], [1, 68, 60, 28, 36])


def test_boxes_are_turned_with_their_pixels(page):
    rng = np.random.default_rng(0)
    seen = set()
    for _ in range(60):
        crop = np.zeros((12, 12, 3))
        crop[2:5, 1:9] = 1
        crop, boxes = page["turned"](crop, np.array([[1, 2, 9, 5]]), rng)
        ((x1, y1, x2, y2),) = boxes
        assert crop[y1:y2, x1:x2].all() and crop.sum() == 3 * 3 * 8
        seen.add((x1, y1, x2, y2))
    assert len(seen) == 8


def test_sizes_change_with_their_boxes(page):
    picture = np.zeros((40, 60, 3), np.float32)
    picture[10:30, 20:50] = 1
    for sized, boxes in page["in_sizes"](picture, np.array([[20, 10, 50, 30]])):
        x1, y1, x2, y2 = boxes[0].round().astype(int)
        assert sized[y1 + 1 : y2 - 1, x1 + 1 : x2 - 1].min() > 0.9
        assert sized.sum() == pytest.approx(
            3 * np.prod(boxes[0, 2:] - boxes[0, :2]), 0.1
        )


def test_stand_ins_keep_what_they_should(page):
    thing = np.zeros((40, 50, 4), np.float32)
    thing[5:35, 5:45] = 0.2, 0.6, 0.4, 1
    faded = page["soft_edged"](thing)
    assert faded.shape == (56, 66, 4)
    assert np.allclose(faded[28, 33], thing[20, 25], atol=1e-2)  # the middle
    assert 0.2 < faded[13, 33, 3] < 0.8  # where the edge was
    assert np.allclose(faded[13, 33, :3], thing[20, 25, :3], atol=1e-2)
    grounds = np.random.default_rng(0).random((2, 160, 160, 3)).astype(np.float32)
    (piece,) = page["filled"]([thing], grounds, seed=0)
    assert np.array_equal(piece[..., 3], thing[..., 3])
    assert not np.allclose(piece[..., :3], thing[..., :3])
