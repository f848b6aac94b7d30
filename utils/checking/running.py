"""Run a learner's code: with a time limit, quietly, errors turned into sentences.

The code runs in a thread of its own, so that an endless loop can be ended: Python
raises an exception in that thread (works on Windows too, where alarms do not exist).
In a browser, where Python has no threads, `utils.checking.watching` ends it.
"""

import ctypes
import io
import random
import sys
import threading
import time
import warnings
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import NamedTuple

import numpy as np

from utils.checking.errors import sentence_of
from utils.checking.unsolved import gap_behind
from utils.checking.watching import OutOfTime, call_watched, lost_in_silence
from utils.page.in_browser import is_browser

MOST_PRINTED = 500  # characters kept of what the code prints
SLOW_TO_IMPORT = ("tensorflow", "keras", "scipy", "matplotlib")
STACK_BYTES = 16 * 2**20  # macOS gives threads 0.5 MB: too little for TensorFlow
SECONDS_TO_STOP = 2.0


class Outcome(NamedTuple):
    """What came of a run: a value, or a problem in a sentence."""

    value: object = None
    problem: str | None = None
    printed: str = ""
    unsolved: str | None = None  # what to say of a gap that is still to be filled


def run(function, seconds, is_paused=lambda: False):
    """The Outcome of function(), ended after so many seconds; raises nothing.

    Only the learner's own interrupt (the stop button) is passed on. Time does not count
    while `is_paused()`.
    """
    if is_browser():
        return _run_watched(function, seconds, is_paused)
    done, running = {}, threading.Lock()
    running.acquire()

    def work():
        try:
            try:
                done["value"] = function()
            except BaseException as error:
                done["error"] = error
            running.release()
        except OutOfTime:
            pass  # one more of them, on the way out

    with _undisturbed() as printed:
        thread = _start(work)
        try:
            in_time = _has_ended(running, seconds, is_paused)
        except BaseException:  # the learner interrupts
            _stop(thread, running)
            raise
        stopped = in_time or _stop(thread, running)
    if not in_time:
        return Outcome(problem=_too_slow(seconds, stopped), printed=printed.text)
    if "error" in done:
        return _failed(done["error"], printed.text)
    return Outcome(done["value"], printed=printed.text)


def _run_watched(function, seconds, is_paused):
    """As `run`, in the only thread that a browser's Python has."""
    with _undisturbed() as printed:
        try:
            value = call_watched(function, seconds, lambda: _is_idle(is_paused))
        except OutOfTime:
            problem = _too_slow(seconds, stopped=True)
            return Outcome(problem=problem, printed=printed.text)
        except KeyboardInterrupt:  # the learner interrupts
            raise
        except BaseException as error:
            return _failed(error, printed.text)
    return Outcome(value, printed=printed.text)


def _failed(error, printed):
    problem, unsolved = sentence_of(error), gap_behind(error)
    return Outcome(problem=problem, printed=printed, unsolved=unsolved)


def _start(work):
    before = threading.stack_size(STACK_BYTES)
    thread = threading.Thread(target=work, daemon=True)
    try:
        thread.start()
    finally:
        threading.stack_size(before)
    return thread


def _has_ended(running, seconds, is_paused):
    """Wait for it, in slices: on Windows, an interrupt does not wake a waiting lock.

    Slices in which a large library is imported, for the first time, do not count.
    """
    left, before = seconds, time.monotonic()
    while left > 0:
        if running.acquire(timeout=min(left, 0.1)):
            return True
        now = time.monotonic()
        if not _is_idle(is_paused):
            left -= now - before
        before = now
    return False


def _is_idle(is_paused):
    """Whether time does not count just now."""
    return is_paused() or _a_library_is_being_imported()


def _a_library_is_being_imported():
    specs = (
        getattr(sys.modules.get(name), "__spec__", None) for name in SLOW_TO_IMPORT
    )
    return any(getattr(spec, "_initializing", False) for spec in specs)


def _stop(thread, running):
    """End the thread, and say whether it has ended.

    A bare `except:` in an endless loop swallows what arrives inside its `try:`. So if
    asking calmly does not help, it is asked thousands of times a second. Not ended is
    what waits in a single long C call, or swallows every time.
    """
    with lost_in_silence():
        stopped = _asked_to_stop(thread, running, pause=0.01, seconds=0.2)
        stopped = stopped or _asked_often_to_stop(thread, running)
        if stopped:
            thread.join(SECONDS_TO_STOP)  # one more may reach it on the way out
    return stopped


def _asked_often_to_stop(thread, running):
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    try:
        return _asked_to_stop(thread, running, pause=1e-4, seconds=SECONDS_TO_STOP)
    finally:
        sys.setswitchinterval(interval)


def _asked_to_stop(thread, running, pause, seconds):
    identity, stop = ctypes.c_ulong(thread.ident), ctypes.py_object(OutOfTime)
    end = time.monotonic() + seconds
    while thread.is_alive() and time.monotonic() < end:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(identity, stop)
        if running.acquire(timeout=pause):
            return True
    return not thread.is_alive()


def _too_slow(seconds, stopped):
    text = f"it did not end within {seconds:g} seconds and "
    text += "was stopped" if stopped else "could not be stopped"
    text += ": your code is slow, or a loop in it is endless."
    return text if stopped else f"{text} Restart the kernel before you go on."


class _FirstWords(io.TextIOBase):
    """Keeps the beginning of what is written: an endless loop may print for seconds."""

    text = ""

    def write(self, text):
        self.text += text[: MOST_PRINTED - len(self.text)]
        return len(text)


@contextmanager
def _undisturbed():
    """Catch prints and warnings, and put the random states back afterwards."""
    printed = _FirstWords()
    states = np.random.get_state(), random.getstate()  # noqa: NPY002
    try:
        with (
            redirect_stdout(printed),
            redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            yield printed
    finally:
        np.random.set_state(states[0])  # noqa: NPY002
        random.setstate(states[1])
