"""Grids in a row have cells of one size, one scale of colours, and signs between."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
import pytest

from utils.drawing.grid_rows import show_grid_row
from utils.drawing.style import use_course_style

GRIDS = [np.arange(16).reshape(4, 4), [[1, -20], [3, 4]], [[7]]]
TITLES = ["grid", "filter", "a long title"]


@pytest.fixture(autouse=True)
def course_style():
    with plt.rc_context():
        use_course_style()
        yield


def test_all_cells_have_one_size():
    axes = show_grid_row(GRIDS, TITLES, ["★", "="])
    axes[0].figure.canvas.draw()
    sides = []
    for ax in axes:
        corners = ax.transData.transform([(0, 0), (1, 1)])
        sides += list(np.abs(np.diff(corners, axis=0)[0]))
    assert np.ptp(sides) < 0.03 * np.mean(sides)


def test_all_share_one_signed_scale():
    axes = show_grid_row(GRIDS, TITLES)
    assert {ax.images[0].get_clim() for ax in axes} == {(-20, 20)}


def test_signs_stand_between_the_grids():
    axes = show_grid_row(GRIDS, TITLES, ["★", "="])
    assert [ax.texts[-1].get_text() for ax in axes[1:]] == ["★", "="]
    figure = axes[0].figure
    figure.canvas.draw()
    for left, right in pairwise(axes):
        sign = right.texts[-1].get_window_extent()
        columns = left.images[0].get_array().shape[1]
        assert left.transData.transform((columns - 0.5, 0))[0] < sign.x0
        assert sign.x1 < right.transData.transform((-0.5, 0))[0]


@pytest.mark.parametrize(("titles", "signs"), [(["a"], None), (TITLES, ["="])])
def test_too_few_titles_or_signs_are_refused(titles, signs):
    with pytest.raises(ValueError, match="3 grids need 3 titles and 2 signs"):
        show_grid_row(GRIDS, titles, signs)


def test_the_figure_is_drawn_once():
    before = len(plt.get_fignums())
    show_grid_row(GRIDS, TITLES)
    assert len(plt.get_fignums()) == before + 1
