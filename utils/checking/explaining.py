"""Explain a wrong result: a recognised mistake or the difference, and an example."""

from utils.checking.changes import sentence_of_change
from utils.checking.comparing import NotComparable, agree, difference, is_ambiguous
from utils.checking.describing import (
    describe,
    describe_call,
    describe_example,
    is_small,
)

ENOUGH_TO_RECOGNISE = 2  # cases, where the answer stops in others


def explain(task, trials):
    """What is wrong with the answer, by its trials; None if nothing is."""
    failed = [trial for trial in trials if trial.fails(task.tolerance)]
    if failed:
        return _explain_failed(task, trials, failed)
    changing = [trial for trial in trials if trial.changed]
    return _explain_changed(task, changing[0]) if changing else None


def _explain_failed(task, trials, failed):
    example = failed[0]
    problem = example.problem
    if isinstance(example.result, NotComparable):
        problem = f"the result {example.result}"
    if problem:
        return f"{task.name}: {problem}\n{_shown_call(task, example)}{_also(example)}"
    sentence = _recognised(task, trials)
    if not sentence:
        example = _isolating(task, trials, failed)
        pairs = _pairs(trials, without=example)
        text = difference(example.result, example.right, task.tolerance, others=pairs)
        sentence = f"the result {text}"
    call = describe_call(task.name, task.reference.parameters, example.given)
    shown = describe_example(*call, *_shown_in_parts(example))
    return f"{task.name}: {sentence}\n{shown}{_also(example)}"


def _explain_changed(task, trial):
    name, value = next(iter(trial.changed.items()))
    text = f"{task.name}: {sentence_of_change(name)}\n{_shown_call(task, trial)}"
    if is_small(value):
        text += f"\nAfterwards {name} = {describe(value, indent=len(name) + 14)}"
    return text


def _isolating(task, trials, failed):
    """The first small example that does not suggest what other cases belie."""
    for trial in failed:
        comparable = not trial.problem and not isinstance(trial.result, NotComparable)
        if comparable and is_small(trial.result):
            pairs = _pairs(trials, without=trial)
            if not is_ambiguous(trial.result, trial.right, task.tolerance, pairs):
                return trial
    return failed[0]


def _pairs(trials, without):
    """(answer, right) of all trials that ended with a result, but for one."""
    ended = [trial for trial in trials if not trial.problem and trial is not without]
    ended = [trial for trial in ended if not isinstance(trial.result, NotComparable)]
    return [(trial.result, trial.right) for trial in ended]


def _shown_call(task, trial):
    line, arrays = describe_call(task.name, task.reference.parameters, trial.given)
    return "\n".join([f"The call was {line}" + " with" * bool(arrays), *arrays])


def _also(trial):
    """What else there is to say of a failed trial: changed arguments, prints."""
    names = "" if trial.problem else " and ".join(f"`{name}`" for name in trial.changed)
    changes = f"\n(It also changes your {names}: work on a copy.)" if names else ""
    return changes + _shown(trial.printed)


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
        if all(_gives(task, mistake, trial) for trial in compared):
            return sentence
    return None


def _gives(task, mistake, trial):
    if isinstance(trial.result, NotComparable):
        return False
    outcome = task.own.of_mistake(mistake, trial.number)
    if trial.problem or outcome.problem:
        return bool(trial.problem and outcome.problem)  # both stop there
    return agree(trial.result, outcome.value, task.tolerance)
