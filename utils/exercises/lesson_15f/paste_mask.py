"""The task `paste_mask` of dive 15f, a mask in each box."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

FOUR = np.array([[0.1, 0.2], [0.3, 0.4]])
NINE = np.arange(1, 10).reshape(3, 3) / 10


def _pasted(mask, box, side, along):
    x1, y1, x2, y2 = box
    scene = np.zeros((side, side))
    rows, columns = along(len(mask), y2 - y1), along(len(mask), x2 - x1)
    scene[y1:y2, x1:x2] = mask[np.ix_(rows, columns)]
    return scene


def _exchanged(mask, box, side):
    y1, x1, y2, x2 = box
    return _pasted(mask, (x1, y1, x2, y2), side, _middles)


def _middles(n, length):
    return ((np.arange(length) + 0.5) * n / length).astype(int)


def _edges(n, length):
    return (np.arange(length) * n / length).astype(int)


def _at_the_corner(mask, box, side):
    x1, y1, x2, y2 = box
    scene = np.zeros((side, side))
    scene[: y2 - y1, : x2 - x1] = _pasted(mask, box, side, _middles)[y1:y2, x1:x2]
    return scene


def _beside(mask, box, side):
    return np.where(_pasted(np.ones_like(mask), box, side, _middles), mask.mean(), 0)


paste_mask = Task(
    "paste_mask",
    code="""
    import numpy as np

    def paste_mask(mask, box, side):
        x1, y1, x2, y2 = box
        n = len(mask)
        rows = ((np.arange(y2 - y1) + 0.5) * n / (y2 - y1)).astype(int)
        columns = ((np.arange(x2 - x1) + 0.5) * n / (x2 - x1)).astype(int)
        scene = np.zeros((side, side))
        scene[y1:y2, x1:x2] = mask[rows][:, columns]
        return scene
    """,
    why="The centre of pixel k of the box lies (k + 0.5) / length along it; times n, "
    "that is a place in the mask, and its whole part is the cell.",
    hints=[
        "Let the box be 4 pixels wide and the mask 2 cells: pixels 0 and 1 take cell "
        "0, pixels 2 and 3 cell 1. Which cells where the box is 3 pixels wide?",
        "The centre of pixel k is (k + 0.5) / width along the box, so it lies in cell "
        "int((k + 0.5) * n / width). The same for rows, with the height.",
        "mask[rows][:, columns] is the enlarged mask; it belongs in "
        "scene[y1:y2, x1:x2].",
    ],
    notice="This is RoIAlign backwards, with the nearest cell in place of a mixture.",
    cases=[
        given(FOUR, (0, 0, 2, 2), 2),
        given(FOUR, (1, 0, 5, 2), 5),
        given(FOUR, (0, 1, 3, 4), 5),
        given(NINE, (2, 1, 6, 6), 7),
        given(NINE, (1, 3, 3, 8), 9),
        given(NINE, (3, 0, 11, 2), 12),
    ],
    mistakes=[
        (
            _exchanged,
            "x and y are exchanged: rows run from y1 to y2.",
        ),
        (
            lambda mask, box, side: _pasted(mask, box, side, _edges),
            "the pixels' left and upper edges are looked up. Take their centres: "
            "+ 0.5.",
        ),
        (_at_the_corner, "it lies in the corner of the picture, not in its box."),
        (_beside, "each pixel has a cell of its own, not the mean of all."),
        (
            lambda mask, box, side: 1 - _pasted(1 - mask, box, side, _middles),
            "outside the box the mask is 0.",
        ),
    ],
)
