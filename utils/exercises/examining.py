"""Find what is wrong with an answer: compare, recognise a mistake, show an example."""

import copy
import inspect
from typing import NamedTuple

import numpy as np

from utils.exercises.comparing import NotComparable, agree, as_plain, difference
from utils.exercises.describing import describe_call, describe_example
from utils.exercises.running import run
from utils.exercises.verdicts import Verdict

ENOUGH_TO_RECOGNISE = 2  # cases, where the answer stops in others
SECONDS_OF_OUR_OWN = 120  # for the solution, on however slow a machine


class Given(NamedTuple):
    """The arguments of one call."""

    arguments: tuple
    options: dict


class Unsolved(Exception):
    """The answer turned out to be a stub when it was called."""


class Trial(NamedTuple):
    """What the answer made of one case."""

    given: Given
    result: object  # plain, or the NotComparable that says why it is not
    problem: str | None
    printed: str
    right: object
    in_parts: bool  # the solution returns several arrays

    def fails(self, tolerance):
        if self.problem or isinstance(self.result, NotComparable):
            return True
        return not agree(self.result, self.right, tolerance)


def given(*arguments, **options):
    """A case: the arguments that both the answer and the solution are called with."""
    return Given(arguments, options)


def find_problem(task, answer):
    """What is wrong with the answer: a text, a Verdict from task.examine, or None."""
    problem = _wrong_kind(task, answer)
    if not problem and task.reference.is_function and task.cases:
        problem = _problem_of_function(task, answer)
    elif not problem and not task.examine:
        problem = _problem_of_value(task, answer)
    if not problem and task.examine:
        problem = _problem_by_examination(task, answer)
    return problem


def _wrong_kind(task, answer):
    name, reference = task.name, task.reference
    if reference.is_class and not inspect.isclass(answer):
        return f"check wants the class itself: check({name})."
    if reference.is_function and not callable(answer):
        return f"check wants the function itself, without brackets: check({name})."
    if not reference.is_function and not reference.is_class:
        if inspect.isroutine(answer) or inspect.isclass(answer):
            return f"check wants the result, not a function: check({name})."
    return None


def _problem_of_function(task, answer):
    cases = _own(task.cases) if callable(task.cases) else task.cases
    trials = []
    for case in cases:
        trials.append(_try(task, answer, case))
        if trials[-1].problem:
            break  # what stops once, or never ends, is not called again
    failed = [trial for trial in trials if trial.fails(task.tolerance)]
    return _explain(task, trials, failed[0]) if failed else None


def _try(task, answer, case):
    right, in_parts = _own(lambda: _right_and_form(task, case))
    if not _takes(answer, case):
        wanted = ", ".join(task.reference.parameters)
        problem = f"it must take the arguments ({wanted})."
        return Trial(case, None, problem, "", right, in_parts)
    outcome = run(lambda: _plain_or_reason(call(answer, case)), task.seconds)
    if outcome.unsolved or outcome.value is ...:
        raise Unsolved
    return Trial(case, *outcome[:3], right, in_parts)


def _right_and_form(task, case):
    """The solution's result, plain, and whether it is a tuple of several arrays."""
    value = call(task.reference.value, case)
    in_parts = isinstance(value, tuple) and any(
        getattr(part, "ndim", 0) for part in value
    )
    return as_plain(value), in_parts


def _takes(answer, case):
    """Whether the answer can be called so; yes where it does not say."""
    try:
        signature = inspect.signature(answer)
    except (TypeError, ValueError):
        return True
    try:
        signature.bind(*case.arguments, **case.options)
    except TypeError:
        return False
    return True


def call(function, case):
    """Call with copies of the case's arguments, so that the case stays as it is."""
    arguments = [_copied(value) for value in case.arguments]
    options = {key: _copied(value) for key, value in case.options.items()}
    return function(*arguments, **options)


def _copied(value):
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, list | tuple | dict | set):
        return copy.deepcopy(value)
    return value


def _plain_or_reason(value):
    if value is ...:
        return value
    try:
        return as_plain(value)
    except NotComparable as reason:
        return reason


def _own(function):
    """Run code of ours as quietly as the learner's; a problem in it is a fault."""
    outcome = run(function, SECONDS_OF_OUR_OWN)
    if outcome.problem:
        raise RuntimeError(outcome.problem)
    return outcome.value


def _explain(task, trials, failed):
    below = describe_call(
        task.name,
        task.reference.parameters,
        failed.given.arguments,
        failed.given.options,
    )
    printed = _shown(failed.printed)
    problem = failed.problem
    if isinstance(failed.result, NotComparable):
        problem = f"the result {failed.result}"
    if problem:
        line, arrays = below
        shown = "\n".join([f"The call was {line}" + " with" * bool(arrays), *arrays])
        return f"{task.name}: {problem}\n{shown}{printed}"
    sentence = _recognised(task, trials)
    if not sentence:
        sentence = (
            f"the result {difference(failed.result, failed.right, task.tolerance)}"
        )
    example = describe_example(*below, *_shown_in_parts(failed))
    return f"{task.name}: {sentence}\n{example}{printed}"


def _shown_in_parts(trial):
    """The answer's and the right result; parts of one shape are not one array."""
    results = trial.result, trial.right
    if not trial.in_parts:
        return results
    count = len(trial.right)
    return [
        tuple(result) if getattr(result, "shape", ())[:1] == (count,) else result
        for result in results
    ]


def _shown(printed, most_lines=3):
    """What the code printed, for the end of a message: its first lines."""
    lines = printed.strip().splitlines()
    if not lines:
        return ""
    more = ["…"] if len(lines) > most_lines else []
    return "\n".join(["\nYour code printed:", *lines[:most_lines], *more])


def _recognised(task, trials):
    """The sentence of the mistake that gives the answer's results in every case."""
    ended = [trial for trial in trials if not trial.problem]
    compared = ended if len(ended) >= ENOUGH_TO_RECOGNISE else trials
    for mistake, sentence in task.mistakes:
        if all(_gives(mistake, trial, task.tolerance) for trial in compared):
            return sentence
    return None


def _gives(mistake, trial, tolerance):
    if isinstance(trial.result, NotComparable):
        return False
    outcome = run(lambda: as_plain(call(mistake, trial.given)), SECONDS_OF_OUR_OWN)
    if trial.problem or outcome.problem:
        return bool(trial.problem and outcome.problem)  # both stop there
    return agree(trial.result, outcome.value, tolerance)


def _problem_of_value(task, answer):
    outcome = run(lambda: _plain_or_reason(answer), task.seconds)
    if outcome.problem:
        return f"{task.name}: {outcome.problem}"
    if isinstance(outcome.value, NotComparable):
        return f"{task.name} {outcome.value}"
    right = _own(lambda: as_plain(task.reference.value))
    text = difference(outcome.value, right, task.tolerance, tell=False)
    if not text:
        return None
    for mistake, sentence in task.mistakes:
        if agree(outcome.value, as_plain(mistake), task.tolerance):
            return f"{task.name}: {sentence}"
    return f"{task.name} {text}"


def _problem_by_examination(task, answer):
    outcome = run(lambda: task.examine(_copied(answer)), task.seconds)
    if outcome.unsolved:
        raise Unsolved
    if outcome.problem:
        return f"{task.name}: {outcome.problem}"
    if isinstance(outcome.value, Verdict) or not outcome.value:
        return outcome.value
    return f"{task.name}: {outcome.value}"
