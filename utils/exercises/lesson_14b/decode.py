"""The task `decode` of lesson 14b, a face detector."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _case(seed, count):
    """Raw answers as a network gives them, and the middles of their places."""
    random = np.random.default_rng(seed)
    raw = random.normal(0, 8, (count, 16))
    raw[:, 2:4] = random.uniform(4, 60, (count, 2))
    return given(raw, random.integers(0, 16, (count, 2)) * 8.0 + 4)


def _decoded(raw, anchors, of_points=1, half=0.5, middle_first=True, pairs=True):
    """Boxes and points, with one thing done wrongly."""
    middle, size = raw[:, :2] + anchors, raw[:, 2:4]
    start = middle - half * size if middle_first else middle
    end = start + size if half == 0.5 else middle + half * size
    points = raw[:, 4:].reshape(-1, 6, 2)
    if not pairs:
        points = raw[:, 4:].reshape(-1, 2, 6).transpose(0, 2, 1)
    points = points + of_points * anchors[:, np.newaxis]
    return np.concatenate([start, end], axis=1), points


def _sizes_left(raw, anchors):
    middle = raw[:, :2] + anchors
    boxes = np.concatenate([middle, raw[:, 2:4]], axis=1)
    return boxes, _decoded(raw, anchors)[1]


_first = np.zeros((1, 16))
_first[0, 2:4] = 20, 10
_second = np.zeros((1, 16))
_second[0, :4] = 3, -2, 8, 8
_second[0, 4:6] = 1, 2

decode = Task(
    "decode",
    code="""
    import numpy as np

    def decode(raw, anchors):
        middle, half = raw[:, :2] + anchors, raw[:, 2:4] / 2
        boxes = np.concatenate([middle - half, middle + half], axis=1)
        points = raw[:, 4:].reshape(len(raw), 6, 2) + anchors[:, np.newaxis]
        return boxes, points
    """,
    why="All that is said about a position is said relative to the anchor; sizes are "
    "not positions.",
    hints=[
        "Which of the 16 numbers are positions, and which are sizes? Only positions "
        "are moved by the anchor.",
        "The middle is raw[:, :2] + anchors. Half the width lies on each side of it, "
        "half the height above and below: np.concatenate([…, …], axis=1) puts both "
        "corners side by side.",
        "raw[:, 4:].reshape(-1, 6, 2) makes six rows of x, y for each answer. The "
        "anchors are (n, 2); anchors[:, np.newaxis] lets them be added to (n, 6, 2).",
    ],
    notice="No exponential, no shape of an anchor: other detectors multiply by an "
    "anchor's width and height. These anchors are places, nothing more.",
    cases=[
        given(_first, np.array([[64.0, 32.0]])),
        given(_second, np.array([[4.0, 12.0]])),
        _case(seed=0, count=5),
        _case(seed=1, count=40),
    ],
    mistakes=[
        (
            lambda raw, anchors: _decoded(raw, np.zeros_like(anchors)),
            "the anchors are not used: the network says how far *from its place* "
            "something lies.",
        ),
        (
            lambda raw, anchors: _decoded(raw, anchors, of_points=0),
            "the boxes are right; the six points are relative to the anchor, too.",
        ),
        (
            lambda raw, anchors: _decoded(raw, anchors, middle_first=False),
            "your boxes begin in their middle: half the size lies on each side of it.",
        ),
        (
            lambda raw, anchors: _decoded(raw, anchors, half=1),
            "your boxes are twice as large: *half* the size lies on each side of the "
            "middle.",
        ),
        (
            _sizes_left,
            "your boxes are middle and size; asked for are two corners, x1, y1, x2, "
            "y2.",
        ),
        (
            lambda raw, anchors: _decoded(raw, anchors, pairs=False),
            "the points come as x, y, x, y, …, not as all x and then all y.",
        ),
        (
            lambda raw, anchors: _decoded(raw, anchors[:, ::-1]),
            "x and y of the anchors are exchanged.",
        ),
        (
            lambda raw, anchors: _decoded(raw, -anchors),
            "the anchor is added, not subtracted.",
        ),
        (
            lambda raw, anchors: _decoded(raw, anchors)[0],
            "the boxes are right; return the points as well: boxes, points.",
        ),
    ],
)
