"""Run a learner's code: with a time limit, quietly, errors turned into sentences.

The code runs in a thread of its own, so that an endless loop can be ended: Python
raises an exception in that thread (works on Windows too, where alarms do not exist).
"""

import ctypes
import io
import random
import re
import sys
import threading
import time
import traceback
import warnings
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import NamedTuple

import numpy as np

MOST_PRINTED = 500  # characters kept of what the code prints
STACK_BYTES = 16 * 2**20  # macOS gives threads 0.5 MB: too little for TensorFlow
MOST_QUOTED = 200  # characters of an error's message
TERMINAL_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
SECONDS_TO_STOP = 2.0
SENTENCES = {
    RecursionError: "it calls itself without end.",
    MemoryError: "it asks for more memory than there is.",
    SystemExit: "it calls exit(): leave that out, return the result.",
    KeyboardInterrupt: "it raises KeyboardInterrupt: leave that out.",
}


class Outcome(NamedTuple):
    """What came of a run: a value, or a problem in a sentence."""

    value: object = None
    problem: str | None = None
    printed: str = ""
    unsolved: bool = False  # stopped at a `...` that is still to be replaced


class OutOfTime(BaseException):
    """Ends a learner's code; no Exception, so that `except Exception` lets it pass."""


def run(function, seconds):
    """The Outcome of function(), ended after so many seconds; raises nothing.

    Only the learner's own interrupt (the stop button) is passed on.
    """
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
            in_time = _has_ended(running, seconds)
        except BaseException:  # the learner interrupts
            _stop(thread, running)
            raise
        stopped = in_time or _stop(thread, running)
    if not in_time:
        return Outcome(problem=_too_slow(seconds, stopped), printed=printed.text)
    if "error" in done:
        problem, unsolved = _sentence(done["error"]), _is_unsolved(done["error"])
        return Outcome(problem=problem, printed=printed.text, unsolved=unsolved)
    return Outcome(done["value"], printed=printed.text)


def _start(work):
    before = threading.stack_size(STACK_BYTES)
    thread = threading.Thread(target=work, daemon=True)
    try:
        thread.start()
    finally:
        threading.stack_size(before)
    return thread


def _has_ended(running, seconds):
    """Wait for it, in slices: on Windows, an interrupt does not wake a waiting lock."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if running.acquire(timeout=min(left, 0.1)):
            return True
    return False


def _stop(thread, running):
    """End the thread, and say whether it has ended.

    A bare `except:` in an endless loop swallows what arrives inside its `try:`. So if
    asking calmly does not help, it is asked thousands of times a second. Not ended is
    what waits in a single long C call, or swallows every time.
    """
    if _asked_to_stop(thread, running, pause=0.01, seconds=0.2):
        return True
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
    text += ": is there a loop that never ends?"
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


def _is_unsolved(error):
    """Whether a `...` is left; not where a library only says that it takes one."""
    text = str(error)
    names_type = "ellipsis" in text and "ellipsis (`...`)" not in text  # an index
    if isinstance(error, TypeError | AttributeError) and names_type:
        return True
    return type(error) is NotImplementedError or "Ellipsis" in text  # or the value


def _sentence(error):
    """What went wrong, and in which line of the learner's code."""
    for kind, sentence in SENTENCES.items():
        if isinstance(error, kind):
            return sentence
    message = _first_words(str(error))
    text = f"it stops with {_public_name(error)}: {message}".rstrip(": ")
    if "convert a value (None)" in message:  # TensorFlow's words for it
        text += (
            "\n(That None may be a gradient: of something that the tape did not see.)"
        )
    lines = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "ipykernel_" in frame.filename or frame.filename.startswith("<")
    ]
    if lines and lines[-1].line:
        text += f"\nin line {lines[-1].lineno} of your cell: {lines[-1].line}"
    return text


def _public_name(error):
    """The kind of error by its documented name: Python 3.13 has SyntaxErrors within."""
    names = (kind.__name__ for kind in type(error).__mro__)
    return next(name for name in names if not name.startswith("_"))


def _first_words(message):
    """The line of an error's message that says most, cut at a word if it is long."""
    lines = [line for line in TERMINAL_COLOURS.sub("", message).splitlines() if line]
    if len(lines) > 1 and lines[0].startswith("Exception encountered when calling"):
        lines = lines[1:]  # Keras: first where, then what
    line = lines[0] if lines else ""
    if len(line) <= MOST_QUOTED:
        return line
    return line[:MOST_QUOTED].rpartition(" ")[0] + " …"
