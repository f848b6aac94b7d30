"""Every run is drawn, and the mean where it is."""

import numpy as np

from utils.drawing.runs import draw_bands, draw_prices, draw_runs

COLORS = {"dense": "tab:orange", "convolution": "tab:blue"}


def test_a_dot_for_every_run_and_a_line_at_the_mean():
    scores = {"dense": [90, 91, 95], "convolution": np.array([93.0, 94])}
    ax = draw_runs(scores, COLORS, "The convolution reads more", "read (%)")
    dots, mean, other_dots, other_mean = ax.lines
    assert list(dots.get_xdata()) == [90, 91, 95] and mean.get_xdata()[0] == 92
    assert (
        list(other_dots.get_xdata()) == [93, 94] and other_mean.get_xdata()[0] == 93.5
    )
    assert [label.get_text() for label in ax.get_yticklabels()] == list(scores)
    assert ax.get_ylim()[0] > ax.get_ylim()[1], "the first name stands on top"
    assert (ax.get_title(), ax.get_xlabel()) == (
        "The convolution reads more",
        "read (%)",
    )


def test_runs_that_are_nearly_the_same_lie_one_below_the_other():
    runs = [96.2, 50, 96.3, 100, 96.2]
    ax = draw_runs({"dense": runs}, COLORS, near=1)
    heights = ax.lines[0].get_ydata()
    assert list(ax.lines[0].get_xdata()) == runs
    assert heights[1] == heights[3] == 0, "these are alone"
    assert np.ptp(heights) < 0.8 and len(set(heights[[0, 2, 4]])) == 3
    ax = draw_runs({"dense": runs}, COLORS)
    heights = ax.lines[0].get_ydata()
    assert heights[0] != heights[4], "equal ones, asked or not"
    assert not heights[1:4].any(), "and no others"


def test_bands_reach_from_the_worst_to_the_best_run():
    curves = {"dense": [[90, 40], [92, 60]], "convolution": np.array([[94, 80]])}
    ax = draw_bands([0, 3], curves, COLORS, "A shift")
    assert np.allclose(ax.lines[0].get_ydata(), [91, 50])
    corners = ax.collections[0].get_paths()[0].vertices
    assert (corners[:, 1].min(), corners[:, 1].max()) == (40, 92)
    assert [t.get_text() for t in ax.get_legend().get_texts()] == list(curves)


def test_each_run_stands_over_its_price_and_no_line_joins_them():
    prices = {"dense": [300, 400], "convolution": [20]}
    scores = {"dense": [90, 92], "convolution": np.array([95.0])}
    ax = draw_prices(prices, scores, COLORS, "Cheaper and better")
    dense, convolution = ax.lines
    assert list(dense.get_xdata()) == [300, 400] and list(dense.get_ydata()) == [90, 92]
    assert list(convolution.get_xdata()) == [20]
    assert {line.get_linestyle() for line in ax.lines} == {"None"}
    assert ax.get_xscale() == "log" and ax.get_title() == "Cheaper and better"
    names = {text.get_text(): text.xy for text in ax.texts}
    assert names == {"dense": (400, 91), "convolution": (20, 95)}
