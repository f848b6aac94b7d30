"""The drawings agree with the arithmetic they illustrate."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Polygon, Rectangle

from tests.drawing.drawn_texts import faults
from utils.arrays.receptive_field import Window, cells_seen, receptive_fields
from utils.drawing import diagrams
from utils.drawing.colours import BLUE

CLASSIC = [(32, 32, 3), (32, 32, 32), (16, 16, 64), (8, 8, 64), (4096,), (128,), (10,)]
NAMES = ["image", "convolution", "convolution", "pooling", "flatten", "dense", "dense"]


def faces(ax):
    return [patch.get_xy() for patch in ax.patches if not patch.get_fill()][::3]


def bars(ax):
    look = [p for p in ax.patches if p.get_fill() and p.get_linewidth() == 1]
    return [p.get_xy() for p in look if p.get_alpha() is None]


def test_volumes_are_drawn_to_one_scale_with_their_shapes():
    shapes = [(34, 34, 3), (30, 30, 8)]
    ax = diagrams.draw_volumes(shapes, ["image", "maps"])
    for (height, _, channels), face in zip(shapes, faces(ax), strict=True):
        assert np.allclose(np.ptp(face, axis=0), (channels, height))
    assert [text.get_text() for text in ax.texts] == [
        "image\n34×34×3",
        "maps\n30×30×8",
    ]


def test_channels_may_have_a_scale_of_their_own():
    shapes = [(34, 34, 4), (30, 30, 100)]
    ax = diagrams.draw_volumes(shapes, "ab", name_axes=True, channel_cells=np.sqrt)
    lengths = [np.ptp(face[:, 0]) for face in faces(ax)]
    assert np.allclose(lengths, [2, 10])
    assert [text.get_text() for text in ax.texts][:2] == ["a\n34×34×4", "b\n30×30×100"]


def test_vectors_are_bars_and_long_ones_say_that_they_are_cut():
    ax = diagrams.draw_volumes(
        [(32, 32, 3), (10,), (4096,)], ["image", "short", "long"]
    )
    heights = [np.ptp(bar[:, 1]) for bar in bars(ax)]
    assert np.allclose(heights, [10, 40])  # the box is 32 + 32 / 4 cells high
    assert [text.get_text() for text in ax.texts][1:] == [
        "short\n10",
        "long\n4096\n(cut short)",
    ]


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("name_axes", [False, True])
def test_no_two_texts_touch(columns, name_axes):
    figure, axes = plt.subplots(1, columns, figsize=(11, 4), squeeze=False)
    count = 7 // columns
    for ax in axes.flat:
        diagrams.draw_volumes(
            CLASSIC[:count], NAMES[:count], ax=ax, name_axes=name_axes
        )
    figure.set_layout_engine("constrained")
    assert not [fault for fault in faults(figure) if "overlap" in fault]


def test_names_of_the_axes_stand_beside_the_first_box_only_when_asked():
    shapes, labels = [(10,), (8, 8, 2), (4, 4, 2)], ["a", "b", "c"]
    ax = diagrams.draw_volumes(shapes, labels, name_axes=True)
    texts = {text.get_text(): text for text in ax.texts}
    x, y = texts["height"].xy
    assert np.allclose(faces(ax)[0][0], (x, y - 4))
    assert {"width", "channels"} <= set(texts)
    ax = diagrams.draw_volumes(shapes, labels)
    assert not {"height", "width", "channels"} & {t.get_text() for t in ax.texts}


def test_a_gap_that_is_asked_for_is_kept():
    gaps = []
    for gap in (40, 80):
        first, second = faces(
            diagrams.draw_volumes([(30, 30, 5), (30, 30, 5)], "ab", gap=gap)
        )
        gaps.append(second[0, 0] - first[1, 0] - 10)
    assert np.allclose(gaps, (40, 80))


def test_volumes_that_cannot_be_drawn_are_refused():
    with pytest.raises(ValueError, match="leave out the batch axis"):
        diagrams.draw_volumes([(None, 4, 4, 1)], ["x"])
    with pytest.raises(ValueError, match="shorten them or draw fewer"):
        diagrams.draw_volumes([(4, 4, 1)] * 2, ["much too long " * 6] * 2)


def test_lists_are_folded_to_the_scale_of_the_boxes():
    ax = diagrams.draw_volumes(CLASSIC, NAMES, fold_lists=True)
    areas = [np.prod(np.ptp(bar, axis=0)) for bar in bars(ax)]
    assert np.allclose(areas, [4096, 128, 10])
    assert max(np.ptp(bar, axis=0)[1] for bar in bars(ax)) <= 32 + 32 / 4
    assert not any("cut" in text.get_text() for text in ax.texts)


def test_of_two_fields_with_one_edge_the_earlier_is_drawn_within_the_other():
    fields = [(range(2, 5), range(4, 8)), (range(2, 6), range(3, 9))]
    ax = diagrams.draw_receptive_fields(np.zeros((10, 12)), fields, ["near", "far"])
    near, far = (patch.get_bbox().bounds for patch in ax.patches)
    step = diagrams.FRAME_STEP
    assert np.allclose(near, (3.5 + step, 1.5 + step, 4 - 2 * step, 3 - 2 * step))
    assert far == (2.5, 1.5, 6, 4)


def test_receptive_fields_on_a_colour_image_are_drawn_on_grey():
    ax = diagrams.draw_receptive_fields(
        np.zeros((4, 4, 3)), [(range(2), range(2))], "a"
    )
    assert ax.images[0].get_array().shape == (4, 4)


def test_receptive_fields_are_outlined_where_their_pixels_are():
    fields = [(range(2, 5), range(4, 8)), (range(-1, 7), range(3, 9))]
    ax = diagrams.draw_receptive_fields(np.zeros((10, 12)), fields, ["near", "far"])
    boxes = [patch.get_bbox().bounds for patch in ax.patches]
    assert boxes == [(3.5, 1.5, 4, 3), (2.5, -1.5, 6, 8)]
    written = [text.get_text() for text in ax.get_legend().get_texts()]
    assert written == ["near", "far"]


def test_the_cone_colours_the_cells_that_are_seen():
    windows, size, position = [Window(3, 1, "same"), Window(2, 2)], 8, 2
    ax = diagrams.draw_receptive_cone(windows, size, position, ["in", "a", "b"])
    cells = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    fields = receptive_fields(windows, size)
    assert len(cells) == sum(field.positions for field in fields)
    blue = [to_hex(cell.get_facecolor()).upper() == BLUE for cell in cells]
    rows = np.split(blue, np.cumsum([field.positions for field in fields])[:-1])
    seen = [np.flatnonzero(row).tolist() for row in rows]
    assert seen == cells_seen(windows, size, position)
    middle = cells[8 + 8 + position].get_bbox()
    assert np.isclose((middle.x0 + middle.x1) / 2, np.mean(fields[-1].pixels(position)))
    assert sum(isinstance(patch, Polygon) for patch in ax.patches) == 2
