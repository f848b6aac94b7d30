"""What can be wrong with the texts of a figure as they are drawn: for tests of figures.

`watch` looks at every figure that a notebook shows; nbval_repairs.py has each lesson's
kernel call it.
"""

import sys
from functools import wraps
from itertools import combinations

from matplotlib.backend_bases import FigureCanvasBase

SMALLEST = 11  # points, at the size at which a lesson shows its figures
ALLOWED = 3  # pixels of overlap: the boxes of texts are larger than their ink


def texts_as_drawn(figure):
    """The texts that a figure draws, each once, as Matplotlib's own objects."""
    renderer, drawn = figure.canvas.get_renderer(), {}

    def remember(gc, x, y, s, prop, angle, ismath=False, mtext=None):
        if mtext is not None and s.strip():
            drawn[id(mtext)] = mtext

    renderer.draw_text = remember  # of this one renderer
    try:
        figure.draw(renderer)
    finally:
        del renderer.draw_text
    return [*drawn.values()]


def faults(figure):
    """Sentences on texts that overlap, or that are too small to be read."""
    texts = texts_as_drawn(figure)
    boxes = [text.get_window_extent().padded(-ALLOWED / 2) for text in texts]
    found = [
        f"the texts {one.get_text()!r} and {other.get_text()!r} overlap"
        for (one, box), (other, other_box) in combinations(
            zip(texts, boxes, strict=True), 2
        )
        if box.overlaps(other_box)
    ]
    return found + [
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
