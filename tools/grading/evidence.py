"""What an answer gives, as plain data, and the verdict on that data.

A submission's own process says what is wrong with its answers. That an answer is right
is not left to its word: the results are sent as data, and compared once more over here.
"""

import base64
from dataclasses import replace

import numpy as np

from utils.checking.cases import call
from utils.checking.comparing import NUMBERS_AND_WORDS, NotComparable, as_plain
from utils.checking.running import run
from utils.checking.verdicts import State, Verdict


class BadEvidence(ValueError):
    """What came is not what `record` makes."""


def is_confirmable(task):
    """Whether results alone show that an answer is right, at least in part.

    Not so where a function, a class or a network is judged by `examine`: it must be
    called, built or trained where it is.
    """
    if task.reference.is_function:
        return bool(task.cases)
    if task.reference.is_class:
        return False
    try:
        as_plain(task.reference.value)
    except NotComparable:
        return False
    return True


def is_confirmable_in_part(task):
    """Whether results show a part only, and the rest is seen where the answer is."""
    return is_confirmable(task) and task.examine is not None


def record(task, answer):
    """The answer's results as data for JSON; None where they cannot be had."""
    outcome = run(lambda: _results(task, answer), 10 * task.seconds)
    return outcome.value


def confirm(task, evidence):
    """The Verdict on recorded results, of a task that is_confirmable."""
    if not isinstance(evidence, list):
        return Verdict(State.WRONG, f"✗ {task.name}: no results came with it.")
    try:
        return _verdict(task, [_decoded(item) for item in evidence])
    except Exception as error:  # whatever strange results may lead to
        kind = type(error).__name__
        text = f"✗ {task.name}: its results cannot be read or compared ({kind})."
        return Verdict(State.WRONG, text)


def _verdict(task, results):
    if not task.reference.is_function:
        return task.verdict(results[0] if results else None)
    remaining = iter(results)

    def replay(*arguments, **options):
        return next(remaining)

    return replace(task, examine=None).verdict(replay)


def _results(task, answer):
    if not task.reference.is_function:
        return [_encoded(as_plain(answer))]
    cases = task.cases() if callable(task.cases) else task.cases
    return [_encoded(as_plain(call(answer, case))) for case in cases]


def _encoded(value):
    if isinstance(value, tuple):
        return {"parts": [_encoded(part) for part in value]}
    if isinstance(value, str | bool):
        return value
    array = np.asarray(value)
    data = base64.b64encode(array.tobytes()).decode()
    return {"dtype": array.dtype.str, "shape": array.shape, "data": data}


def _decoded(item):
    if isinstance(item, str | bool):
        return item
    if not isinstance(item, dict):
        raise BadEvidence
    if "parts" in item:
        return tuple(_decoded(part) for part in item["parts"])
    dtype = np.dtype(str(item["dtype"]))
    if dtype.kind not in NUMBERS_AND_WORDS:
        raise BadEvidence
    data = base64.b64decode(item["data"])
    return np.frombuffer(data, dtype).reshape(item["shape"]).copy()
