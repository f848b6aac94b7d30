"""The drawings of a filter on several channels agree with the arithmetic."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from utils.arrays.convolution import conv2d
from utils.drawing import channel_window

NAMES = ["red", "green", "blue"]
IMAGE = np.arange(36).reshape(3, 4, 3) % 5
FILTER = np.array([[[1, 2, 0], [0, -1, 1]], [[1, 0, 2], [0, 1, -3]]])
OUTPUT = conv2d(IMAGE[np.newaxis], FILTER[..., np.newaxis])[0, ..., 0]


def test_a_step_shows_a_sum_for_each_channel_and_one_number():
    axes = channel_window.draw_channels_step(IMAGE, FILTER, NAMES, step=4)
    window = IMAGE[1:3, 1:3]
    sums = [int(np.sum(window[..., c] * FILTER[..., c])) for c in range(3)]
    assert sum(sums) == OUTPUT[1, 1]
    titles = [ax.get_title() for ax in axes]
    assert titles[:3] == [f"{n}: {s}" for n, s in zip(NAMES, sums, strict=True)]
    assert titles[3] == f"together: {OUTPUT[1, 1]}"
    written = [text.get_text() for text in axes[3].texts]
    assert written == [str(number) for number in OUTPUT.flat[:5]]


def test_the_window_lies_on_every_channel_with_its_weights():
    axes = channel_window.draw_channels_step(IMAGE, FILTER, NAMES, step=4)
    for c, ax in enumerate(axes[:3]):
        assert ax.patches[0].get_xy() == (0.5, 0.5)  # row 1, column 1
        written = np.reshape([text.get_text() for text in ax.texts], (3, 4))
        for (m, n), weight in np.ndenumerate(FILTER[..., c]):
            pixel = IMAGE[1 + m, 1 + n, c]
            shown = f"({weight})" if weight < 0 else f"{weight}"
            assert written[1 + m, 1 + n] == f"{pixel}·{shown}"
        assert sum("·" in text for text in written.flat) == 4


def test_the_slices_of_the_filter_stand_above_the_channels():
    axes = channel_window.draw_channels_step(IMAGE, FILTER, NAMES, step=4)
    for c, ax in enumerate(axes[4:]):
        written = [text.get_text() for text in ax.texts]
        assert written == [f"{weight:.0f}" for weight in FILTER[..., c].flat]
        assert ax.get_title() == f"the filter's {NAMES[c]} slice"
        assert ax.get_position().y0 > axes[c].get_position().y1


def test_a_negative_sum_stands_in_brackets():
    image, filter_ = np.ones((2, 2, 2)), np.ones((2, 2, 2)) * [1, -1]
    axes = channel_window.draw_channels_step(image, filter_, "ab", step=0)
    assert axes[0].figure.get_suptitle() == "4 + (-4) = 0"


def test_a_step_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="6 positions, 0 to 5: there is no step 6"):
        channel_window.draw_channels_step(IMAGE, FILTER, NAMES, step=6)


def test_the_animation_holds_one_frame_per_output_and_leaves_no_figure():
    page = channel_window.animate_channels(IMAGE[:2, :3], FILTER, NAMES).data
    assert page.count("data:image/png;base64") == 2
    assert plt.get_fignums() == []
