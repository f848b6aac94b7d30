"""What can be wrong with the texts of a figure as they are drawn: for tests of figures.

`watch` looks at every figure that a notebook shows; nbval_repairs.py has each lesson's
kernel call it.
"""

import sys
from functools import wraps

from matplotlib.backend_bases import FigureCanvasBase

from utils.drawing.drawn_texts import overlaps, texts_as_drawn

SMALLEST = 11  # points, at the size at which a lesson shows its figures


def faults(figure):
    """Sentences on texts that overlap, or that are too small to be read."""
    texts = texts_as_drawn(figure)
    return overlaps(texts) + [
        f"the text {text.get_text()!r} has {text.get_fontsize():g} points, fewer than "
        f"{SMALLEST}"
        for text in texts
        if text.get_fontsize() < SMALLEST
    ]


def watch():
    """From now on, say on stderr what is wrong with each figure that is shown."""
    show = FigureCanvasBase.print_figure

    @wraps(show)
    def look_and_show(canvas, *arguments, **named):
        shown = show(canvas, *arguments, **named)
        for fault in faults(canvas.figure):
            print(f"FigureWarning: {fault}", file=sys.stderr)
        return shown

    FigureCanvasBase.print_figure = look_and_show
