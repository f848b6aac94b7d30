"""The texts of a figure as they are drawn: which there are, and which overlap."""

from itertools import combinations

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


def overlaps(texts):
    """Sentences on those of a figure's drawn texts that overlap."""
    boxes = [text.get_window_extent().padded(-ALLOWED / 2) for text in texts]
    return [
        f"the texts {one.get_text()!r} and {other.get_text()!r} overlap"
        for (one, box), (other, other_box) in combinations(
            zip(texts, boxes, strict=True), 2
        )
        if box.overlaps(other_box)
    ]
