"""Durations are medians of calls that took turns."""

import itertools

import pytest

from utils.models import latency
from utils.models.latency import median_seconds


def test_every_call_is_warmed_up_and_then_they_take_turns():
    made = []
    calls = {name: lambda name=name: made.append(name) for name in "ab"}
    median_seconds(calls, rounds=3)
    assert "".join(made) == "ab" + "ab" + "ba" + "ab"


def test_the_median_is_of_the_timed_calls_only(monkeypatch):
    durations = iter([5, 1, 3])
    clock = itertools.accumulate(
        step for duration in durations for step in (100, duration)
    )
    monkeypatch.setattr(latency.time, "perf_counter", lambda: next(clock))
    assert median_seconds({"only": lambda: None}, rounds=3) == {"only": 3}


def test_no_rounds_are_refused():
    with pytest.raises(ValueError, match="rounds must be at least 1, not 0"):
        median_seconds({}, rounds=0)
