"""How well a text can be told from what it is written on."""

from utils.drawing.colours import luminance

LEAST = 4.5  # for text of this size: WCAG 2.2, 1.4.3


def contrast(one, other):
    """The ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted([luminance(one), luminance(other)])
    return (bright + 0.05) / (dark + 0.05)
