"""The task `quarter_turn` of lesson 14d, things it has never seen."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _turned(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes).T
    return np.stack([y1, width - x2, y2, width - x1], axis=1)


def _unsorted(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes).T
    return np.stack([y1, width - x1, y2, width - x2], axis=1)


def _clockwise(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes).T
    return np.stack([width - y2, x1, width - y1, x2], axis=1)


def _half_turn(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes).T
    return np.stack([width - x2, width - y2, width - x1, width - y1], axis=1)


def _mirrored(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes).T
    return np.stack([width - x2, y1, width - x1, y2], axis=1)


def _pixels(boxes, width):
    return _turned(boxes, width - 1)


quarter_turn = Task(
    "quarter_turn",
    code="""
    import numpy as np

    def quarter_turn(boxes, width):
        x1, y1, x2, y2 = boxes.T
        return np.stack([y1, width - x2, y2, width - x1], axis=1)
    """,
    why="What was x pixels from the left is x pixels from the bottom, and the bottom "
    "lies at `width` now. What was y from the top is y from the left.",
    hints=[
        "Draw a picture that is wider than high, with one point in it, and turn the "
        "paper to the left. How far is the point from the left side now, how far from "
        "the bottom?",
        "The new x is the old y. The new y is width - the old x.",
        "That turns both corners. But which of them is the upper one now? Smaller "
        "numbers come first.",
    ],
    notice="Four quarter turns bring every box back: a test that needs no example. "
    "Whoever turns pictures and not their boxes teaches nonsense, and no error tells.",
    cases=[
        given(np.array([[0, 0, 2, 1]]), 6),
        given(np.array([[1, 2, 4, 3]]), 6),
        given(np.array([[0, 0, 10, 4], [3, 1, 5, 4]]), 10),
        given(np.array([[0.5, 1.0, 2.5, 4.0], [7, 7, 9, 8], [2, 0, 9, 1]]), 9),
        given(np.array([[4, 4, 8, 8]]), 12),
        given(np.zeros((0, 4)), 12),
    ],
    mistakes=[
        (
            _unsorted,
            "the corners are turned rightly, but y1 is below y2 now: the smaller "
            "number comes first.",
        ),
        (
            lambda boxes, width: np.asarray(boxes)[:, [1, 0, 3, 2]],
            "x and y have changed places: that mirrors the picture along its diagonal. "
            "A turn to the left also counts y from the other side.",
        ),
        (
            _clockwise,
            "this turns to the right. np.rot90 turns to the left: what was on the "
            "right is on top.",
        ),
        (_half_turn, "this is a half turn."),
        (_mirrored, "this mirrors the picture, left to right."),
        (
            _pixels,
            "one too few: corners lie between pixels, so the right rim is at `width`, "
            "not at width - 1.",
        ),
        (lambda boxes, width: np.asarray(boxes), "nothing is turned yet."),
    ],
)
