"""The drawings of the sliding window agree with the arithmetic they illustrate."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from utils.arrays.convolution import cross_correlate, output_size, padding_amounts
from utils.drawing import sliding_window
from utils.drawing.colours import BLUE, SKY

IMAGE = np.arange(20).reshape(4, 5)
KERNEL = np.array([[0, 1], [2, -1]])


def test_a_step_shows_its_window_its_sum_and_the_output_so_far():
    axes = sliding_window.draw_sliding_window_step(IMAGE, KERNEL, step=5)
    output = cross_correlate(IMAGE, KERNEL)
    written = [text.get_text() for text in axes[2].texts]
    assert written == [str(number) for number in output.flat[:6]]
    assert axes[0].patches[0].get_xy() == (0.5, 0.5)  # row 1, column 1
    assert axes[0].figure.get_suptitle() == "6·0 + 7·1 + 11·2 + 12·(-1) = 17"


def test_a_step_follows_stride_and_padding():
    axes = sliding_window.draw_sliding_window_step(IMAGE, KERNEL, 1, None, 2, "same")
    output = cross_correlate(IMAGE, KERNEL, stride=2, padding="same")
    written = [text.get_text() for text in axes[2].texts]
    assert written == [str(number) for number in output.flat[:2]]
    assert axes[0].patches[0].get_xy() == (1.5, -0.5)


def test_a_step_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="12 positions, 0 to 11: there is no step 12"):
        sliding_window.draw_sliding_window_step(IMAGE, KERNEL, step=12)


def test_the_animation_holds_one_frame_per_output_and_leaves_no_figure():
    page = sliding_window.animate_sliding_window(IMAGE[:2, :3], KERNEL).data
    assert page.count("data:image/png;base64") == 2
    assert plt.get_fignums() == []


def test_the_animation_needs_no_network_for_its_buttons():
    page = sliding_window.animate_sliding_window(IMAGE[:2, :3], KERNEL).data
    assert "http" not in page and "fa-" not in page
    assert all(
        f"{sign}</button>" in page for sign in sliding_window.BUTTON_SIGNS.values()
    )


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dilation"),
    [(7, 3, 1, "valid", 1), (6, 3, 2, "same", 1), (9, 3, 2, (2, 1), 2)],
)
def test_window_positions_match_the_arithmetic(size, kernel, stride, padding, dilation):
    settings = (size, kernel, stride, padding, dilation)
    ax = sliding_window.draw_window_positions(*settings)
    before, after = padding_amounts(*settings)
    cells = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    rows = output_size(*settings)
    assert len(cells) == rows * (before + size + after)
    read = [c for c in cells if to_hex(c.get_facecolor()).upper() in (BLUE, SKY)]
    assert len(read) == rows * kernel
    first_row = sorted(cell.get_x() for cell in read if cell.get_y() == 0)
    assert first_row == [-before + dilation * i for i in range(kernel)]
