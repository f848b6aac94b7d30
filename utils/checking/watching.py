"""End code that takes too long where there is no second thread, as in a browser.

Python (3.12 and newer, PEP 669) reports each turn of a loop and each call of a
function; once the time is over, what hears the report raises an exception there. A
single long call into compiled code cannot be ended so.
"""

import sys
import time
from contextlib import contextmanager

TOOL = 4  # of the numbers 0 to 5, one that is kept for nobody
EACH = 0.05  # seconds between two looks at whether time counts

_watches = []  # one for each call that is under way, the outermost first


class OutOfTime(BaseException):
    """Ends a learner's code; no Exception, so that `except Exception` lets it pass."""


@contextmanager
def lost_in_silence():
    """Say nothing of an OutOfTime that goes no further than where it was raised.

    Python drops what is raised in a destructor or while it collects garbage, and tells
    `sys.unraisablehook`. The code goes on, and is ended the next time.
    """
    report = sys.unraisablehook

    def hook(unraisable):
        if not issubclass(unraisable.exc_type, OutOfTime):
            report(unraisable)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = report


def call_watched(function, seconds, is_idle):
    """Return function(), or raise what it raises, OutOfTime after so many seconds.

    Time does not count while `is_idle()`. Where the code catches OutOfTime, it is
    raised again at the next turn of a loop.
    """
    if not _watches:
        _listen()
    _watches.append(_Watch(seconds, is_idle))
    try:
        with lost_in_silence():
            return function()
    finally:
        _watches.pop()
        if not _watches:
            sys.monitoring.set_events(TOOL, sys.monitoring.events.NO_EVENTS)
            sys.monitoring.free_tool_id(TOOL)


def _listen():
    events = sys.monitoring.events
    sys.monitoring.use_tool_id(TOOL, "time limit")
    for event in (events.JUMP, events.PY_START):
        sys.monitoring.register_callback(TOOL, event, _look)
    sys.monitoring.set_events(TOOL, events.JUMP | events.PY_START)


def _look(*_):
    for watch in _watches:
        watch.look()


class _Watch:
    """What is left of the time."""

    def __init__(self, seconds, is_idle):
        self.left, self.is_idle = seconds, is_idle
        self.before = time.monotonic()

    def look(self):
        """Raise OutOfTime if nothing is left."""
        now = time.monotonic()
        if now - self.before >= EACH:
            if not self.is_idle():
                self.left -= now - self.before
            self.before = now
        if self.left <= 0:
            raise OutOfTime
