"""Find what is wrong with an answer, of whatever kind: function, class or value."""

import inspect

from utils.checking.cases import copied
from utils.checking.comparing import NotComparable, agree, as_plain, difference
from utils.checking.explaining import explain
from utils.checking.own_results import cases_of, run_own
from utils.checking.running import run
from utils.checking.trials import plain_or_reason, try_case
from utils.checking.unsolved import Unsolved
from utils.checking.verdicts import Verdict


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
    if reference.is_function and (not callable(answer) or _is_of_keras(answer)):
        return f"check wants the function itself, without brackets: check({name})."
    if not reference.is_function and not reference.is_class:
        if inspect.isroutine(answer) or inspect.isclass(answer):
            return f"check wants the result, not a function: check({name})."
    return None


def _is_of_keras(answer):
    """Whether it is a model or a layer, which can be called, too."""
    kinds = type(answer).__mro__
    return any(kind.__module__.partition(".")[0] == "keras" for kind in kinds)


def _problem_of_function(task, answer):
    trials = []
    for number, case in enumerate(cases_of(task)):
        trials.append(try_case(task, answer, number, case))
        if trials[-1].problem:
            break  # what stops once, or never ends, is not called again
    return explain(task, trials)


def _problem_of_value(task, answer):
    outcome = run(lambda: plain_or_reason(answer), task.seconds)
    if outcome.problem:
        return f"{task.name}: {outcome.problem}"
    if isinstance(outcome.value, NotComparable):
        return f"{task.name} {outcome.value}"
    right = run_own(lambda: as_plain(task.reference.value))
    text = difference(outcome.value, right, task.tolerance, tell=False)
    if not text:
        return None
    for mistake, sentence in task.mistakes:
        if agree(outcome.value, as_plain(mistake), task.tolerance):
            return f"{task.name}: {sentence}"
    return f"{task.name} {text}"


def _problem_by_examination(task, answer):
    outcome = run(lambda: task.examine(copied(answer)), task.seconds)
    if outcome.unsolved:
        raise Unsolved(outcome.unsolved)
    if outcome.problem:
        return f"{task.name}: {outcome.problem}"
    if isinstance(outcome.value, Verdict) or not outcome.value:
        return outcome.value
    return f"{task.name}: {outcome.value}"
