"""The task `back_to_picture` of lesson 14b, a face detector."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _margins(height, width):
    side = max(height, width)
    return np.array([(side - width) // 2, (side - height) // 2])


def _both(margins):
    return np.concatenate([margins, margins])


def _scale(height, width):
    return max(height, width) / 128


def _as_if_stretched(boxes, height, width):
    return boxes * np.array([width, height, width, height]) / 128


back_to_picture = Task(
    "back_to_picture",
    code="""
    import numpy as np

    def back_to_picture(boxes, height, width):
        side = max(height, width)
        margins = np.array([side - width, side - height] * 2) // 2
        return boxes * (side / 128) - margins
    """,
    why="The last step of letterboxing is undone first: from 128 to the side of the "
    "square, then the margins go.",
    hints=[
        "Letterboxing did two things: margins made the picture a square, then the "
        "square was shrunk to 128. Undo the last first.",
        "The square's side is the longer one of the picture; one pixel of the network "
        "is side / 128 of the picture's.",
        "The margin on the left is (side - width) // 2, above (side - height) // 2; "
        "one of them is 0. Both x lose the first, both y the second.",
    ],
    notice="A box may now stick out of the picture: a face at the rim is cut off, its "
    "box is not.",
    cases=[
        given(np.array([[0.0, 0.0, 128.0, 128.0]]), 256, 256),
        given(np.array([[32.0, 0.0, 96.0, 128.0]]), 256, 128),
        given(np.array([[0.0, 32.0, 64.0, 64.0]]), 100, 200),
        given(np.array([[10.0, 20.0, 30.0, 50.0], [-3.0, 40.0, 9.0, 70.0]]), 301, 512),
        given(np.array([[10.0, 20.0, 30.0, 50.0]]), 640, 479),
        given(np.array([[10.0, 20.5, 30.0, 50.0]]), 301, 200),
        given(np.empty((0, 4)), 480, 640),
    ],
    mistakes=[
        (
            _as_if_stretched,
            "this undoes a stretching, with a scale for each axis. Letterboxing has "
            "one scale, and margins.",
        ),
        (
            lambda boxes, height, width: boxes * _scale(height, width),
            "the margins are still in: a box in the picture begins where the picture "
            "does.",
        ),
        (
            lambda boxes, height, width: (
                (boxes - _both(_margins(height, width))) * _scale(height, width)
            ),
            "the margins are counted in pixels of the picture, so enlarge first, then "
            "take them off.",
        ),
        (
            lambda boxes, height, width: (
                boxes * _scale(height, width) + _both(_margins(height, width))
            ),
            "the margins were added on the way there; on the way back they are "
            "subtracted.",
        ),
        (
            lambda boxes, height, width: (
                boxes * _scale(height, width) - _both(_margins(height, width)[::-1])
            ),
            "the margins are exchanged: a wide picture has them above and below, so "
            "they move y.",
        ),
        (
            lambda boxes, height, width: (
                boxes * _scale(height, width)
                - (max(height, width) - np.array([width, height, width, height]))
            ),
            "the margin is there on both sides: one of them, half of the difference, "
            "lies before the picture.",
        ),
        (
            lambda boxes, height, width: (
                boxes * _scale(height, width)
                - np.concatenate([_margins(height, width), [0, 0]])
            ),
            "the first corner is right, the second still has its margin.",
        ),
        (
            lambda boxes, height, width: (
                boxes * (min(height, width) / 128) - _both(_margins(height, width))
            ),
            "the square has the picture's *longer* side.",
        ),
        (
            lambda boxes, height, width: (
                boxes * _scale(height, width)
                - (max(height, width) - np.array([width, height, width, height])) / 2
            ),
            "half a pixel off where the difference is odd: letterbox rounds the margin "
            "down.",
        ),
        (
            lambda boxes, height, width: np.round(
                boxes * _scale(height, width) - _both(_margins(height, width))
            ),
            "rounded to whole pixels: leave the decimals as they are.",
        ),
        (
            lambda boxes, height, width: np.clip(
                boxes * _scale(height, width) - _both(_margins(height, width)),
                0,
                [width, height, width, height],
            ),
            "a box that sticks out of the picture is cut off: it stays as it is.",
        ),
        (
            lambda boxes, height, width: (
                boxes / _scale(height, width) - _both(_margins(height, width))
            ),
            "the picture is larger than 128: multiply by side / 128.",
        ),
    ],
)
