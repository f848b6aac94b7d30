"""Figures and data of the playthings with boxes, and what they refuse."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from tests.one_sentence import assert_one_sentence
from tests.play.scenes import FOUND, TRUTHS, scene
from utils.drawing.style import use_course_style
from utils.play.iou import play_iou
from utils.play.threshold import judge, play_threshold

PAIRS = {
    "a corner": ([2, 3, 12, 11], [8, 6, 20, 14]),
    "touching": ([2, 3, 10, 9], [10, 3, 18, 9]),
}


@pytest.fixture
def drawn():
    """Draw a plaything's figure in the course's look; closed afterwards."""
    use_course_style()
    yield lambda plaything: plaything._draw()
    plt.close("all")


def test_pairs_are_stored_as_they_are():
    data = play_iou(PAIRS, columns=22).data
    assert (data["columns"], data["rows"]) == (22, 16)
    assert data["pairs"][1] == {"name": "touching", "boxes": [*PAIRS["touching"]]}


def test_the_figure_says_what_two_boxes_share(drawn):
    figure = drawn(play_iou(PAIRS))
    assert figure.axes[0].get_title() == "Intersection 20, union 156: IoU 0.13"
    assert len(figure.axes[0].patches) == 5  # hatched, and each box with its rim
    assert faults(figure) == []


def test_boxes_that_touch_have_nothing_hatched(drawn):
    figure = drawn(play_iou({"touching": PAIRS["touching"]}))
    assert figure.axes[0].get_title() == "Intersection 0, union 96: IoU 0.00"
    assert len(figure.axes[0].patches) == 4


@pytest.mark.parametrize(
    "boxes",
    [
        ([0, 0, 4, 4],),
        ([0, 0, 4, 4], [0, 0, 4.5, 4]),
        ([0, 0, 4, 4], [0, 0, 4, 17]),
        ([0, 0, 4, 4], [-1, 0, 4, 4]),
        ([0, 0, 4, 4], [2, 2, 2, 4]),
    ],
)
def test_boxes_that_cannot_be_dragged_are_refused(boxes):
    with pytest.raises(ValueError) as refused:
        play_iou({"wrong": boxes})
    assert_one_sentence(refused, "two boxes of whole pixels", "24 × 16")


def test_the_scene_is_stored_as_texts():
    picture, found, truths = scene()
    data = play_threshold(np.stack([picture] * 3, axis=-1), found, truths, 0.6).data
    assert len(data["picture"]) == 64 and data["picture"][0].startswith("0 0 ")
    assert data["found"][1] == {"numbers": "42 8 60 34 0.8", "label": "7"}
    assert data["truths"][3] == {"numbers": "70 10 88 31", "label": "0"}
    assert (data["start"], data["overlap"]) == (0.6, 0.5)


def test_a_threshold_is_judged_by_hand():
    _, (boxes, scores, labels), (true_boxes, true_labels) = scene()
    found = np.array(boxes, float), np.array(scores), np.array(labels)
    truths = np.array(true_boxes, float), np.array(true_labels)
    now = judge(found, truths, 0.5)
    assert now.right.tolist() == [FOUND[0][0], FOUND[1][0]]
    assert now.wrong.tolist() == [FOUND[3][0]]  # of another label
    assert now.missed.tolist() == [TRUTHS[2][0], TRUTHS[3][0]]
    assert (now.precision, now.recall) == (2 / 3, 1 / 2)
    assert now.curve.recall.tolist() == [0.25, 0.5, 0.5, 0.5, 0.75]
    loose = judge(found, truths, 0.5, suppress=False)
    assert loose.wrong.tolist() == [FOUND[2][0], FOUND[3][0]]
    assert judge(found, truths, 0.99).precision is None


@pytest.mark.parametrize("start", [0.5, 0.99])
def test_the_figure_shows_boxes_and_the_place_on_the_curve(drawn, start):
    figure = drawn(play_threshold(*scene(), start=start))
    picture, plot = figure.axes
    labels = [text.get_text() for text in picture.get_legend().get_texts()]
    curve, *here = plot.lines
    assert len(curve.get_xdata()) == 5
    if start == 0.5:
        assert labels == ["right: 2", "wrong: 1", "missed: 2"]
        assert len(picture.patches) == 2 * 5  # each box with its rim
        assert (here[0].get_xdata()[0], here[0].get_ydata()[0]) == (1 / 2, 2 / 3)
    else:
        assert labels == ["right: 0", "wrong: 0", "missed: 4"] and not here
    assert faults(figure) == []


def test_one_label_of_whatever_kind_is_enough():
    picture, (boxes, scores, _), (true_boxes, _) = scene()
    plaything = play_threshold(picture, (boxes, scores, [1] * 6), (true_boxes, [1] * 4))
    assert {one["label"] for one in plaything.data["found"]} == {"1"}
    none = play_threshold(picture, ([], [], []), (true_boxes, [1] * 4))
    assert none.data["found"] == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda p, f, t: (np.zeros((101, 9)), f, t), "at most 100 pixels"),
        (lambda p, f, t: (p, (f[0], [2.5] * 6, f[2]), t), "scores from 0 to 1"),
        (
            lambda p, f, t: (p, ([[0, 0, 1, 1]] * 101, [0] * 101, [0] * 101), t),
            "at most 100 boxes",
        ),
        (lambda p, f, t: (p, f, ([], [])), "no true box to be found"),
        (lambda p, f, t: (p, f[:2], t), "needs (boxes, scores, labels)"),
    ],
)
def test_what_cannot_be_shown_is_refused(change, words):
    with pytest.raises(ValueError) as refused:
        play_threshold(*change(*scene()))
    assert_one_sentence(refused, words)
