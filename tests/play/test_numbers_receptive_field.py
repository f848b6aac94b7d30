"""What a stack of layers shows is what utils.arrays computes, on random stacks."""

import numpy as np
import pytest

from utils.arrays.receptive_field import Window, cells_seen, receptive_fields


def as_on_the_page(window):
    """The layer that utils/play/receptive_field.js makes of a Window."""
    size, *others = window
    return {
        "kernelSize": size,
        **dict(zip(("stride", "padding", "dilation"), others, strict=True)),
    }


@pytest.fixture(scope="module")
def stacks():
    """200 random stacks that fit, each with its input size: (windows, size)."""
    random = np.random.default_rng(0)
    found = []
    while len(found) < 200:
        windows = [
            Window(
                kernel_size=int(random.integers(1, 8)),
                stride=int(random.integers(1, 5)),
                padding=str(random.choice(["valid", "same"])),
                dilation=int(random.integers(1, 5)),
            )
            for _ in range(random.integers(0, 7))
        ]
        size = int(random.integers(1, 80))
        try:
            receptive_fields(windows, size)
        except ValueError:
            continue
        found.append((windows, size))
    return found


def test_sizes_jumps_starts_and_counts(call_in_node, stacks):
    cases = [[list(map(as_on_the_page, windows)), size] for windows, size in stacks]
    shown = call_in_node("shared/receptive_field.js", "receptiveFields", cases)
    expected = [receptive_fields(windows, size) for windows, size in stacks]
    assert shown == [[field._asdict() for field in fields] for fields in expected]
    assert max(len(fields) for fields in expected) > 5


def test_the_cells_that_a_number_is_made_from(call_in_node, stacks):
    random = np.random.default_rng(1)
    cases, expected = [], []
    for windows, size in stacks:
        last = receptive_fields(windows, size)[-1]
        position = int(random.integers(last.positions))
        cases.append([list(map(as_on_the_page, windows)), size, position])
        expected.append(cells_seen(windows, size, position))
    shown = call_in_node("shared/receptive_field.js", "cellsSeen", cases)
    assert shown == expected


def test_what_does_not_fit_is_refused_with_the_same_sentence(call_in_node):
    windows = [Window(3), Window(4, dilation=3), Window(2)]
    layers = list(map(as_on_the_page, windows))
    [shown] = call_in_node("receptive_field.js", "fitting", [[layers, 9]])
    with pytest.raises(ValueError) as refused:
        receptive_fields(windows, 9)
    assert shown == {"fit": layers[:1], "fault": str(refused.value)}
