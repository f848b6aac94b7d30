"""Code is ended where there is no second thread, as in a browser."""

import sys
import time

import pytest

from tests.checking.endless import (
    endless,
    endless_and_swallowing,
    endless_in_a_destructor,
)
from utils.checking import running
from utils.checking.running import run
from utils.checking.watching import OutOfTime, call_watched

pytestmark = pytest.mark.skipif(
    sys.version_info < (3, 12), reason="needs Python 3.12: a browser has no older one"
)


def never():
    return False


def endless_in_lists():
    while True:
        [number for number in range(10)]


def endless_in_calls():
    def again():
        return 0

    while again() == 0:
        again()


@pytest.mark.parametrize(
    "function",
    [
        endless,
        endless_and_swallowing,
        endless_in_lists,
        endless_in_calls,
        endless_in_a_destructor,
    ],
)
def test_an_endless_loop_is_ended(function):
    start = time.monotonic()
    with pytest.raises(OutOfTime):
        call_watched(function, 0.2, never)
    assert time.monotonic() - start > 0.2


def test_of_other_errors_python_speaks_on():
    class Broken:
        def __del__(self):
            raise KeyError("of its own")

    spoken, before = [], sys.unraisablehook
    sys.unraisablehook = spoken.append
    try:
        call_watched(Broken, 5, never)
    finally:
        sys.unraisablehook = before
    (unraisable,) = spoken
    assert unraisable.exc_type is KeyError


def test_what_ends_in_time_is_left_alone():
    assert call_watched(lambda: sum(n for n in range(10)), 5, never) == 45
    with pytest.raises(KeyError):
        call_watched(lambda: {}[1], 5, never)
    assert sys.monitoring.get_tool(4) is None


def test_time_that_does_not_count():
    idle = iter([True] * 4)

    def work():
        for _ in range(6):
            time.sleep(0.06)
        return "done"

    assert call_watched(work, 0.2, lambda: next(idle, False)) == "done"


def test_one_call_inside_another():
    def outer():
        with pytest.raises(OutOfTime):
            call_watched(endless, 0.1, never)
        return "goes on"

    assert call_watched(outer, 30, never) == "goes on"
    with pytest.raises(OutOfTime):
        call_watched(lambda: call_watched(endless, 30, never), 0.1, never)
    assert sys.monitoring.get_tool(4) is None


def test_a_browser_says_the_same(monkeypatch):
    monkeypatch.setattr(running, "is_browser", lambda: True)
    assert "did not end within 0.1 seconds and was stopped" in run(endless, 0.1).problem
    assert run(lambda: print("hello") or 7, 5)[:3] == (7, None, "hello\n")
    assert "ZeroDivisionError" in run(lambda: 1 / 0, 5).problem
