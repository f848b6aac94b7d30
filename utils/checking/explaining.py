"""Explain a wrong result: a recognised mistake or the difference, and an example."""

from utils.checking.comparing import NotComparable, agree, difference
from utils.checking.describing import describe_call, describe_example

ENOUGH_TO_RECOGNISE = 2  # cases, where the answer stops in others


def explain(task, trials, failed):
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
