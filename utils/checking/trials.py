"""Trials: what an answer makes of one case, next to what is right."""

import inspect
from typing import NamedTuple

from utils.checking.cases import copies
from utils.checking.changes import changed_by, state_of
from utils.checking.comparing import NotComparable, agree, as_plain
from utils.checking.running import run
from utils.checking.unsolved import Unsolved


class Trial(NamedTuple):
    """What the answer made of one case."""

    number: int  # of the case, from 0
    given: tuple
    result: object  # plain, or the NotComparable that says why it is not
    problem: str | None
    printed: str
    right: object
    in_parts: bool  # the solution returns several arrays
    changed: dict  # the arguments that are not as before, by their names

    def fails(self, tolerance):
        if self.problem or isinstance(self.result, NotComparable):
            return True
        return not agree(self.result, self.right, tolerance)


def try_case(task, answer, number, case):
    """Call the answer on a case; raises Unsolved if it is a stub."""
    right, in_parts = task.own.right(number)
    if not _takes(answer, case):
        wanted = ", ".join(task.reference.parameters)
        problem = f"it must take the arguments ({wanted})."
        return Trial(number, case, None, problem, "", right, in_parts, {})
    arguments = copies(case)
    before = [state_of(value) for value in arguments]
    outcome = run(lambda: plain_or_reason(answer(*arguments)), task.seconds)
    if outcome.value is ...:
        raise Unsolved
    if outcome.unsolved:
        raise Unsolved(outcome.unsolved)
    changed = changed_by(answer, task.reference.parameters, before, arguments)
    return Trial(number, case, *outcome[:3], right, in_parts, changed)


def _takes(answer, case):
    """Whether the answer can be called so; yes where it does not say."""
    try:
        signature = inspect.signature(answer)
    except (TypeError, ValueError):
        return True
    try:
        signature.bind(*case)
    except TypeError:
        return False
    return True


def plain_or_reason(value):
    """The value as_plain, or the NotComparable that says why it is not; or `...`."""
    if value is ...:
        return value
    try:
        return as_plain(value)
    except NotComparable as reason:
        return reason
