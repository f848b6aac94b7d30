"""The plaything of dive 19b: step through a film of boxes, see who keeps its number."""

import matplotlib.pyplot as plt
import numpy as np

from utils.arrays.tracking import best_pairs, follow, greedy_pairs
from utils.arrays.tracks import counted_frames
from utils.drawing.boxes import draw_boxes
from utils.drawing.colours import BLUE, GREEN, GREY, ORANGE, PINK
from utils.play.widget import Plaything, as_rows

MOST = 6  # boxes in a frame: the page tries all ways to assign them
COLOURS = (BLUE, ORANGE, GREEN, PINK)
SHOWN = 3  # frames in the figure
TEXT = "Here you step through the film: run this cell, or open the lesson's page."


def play_tracks(scenes, columns=160, rows=96):
    """Step through films of boxes, by either assignment, with and without patience.

    scenes: {name: (truths, found)}, the first shown first; truths: for each frame
    (identities (k,), boxes (k, 4)), found: for each frame boxes (n, 4), at most six of
    both, inside a field of columns × rows; rounded to tenths of a pixel. Raises
    ValueError for others.
    """
    scenes = {name: _rounded(*scene) for name, scene in scenes.items()}
    data = {
        "columns": columns,
        "rows": rows,
        "scenes": [
            {
                "name": name,
                "truths": [
                    as_rows(np.column_stack(frame), decimals=1) for frame in truths
                ],
                "found": [as_rows(boxes, decimals=1) for boxes in found],
            }
            for name, (truths, found) in scenes.items()
        ],
    }

    def draw():
        return draw_tracks(*next(iter(scenes.values())), columns, rows)

    return Plaything("tracks", data, draw, TEXT)


def tracked(truths, found, is_greedy=False, patience=0, velocity=False):
    """Return (frames, switches so far in each) of a scene."""
    pairs_of = greedy_pairs if is_greedy else best_pairs
    frames = follow(found, pairs_of, patience, velocity)
    counts = counted_frames(truths, frames)
    return frames, np.cumsum([frame.switches for frame in counts]).tolist()


def draw_tracks(truths, found, columns, rows):
    """Draw the first, the middle and the last frame with the tracks' numbers."""
    frames, switches = tracked(truths, found)
    figure, axes = plt.subplots(1, SHOWN, figsize=(12, 12 / SHOWN * rows / columns + 1))
    for ax, number in zip(axes, np.linspace(0, len(frames) - 1, SHOWN), strict=True):
        number = int(number)
        ax.set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.5, -0.5), aspect="equal")
        ax.set(xticks=[], yticks=[], title=f"frame {number + 1}")
        ax.spines[:].set(visible=True, color=GREY)
        for identity, box in zip(*frames[number], strict=True):
            color = COLOURS[identity % len(COLOURS)]
            draw_boxes([box], ax, color, names=[identity])
    figure.suptitle(f"Identity switches of this film, without patience: {switches[-1]}")
    return figure


def _rounded(truths, found):
    """A scene as the page has it, checked."""
    truths = [(np.asarray(one, int), _boxes(boxes)) for one, boxes in truths]
    found = [_boxes(boxes) for boxes in found]
    counted_frames(truths, [(range(len(boxes)), boxes) for boxes in found])  # refuses
    return truths, found


def _boxes(boxes):
    boxes = np.round(np.asarray(boxes, dtype=float).reshape(-1, 4), 1)
    if len(boxes) > MOST:
        raise ValueError(f"A frame has at most {MOST} boxes, not {len(boxes)}.")
    return boxes
