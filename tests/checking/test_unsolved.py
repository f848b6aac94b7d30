"""A stub is told from an answer, at once or when it is run."""

import numpy as np
import pytest

from tests.checking.samples import a_task
from utils.checking.unsolved import NOT_SOLVED, RAISES, is_unsolved
from utils.checking.verdicts import State

# Unsolved.


def docstring_only(values):
    """Return something."""


def with_dots(values):
    """Return something."""
    ...


def with_pass(values):
    pass


class EmptyLayer:
    """A layer."""

    def forward(self, x):
        """Return something."""
        ...


@pytest.mark.parametrize(
    "stub",
    [
        None,
        ...,
        [[1, ...]],
        {"a": None},
        docstring_only,
        with_dots,
        with_pass,
        EmptyLayer,
    ],
)
def test_a_stub_is_unsolved(stub):
    assert is_unsolved(stub)


@pytest.mark.parametrize(
    "answer",
    [0, False, [], np.zeros(2), "", lambda x: 0, lambda x: x, print, int, np.array],
)
def test_an_answer_is_no_stub(answer):
    assert not is_unsolved(answer)


def with_a_gap(values, axis=0):
    total = ...
    return total


def with_a_gap_inside(values, axis=0):
    factor = ...
    return values * factor


def not_implemented(values, axis=0):
    raise NotImplementedError


@pytest.mark.parametrize(
    ("stub", "text"),
    [
        (with_a_gap, NOT_SOLVED),
        (with_a_gap_inside, NOT_SOLVED),
        (not_implemented, RAISES),
    ],
)
def test_a_gap_is_found_when_it_is_run(stub, text):
    assert a_task().verdict(stub) == (State.OPEN, text)
