"""The formula agrees with published figures and with following the connections."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from utils.arrays.receptive_field import (
    ReceptiveField,
    Window,
    cells_seen,
    receptive_fields,
)

CONVOLUTION, POOLING = Window(3, 1, "same"), Window(2, 2)
VGG_16 = [
    window
    for convolutions in (2, 2, 3, 3, 3)
    for window in (*[CONVOLUTION] * convolutions, POOLING)
]
MOBILENET_STRIDES = (2, 1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1)
MOBILENET = [Window(3, stride, "same") for stride in MOBILENET_STRIDES]
ALEXNET = [
    Window(11, 4),
    Window(3, 2),
    Window(5, padding=2),
    Window(3, 2),
    *[Window(3, padding=1)] * 3,
    Window(3, 2),
]

windows = st.builds(
    Window,
    kernel_size=st.integers(1, 4),
    stride=st.integers(1, 3),
    padding=st.sampled_from(["valid", "same", 1, (0, 2)]),
    dilation=st.integers(1, 3),
)


@pytest.mark.parametrize(
    ("network", "input_size", "size", "jump", "padding"),
    [
        (ALEXNET, 227, 195, 32, 64),
        (VGG_16, 224, 212, 32, 90),
        (MOBILENET, 224, 315, 32, 126),
    ],
)
def test_published_figures(network, input_size, size, jump, padding):
    """The table in the README of google-research/receptive_field (Araujo et al.)."""
    field = receptive_fields(network, input_size)[-1]
    assert (field.size, field.jump, -field.start) == (size, jump, padding)


def test_the_first_field_is_a_pixel_of_the_input():
    assert receptive_fields([], 7) == [ReceptiveField(1, 1, 0, 7)]


def test_dilation_spreads_a_window():
    fields = receptive_fields([Window(3, dilation=d) for d in (1, 2, 4)], 20)
    assert [field.size for field in fields] == [1, 3, 7, 15]


@given(st.lists(windows, max_size=4), st.integers(1, 40), st.data())
def test_formula_and_connections_agree(stack, input_size, data):
    try:
        fields = receptive_fields(stack, input_size)
    except ValueError:
        assume(False)
    position = data.draw(st.integers(0, fields[-1].positions - 1))
    seen = cells_seen(stack, input_size, position)
    assert len(seen) == len(fields) and seen[-1] == [position]
    pixels = fields[-1].pixels(position)
    assert set(seen[0]) <= set(pixels)
    # Where neither end lies on padding, in any layer, both ends are seen.
    if _is_inside(stack, fields, position):
        assert (seen[0][0], seen[0][-1]) == (pixels[0], pixels[-1])


def _is_inside(stack, fields, position):
    first = last = position
    for window, field, below in zip(
        reversed(stack), reversed(fields[1:]), reversed(fields[:-1]), strict=True
    ):
        padding = (below.start - field.start) // below.jump
        first = first * window.stride - padding
        last = last * window.stride - padding
        last += window.dilation * (window.kernel_size - 1)
        if first < 0 or last >= below.positions:
            return False
    return True


def test_holes_between_the_first_and_the_last_pixel_are_not_seen():
    assert cells_seen([Window(3, dilation=2)], 9, 1) == [[1, 3, 5], [1]]


def test_a_position_that_does_not_exist_is_refused():
    field = receptive_fields([Window(3)], 8)[-1]
    assert field.pixels(5) == range(5, 8)
    for position in (-1, 6):
        with pytest.raises(ValueError, match=f"positions 0 to 5: .* {position}"):
            field.pixels(position)


def test_a_window_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match=r"covers 5 pixels .* has only 3"):
        receptive_fields([Window(3), Window(5)], 5)


def test_bad_sizes_positions_and_windows_are_refused():
    for size in (-3, 0, 7.5, "7", None):
        with pytest.raises(ValueError, match="input size must be a whole number of at"):
            receptive_fields([], size)
    for position in (99, 7, -1, 1.5, "a"):
        with pytest.raises(ValueError, match="the positions 0 to 6: there is no pos"):
            cells_seen([Window(3)], 9, position)
    with pytest.raises(
        TypeError, match=r"a Window\(kernel_size, stride, …\) here, not 3"
    ):
        receptive_fields([3, 3], 9)


def test_windows_may_come_one_by_one():
    stack = [Window(3), Window(2, 2)]
    assert cells_seen(iter(stack), 9, 1) == cells_seen(stack, 9, 1)
