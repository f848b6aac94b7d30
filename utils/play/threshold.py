"""A plaything of lesson 14: a threshold slid over a detector's boxes on one scene."""

from typing import NamedTuple

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.lines import Line2D

from utils.arrays import boxes as boxes_of
from utils.arrays.colour import to_grey
from utils.drawing.boxes import draw_boxes
from utils.drawing.colours import BLACK, BLUE, ORANGE
from utils.drawing.pictures import show_image
from utils.play.widget import Plaything, as_rows

MOST_PIXELS = 100  # of the picture, along a side
MOST_BOXES = boxes_of.MOST
WHITE = 99  # in the data: two digits a pixel
LOOKS = {"missed": (BLACK, ":"), "wrong": (ORANGE, "--"), "right": (BLUE, "-")}
TEXT = "Here you slide the threshold: run this cell, or open the lesson's page."


class Judged(NamedTuple):
    """What a threshold takes of the boxes, and all that other thresholds would."""

    right: np.ndarray  # (n, 4) boxes that find a true one
    wrong: np.ndarray
    missed: np.ndarray  # true boxes that none finds
    precision: float | None  # None where nothing is taken
    recall: float
    curve: boxes_of.Curve


def play_threshold(picture, found, truths, start=0.5, overlap=0.5):
    """Slide a threshold over found boxes: right, wrong, missed, precision, recall.

    picture: (height, width) or (height, width, 3) in 0..1, at most 100 pixels either
    way. found: (boxes, scores, labels), at most 100, scores in 0..1; truths: (boxes,
    labels), at least one, as in `utils.arrays.boxes`. start: the threshold at first.
    overlap: the IoU from which a true box is found, and above which the suppression
    drops a box. Boxes are rounded to hundredths of a pixel, scores to four digits.
    Raises ValueError for anything else.
    """
    picture = to_grey(np.asarray(picture))
    found, truths = _rounded(found, truths)
    if max(picture.shape) > MOST_PIXELS:
        raise ValueError(
            f"The picture needs at most {MOST_PIXELS} pixels either way, not the shape "
            f"{picture.shape}."
        )
    data = {
        "picture": as_rows(WHITE * picture),
        "found": _packed(np.column_stack(found[:2]), found[2]),
        "truths": _packed(*truths),
        "overlap": overlap,
        "start": start,
    }

    def draw():
        return draw_threshold(picture, found, truths, start, overlap)

    return Plaything("threshold", data, draw, TEXT)


def judge(found, truths, least, overlap=0.5, suppress=True):
    """Return as Judged what boxes of a score of at least `least` are worth."""
    (boxes, scores, labels), (true_boxes, true_labels) = found, truths
    if suppress:
        kept = boxes_of.non_maximum_suppression(boxes, scores, overlap, labels)
        boxes, scores, labels = boxes[kept], scores[kept], labels[kept]
    finds = boxes_of.match(boxes, scores, true_boxes, overlap, labels, true_labels)
    is_taken, is_right = scores >= least, finds >= 0
    right = np.count_nonzero(is_taken & is_right)
    is_missed = np.ones(len(true_boxes), dtype=bool)
    is_missed[finds[is_taken & is_right]] = False
    return Judged(
        right=boxes[is_taken & is_right],
        wrong=boxes[is_taken & ~is_right],
        missed=true_boxes[is_missed],
        precision=right / is_taken.sum() if is_taken.any() else None,
        recall=right / len(true_boxes),
        curve=boxes_of.curve(scores, is_right, len(true_boxes)),
    )


def draw_threshold(picture, found, truths, least, overlap=0.5):
    """Draw the boxes a threshold takes, and its place on the curve; a figure."""
    now = judge(found, truths, least, overlap)
    figure, (scene, plot) = plt.subplots(1, 2, figsize=(11, 5.2))
    show_image(picture, "", scene)
    for kind, (color, linestyle) in LOOKS.items():
        draw_boxes(getattr(now, kind), scene, color, linestyle=linestyle)
    samples = [
        Line2D([], [], color=color, ls=line, label=f"{kind}: {len(getattr(now, kind))}")
        for kind, (color, line) in LOOKS.items()
    ]
    scene.legend(
        handles=samples[::-1],
        loc="upper center",
        bbox_to_anchor=(0.5, 0),
        ncols=3,
        frameon=False,
    )
    plot.plot(now.curve.recall, now.curve.precision, "o-", color="0.4", markersize=4)
    if now.precision is not None:
        plot.plot(now.recall, now.precision, "o", color=ORANGE, markersize=14)
    plot.set(xlabel="recall", ylabel="precision", xlim=(0, 1.04), ylim=(0, 1.04))
    plot.set_aspect("equal")
    figure.suptitle(_title(now, least))
    return figure


def _title(now, least):
    if now.precision is None:
        return f"No box has a score of at least {least:.2f}"
    return (
        f"Scores of at least {least:.2f}: precision {now.precision:.2f}, "
        f"recall {now.recall:.2f}"
    )


def _rounded(found, truths):
    """found and truths as arrays, rounded as the page has them, and checked."""
    boxes_of.precision_recall([found], [truths])  # refuses what does not fit
    boxes, scores, labels = found
    scores = np.round(np.asarray(scores, dtype=float), 4)
    if len(scores) > MOST_BOXES or np.any((scores < 0) | (scores > 1)):
        raise ValueError(
            f"found needs at most {MOST_BOXES} boxes with scores from 0 to 1: take the "
            "best, and of raw numbers the sigmoid."
        )
    boxes, true_boxes = (
        np.round(boxes_of.as_boxes(some), 2) for some in (boxes, truths[0])
    )
    return (boxes, scores, _as_texts(labels)), (true_boxes, _as_texts(truths[1]))


def _as_texts(labels):
    return np.array([str(label) for label in np.asarray(labels).tolist()], dtype=str)


def _packed(numbers, labels):
    """One entry for each box: its numbers as a text, and its label as one."""
    rows = as_rows(numbers, decimals=4)
    return [
        {"numbers": row, "label": label}
        for row, label in zip(rows, labels.tolist(), strict=True)
    ]
