"""The task `who_is_on_top` of dive 15f, a mask in each box."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RANDOM = np.random.default_rng(0)


def _first(masks):
    return np.where(masks.max(axis=0) > 0.5, (masks > 0.5).argmax(axis=0) + 1, 0)


def _last(masks):
    objects = np.zeros(masks.shape[1:], int)
    for number, mask in enumerate(masks, 1):
        objects[mask > 0.5] = number
    return objects


who_is_on_top = Task(
    "who_is_on_top",
    code="""
    import numpy as np

    def who_is_on_top(masks):
        surest = np.argmax(masks, axis=0) + 1
        return np.where(np.max(masks, axis=0) > 0.5, surest, 0)
    """,
    why="The largest of the masks has the pixel, if it is above one half; + 1, for 0 "
    "is the ground.",
    hints=[
        "At one pixel the masks say 0.2, 0.9 and 0.7. Whose is it? And where they say "
        "0.2, 0.4 and 0.1?",
        "np.argmax(masks, axis=0) is the index of the surest mask at each pixel, from "
        "0 on. Objects are numbered from 1 on.",
        "np.where(np.max(masks, axis=0) > 0.5, …, 0) leaves the others to the ground.",
    ],
    notice="Nothing here knows what lies in front. Each head has looked at its own "
    "box only; the surest one has it.",
    cases=[
        given(np.array([[[0.9, 0.2]]])),
        given(np.array([[[0.9, 0.6, 0.1]], [[0.7, 0.8, 0.3]]])),
        given(np.array([[[0.5, 0.6]], [[0.4, 0.6]]])),
        given(np.array([[[0.6, 0.0]], [[0.7, 0.55]], [[0.65, 0.3]]])),
        given(RANDOM.random((3, 3, 4)).round(2)),
        given(RANDOM.random((2, 4, 3)).round(2)),
    ],
    mistakes=[
        (
            lambda masks: masks.argmax(axis=0) + 1,
            "the ground is missing: where no mask is above 0.5, the answer is 0.",
        ),
        (
            lambda masks: np.where(masks.max(axis=0) > 0.5, masks.argmax(axis=0), 0),
            "objects are numbered from 1 on: 0 is the ground.",
        ),
        (
            lambda masks: np.where(
                masks.max(axis=0) >= 0.5, masks.argmax(axis=0) + 1, 0
            ),
            "at exactly 0.5 it is nobody's: above is asked for.",
        ),
        (_first, "the first mask above 0.5 has it here. The surest one shall."),
        (_last, "the last mask above 0.5 has it here. The surest one shall."),
        (
            lambda masks: (masks > 0.5).sum(axis=0),
            "this counts the masks above 0.5. Say which one is the surest.",
        ),
        (
            lambda masks: (masks.max(axis=0) > 0.5).astype(int),
            "this says that somebody has it. Say who.",
        ),
    ],
)
