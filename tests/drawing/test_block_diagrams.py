"""What is drawn is what was asked for, and it fits into the picture."""

import matplotlib.pyplot as plt
import pytest

from utils.drawing.block_diagrams import draw_block
from utils.drawing.colours import BLUE, GREEN, GREY

BOXES = {
    "in": (0, 0, "maps", GREY),
    "work": (1, 0, "3×3", BLUE),
    "sum": (2, 0, "add", GREEN),
}
ARROWS = [("in", "work"), ("work", "sum"), ("in", "sum", True)]


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def labels(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def test_every_box_and_every_arrow_is_drawn():
    ax = draw_block(BOXES, ARROWS)
    assert labels(ax) == ["maps", "3×3", "add"]
    assert len(ax.patches) == len(BOXES)
    assert [patch.get_edgecolor()[:3] for patch in ax.patches] == [
        plt.matplotlib.colors.to_rgb(color) for *_, color in BOXES.values()
    ]
    arrows = [text for text in ax.texts if hasattr(text, "arrow_patch")]
    assert len(arrows) == len(ARROWS)


def test_arrows_run_from_rim_to_rim_and_a_skip_over_the_top():
    ax = draw_block(BOXES, ARROWS)
    straight, _, skip = [text for text in ax.texts if hasattr(text, "arrow_patch")]
    assert straight.xyann[0] > 0 and straight.xy[0] < 1
    assert straight.xyann[1] == straight.xy[1] == 0
    assert (skip.xyann[0], skip.xy[0]) == (0, 2)
    assert skip.xyann[1] == skip.xy[1] < 0  # rows count downwards


def test_all_is_inside_the_picture_and_a_skip_has_room():
    ax = draw_block(BOXES, ARROWS)
    without = draw_block(BOXES, ARROWS[:2])
    for axes in (ax, without):
        (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
        for patch in axes.patches:
            box = patch.get_extents().transformed(axes.transData.inverted())
            assert left < box.x0 and box.x1 < right
            assert top < min(box.y0, box.y1) and max(box.y0, box.y1) < bottom
    assert ax.get_ylim()[1] < without.get_ylim()[1]


def test_it_draws_into_given_axes():
    _, ax = plt.subplots()
    assert draw_block(BOXES, ARROWS, ax) is ax


def test_an_arrow_to_nowhere_is_refused():
    with pytest.raises(ValueError, match="no box 'out', only 'in', 'work', 'sum'"):
        draw_block(BOXES, [("in", "out")])
