"""Answers to `steps_seen`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16 as exercise


@right(exercise.steps_seen)
def layer_by_layer(kernel, dilations):
    seen = 1
    for dilation in dilations:
        seen += (kernel - 1) * dilation
    return seen


@right(exercise.steps_seen)
def by_looking(kernel, dilations):
    steps = {0}
    for dilation in dilations:
        steps = {s - k * dilation for s in steps for k in range(kernel)}
    return max(steps) - min(steps) + 1


@wrong(exercise.steps_seen, "its own step is missing")
def without_itself(kernel, dilations):
    return (kernel - 1) * sum(dilations)


@wrong(exercise.steps_seen, "the dilations are not used")
def without_gaps(kernel, dilations):
    return 1 + (kernel - 1) * len(dilations)


@wrong(exercise.steps_seen, "kernel − 1 gaps")
def one_gap_too_many(kernel, dilations):
    return 1 + kernel * sum(dilations)


@wrong(exercise.steps_seen, "counts ways")
def ways(kernel, dilations):
    return kernel ** len(dilations)


@wrong(exercise.steps_seen, "all layers reach back")
def last_layer(kernel, dilations):
    return 1 + (kernel - 1) * max(dilations, default=0)
