"""The task `to_corners` of lesson 14, detection."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _stacked(function):
    return lambda boxes: np.stack(function(*boxes.T), axis=1)


def _around(centres, halves):
    return np.concatenate([centres - halves, centres + halves], axis=1)


to_corners = Task(
    "to_corners",
    code="""
    import numpy as np

    def to_corners(boxes):
        centres, sizes = boxes[:, :2], boxes[:, 2:]
        return np.concatenate([centres - sizes / 2, centres + sizes / 2], axis=1)
    """,
    why="Half of the size lies on either side of the centre.",
    hints=[
        "boxes[:, :2] are all centres, boxes[:, 2:] all sizes, each (n, 2).",
        "How far is it from the centre to the left side? And to the right one?",
        "np.concatenate puts two arrays (n, 2) beside each other if axis=1.",
    ],
    notice="The size of a box is no longer written down, but the difference of its "
    "corners gives it back.",
    cases=[
        given(np.array([[10.0, 10.0, 4.0, 4.0]])),
        given(np.array([[10.0, 20.0, 4.0, 6.0]])),
        given(np.array([[5.5, 3.0, 3.0, 5.0], [50.0, 60.0, 20.0, 10.0]])),
        given(np.array([[2.0, 7.0, 8.0, 0.0]])),
        given(np.zeros((0, 4))),
    ],
    mistakes=[
        (
            _stacked(lambda x, y, w, h: (x, y, x + w, y + h)),
            "x and y are the centre, not the upper left corner.",
        ),
        (
            _stacked(lambda x, y, w, h: (x - w, y - h, x + w, y + h)),
            "twice as large: only half of the size lies on each side of the centre.",
        ),
        (
            _stacked(lambda x, y, w, h: (x - w / 2, x + w / 2, y - h / 2, y + h / 2)),
            "the order is left, top, right, bottom: both sides of the upper left "
            "corner come first.",
        ),
        (
            _stacked(lambda x, y, w, h: (x - h / 2, y - w / 2, x + h / 2, y + w / 2)),
            "width and height are mixed up: the width goes with x.",
        ),
        (
            lambda boxes: _around(boxes[:, :2], boxes[:, 2:] // 2),
            "// rounds down, and a box need not end at a whole pixel.",
        ),
        (
            _stacked(lambda x, y, w, h: (x - w / 2, y - h / 2, w, h)),
            "that is corner and size; asked for are two corners.",
        ),
    ],
)
