"""The climb over settings finds the top, asks no setting twice, and knows an edge."""

import itertools

import pytest

from tests.benchmarks.climb import best_setting, edges

AXES = [(1, 2, 3, 4, 5, 6, 7), (0.1, 0.2, 0.4, 0.8), (10, 20, 30, 40, 50)]


@pytest.mark.parametrize("top", list(itertools.product(*AXES)))
def test_a_single_top_is_found_wherever_it_is(top):
    asked = []

    def score(setting):
        asked.append(setting)
        return -sum(
            abs(axis.index(value) - axis.index(best))
            for axis, value, best in zip(AXES, setting, top, strict=True)
        )

    assert best_setting(AXES, score) == top
    assert len(asked) == len(set(asked))


def test_a_ridge_across_two_axes_is_climbed():
    axes = [tuple(range(10))] * 2

    def score(setting):
        return -10 * abs(setting[0] + setting[1] - 9) + setting[0]

    assert best_setting(axes, score) == (9, 0)


def test_equal_scores_end_the_climb():
    assert best_setting(AXES, lambda _: 0) == (1, 0.1, 10)


def test_edges_are_the_ends_that_are_not_natural():
    assert edges(AXES, (3, 0.2, 30), ()) == []
    assert edges(AXES, (1, 0.8, 30), ()) == [1, 0.8]
    assert edges(AXES, (1, 0.8, 30), (1,)) == [0.8]
