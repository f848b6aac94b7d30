"""What the sliding window shows is what utils.arrays computes, on random cases."""

import itertools

import numpy as np
import pytest

from utils.arrays.convolution import (
    conv2d,
    cross_correlate,
    output_size,
    padding_amounts,
)

SETTINGS = list(itertools.product((1, 2, 3), ("valid", "same"), (1, 2, 3)))


@pytest.fixture
def random():
    return np.random.default_rng(0)


def test_the_map_is_that_of_cross_correlate(call_in_node, random):
    cases, expected = [], []
    for stride, padding, dilation in SETTINGS * 3:
        picture = random.normal(size=random.integers(7, 12, size=2))
        kernel = random.normal(size=random.integers(1, 4, size=2))
        settings = {"stride": stride, "padding": padding, "dilation": dilation}
        cases.append([picture.tolist(), kernel.tolist(), settings])
        expected.append(cross_correlate(picture, kernel, **settings))
    maps = call_in_node("shared/arithmetic.js", "crossCorrelate", cases)
    for shown, wanted in zip(maps, expected, strict=True):
        np.testing.assert_allclose(shown, wanted, rtol=1e-12, atol=1e-12)


def test_each_stop_adds_up_to_its_cell(call_in_node, random):
    cases = []
    for stride, padding, dilation in SETTINGS:
        settings = {"stride": stride, "padding": padding, "dilation": dilation}
        picture = random.integers(0, 10, (9, 8)).tolist()
        kernel = random.integers(-3, 4, (3, 3)).tolist()
        for stop in ([0, 0], [1, 1], [99, 99], [-1, 0]):
            cases.append([picture, kernel, settings, stop])
    stops = call_in_node("sliding_window.js", "stopOf", cases)
    for (picture, kernel, settings, asked), shown in zip(cases, stops, strict=True):
        wanted = cross_correlate(np.array(picture), np.array(kernel), **settings)
        assert shown["output"] == wanted.tolist()
        place = np.clip(asked, 0, np.array(wanted.shape) - 1)
        assert [shown["row"], shown["column"]] == place.tolist()
        assert shown["sum"] == wanted[tuple(place)]
        products = np.multiply(shown["under"], kernel)
        assert shown["products"] == products.tolist()


def test_sizes_and_padding_are_those_of_the_lesson(call_in_node):
    ranges = (range(7, 13), (1, 2, 3), (1, 2, 3), ("valid", "same"), (1, 2, 3))
    cases = [list(case) for case in itertools.product(*ranges)]
    sizes = call_in_node("shared/arithmetic.js", "outputSize", cases)
    assert sizes == [output_size(*case) for case in cases]
    amounts = call_in_node("shared/arithmetic.js", "paddingAmounts", cases)
    assert [tuple(one) for one in amounts] == [padding_amounts(*c) for c in cases]
    sentences = call_in_node(
        "sliding_window.js",
        "sizeInWords",
        [[n, k, {"stride": s, "padding": p, "dilation": d}] for n, k, s, p, d in cases],
    )
    assert [int(one.split("= ")[-1]) for one in sentences] == sizes


def test_slices_add_up_to_one_map(call_in_node, random):
    cases, expected = [], []
    for bias in (0, 1.5, -2):
        picture, filter_ = random.normal(size=(6, 5, 3)), random.normal(size=(3, 3, 3))
        cases.append(
            [np.moveaxis(a, 2, 0).tolist() for a in (picture, filter_)] + [bias]
        )
        maps = conv2d(picture[np.newaxis], filter_[..., np.newaxis])[0, ..., 0]
        expected.append((maps + bias, bias))
    shown = call_in_node("shared/arithmetic.js", "convolveChannels", cases)
    for one, (wanted, bias) in zip(shown, expected, strict=True):
        parts = np.sum(one["maps"], axis=0) + bias
        np.testing.assert_allclose(parts, wanted, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(one["total"], wanted, rtol=1e-12, atol=1e-12)
