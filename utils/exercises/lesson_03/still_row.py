"""The task `still_row` of lesson 3, pooling."""

import numpy as np

from utils.checking.comparing import NotComparable, as_plain
from utils.checking.describing import describe
from utils.checking.tasks import Task


def _examine_row(answer):
    """Pool the row as it is and moved one cell either way; None if it is sly."""
    try:
        row = np.asarray(as_plain(answer), dtype=float)
    except (NotComparable, TypeError, ValueError):
        return "one row of eight numbers is wanted, such as [1, 2, 3, 4, 5, 6, 7, 8]."
    if row.shape != (8,):
        return f"one row of eight numbers is wanted, not the shape {row.shape}."
    rows = {
        "as it is": row,
        "moved right": np.append(0, row[:-1]),
        "moved left": np.append(row[1:], 0),
    }
    pooled = {name: moved.reshape(4, 2).max(axis=1) for name, moved in rows.items()}
    stays = {name: np.array_equal(p, pooled["as it is"]) for name, p in pooled.items()}
    if stays["moved right"] and not stays["moved left"]:
        return None
    lines = [
        f"{name + ':':12} {describe(moved)} pooled {describe(pooled[name])}"
        for name, moved in rows.items()
    ]
    return "\n".join([_idea_behind(stays, pooled), *lines])


def _idea_behind(stays, pooled):
    if not stays["moved right"] and stays["moved left"]:
        return (
            "just the other way round: this row hides a move to the left. Windows "
            "begin at the cells 0, 2, 4 and 6."
        )
    if not stays["moved right"] and pooled["as it is"][0] < 0:
        return (
            "the 0 that comes in at the left beats your negative numbers; use numbers "
            "of 0 or more."
        )
    if not stays["moved right"]:
        return (
            "a move to the right shows. Something leaves its window when it moves; it "
            "must be in the first of the two cells to stay inside."
        )
    return "no move shows, in either direction. A move to the left should."


still_row = Task(
    "still_row",
    code="""
    still_row = [0, 0, 9, 0, 0, 0, 0, 0]
    """,
    why="Windows begin at the cells 0, 2, 4 and 6. From the first cell of a window, a "
    "step right stays inside and a step left leaves.",
    hints=[
        "One cell of 9 among zeros is enough. Where are the borders of the windows?",
        "The windows are the cells 0 and 1, 2 and 3, 4 and 5, 6 and 7. A 9 that stays "
        "in its window changes nothing.",
        "It has room to its right if it is in the first cell of its window; and from "
        "there a step to the left leaves the window.",
    ],
    notice="The same step of one pixel is invisible one way and plain the other. Only "
    "a grid that nobody sees decides: that is the stride.",
    examine=_examine_row,
)
