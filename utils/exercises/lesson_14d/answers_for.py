"""The task `answers_for` of lesson 14d, things it has never seen."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _inside(boxes, x, y, share):
    """Which boxes have (x, y) in their middle, so large a share of each side."""
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
    across = np.abs(x - (x1 + x2) / 2) <= share * (x2 - x1) / 2
    return np.flatnonzero(across & (np.abs(y - (y1 + y2) / 2) <= share * (y2 - y1) / 2))


def _areas(boxes):
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
    return (x2 - x1) * (y2 - y1)


def _smallest(boxes, x, y, share=0.5):
    inside = _inside(boxes, x, y, share)
    return int(inside[np.argmin(_areas(boxes)[inside])]) if len(inside) else -1


def _largest(boxes, x, y):
    inside = _inside(boxes, x, y, 0.5)
    return int(inside[np.argmax(_areas(boxes)[inside])]) if len(inside) else -1


def _at(place):
    """The first or the last of the boxes that have the point in their middle."""

    def chosen(boxes, x, y):
        inside = _inside(boxes, x, y, 0.5)
        return int(inside[place]) if len(inside) else -1

    return chosen


def _nearest_middle(boxes, x, y):
    inside = _inside(boxes, x, y, 0.5)
    if not len(inside):
        return -1
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float)[inside].T
    return int(inside[np.argmin(np.hypot(x - (x1 + x2) / 2, y - (y1 + y2) / 2))])


def _smallest_of_all(boxes, x, y):
    """The mistake of who chooses first, and asks for the middle afterwards."""
    smallest = int(np.argmin(_areas(boxes)))
    return smallest if smallest in _inside(boxes, x, y, 0.5) else -1


TREES = np.array([[0, 0, 40, 40], [14, 12, 30, 28], [30, 4, 62, 36]])

answers_for = Task(
    "answers_for",
    code="""
    def answers_for(boxes, x, y):
        best, least = -1, None
        for k, (x1, y1, x2, y2) in enumerate(boxes):
            across = abs(x - (x1 + x2) / 2) <= (x2 - x1) / 4
            along = abs(y - (y1 + y2) / 2) <= (y2 - y1) / 4
            area = (x2 - x1) * (y2 - y1)
            if across and along and (least is None or area < least):
                best, least = k, area
        return best
    """,
    why="The middle half reaches a quarter of the width to either side of the middle. "
    "Of all boxes that hold the point there, the smallest is kept.",
    hints=[
        "Two steps: which boxes have the point in their middle half? Then: which of "
        "these is the smallest?",
        "The middle of a box lies at (x1 + x2) / 2. The middle half reaches from there "
        "(x2 - x1) / 4 to the left and to the right; along y likewise.",
        "Go through the boxes with enumerate, and remember the index and the area of "
        "the smallest that fits. Begin with -1, for none.",
    ],
    notice="A large crown behind a small one keeps the cells around it, as a rule, so "
    "both are learnt. The other way round the small one would be lost.",
    cases=[
        given(np.array([[0, 0, 8, 8]]), 4, 4),
        given(np.array([[0, 0, 8, 8]]), 1, 4),
        given(np.array([[0, 0, 8, 8]]), 2, 6),
        given(np.array([[0, 0, 8, 8]]), 4, 7),
        given(TREES, 20, 20),
        given(TREES, 12, 12),
        given(TREES, 46, 20),
        given(TREES, 28, 20),
        given(TREES[::-1], 20, 20),
        given(np.array([[0, 0, 40, 40], [4, 4, 40, 40], [10, 10, 34, 34]]), 20, 20),
        given(np.array([[10, 10, 34, 34], [4, 4, 40, 40], [0, 0, 40, 40]]), 20, 20),
        given(np.array([[0, 0, 40, 40], [6, 6, 38, 38], [13, 13, 33, 33]]), 22, 22),
        given(np.array([[0, 0, 24, 24]]), 19, 12),
        given(np.array([[0, 0, 24, 24]]), 12, 19),
        given(np.array([[10, 10, 20, 20]]), 15, 20),
        given(np.array([[10, 10, 20, 20]]), 20, 15),
        given(np.array([[0, 0, 10, 10]]), 7.5, 5),
        given(np.array([[0, 0, 10, 10]]), 5, 7.5),
        given(np.array([[0, 0, 10, 9]]), 5, 6.5),
        given(np.array([[0, 0, 9, 10]]), 6.5, 5),
        given(np.array([[28, 10, 32, 50], [26, 26, 34, 34]]), 30, 30),
        given(np.array([[10, 28, 50, 32], [26, 26, 34, 34]]), 30, 30),
        given(np.array([[28, 10, 32, 50], [20, 20, 40, 40]]), 30, 30),
        given(TREES, 70, 70),
    ],
    mistakes=[
        (
            lambda boxes, x, y: _smallest(boxes, x, y, share=1),
            "the whole box answers. Wanted is its middle half: a quarter of the width "
            "to either side of the middle, and of the height likewise.",
        ),
        (
            lambda boxes, x, y: _smallest(boxes, x, y, share=0.25),
            "this is the middle quarter: half of a half. The middle half reaches a "
            "quarter of the whole width to either side.",
        ),
        (_largest, "of several boxes the largest is taken; wanted is the smallest."),
        (_at(0), "the first box that fits is taken; of several the smallest answers."),
        (_at(-1), "the last box that fits is taken; of several the smallest answers."),
        (
            _nearest_middle,
            "of several boxes, the one whose middle is nearest is taken; wanted is the "
            "smallest.",
        ),
        (
            _smallest_of_all,
            "first look which boxes have the point in their middle half, then take the "
            "smallest of these, not of all.",
        ),
    ],
)
