"""Collect the answers that lesson_01/output_shape.py and the like declare.

@right(exercise.output_shape)
def with_a_loop(image_shape, filters_shape, stride): ...

@wrong(exercise.output_shape, "part of the message")
def forgets_the_stride(image_shape, filters_shape, stride): ...

right(exercise.shift_kernel, [[0, 0, 0], [1, 0, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "part of the message", [[0, 1, 0], …])
"""

from collections import defaultdict
from typing import NamedTuple


class Wrong(NamedTuple):
    """An answer, and what the message about it must contain."""

    answer: object
    fragment: str
    seconds: float | None = None  # in place of the task's own limit


RIGHT, WRONG = defaultdict(list), defaultdict(list)


def right(task, *values):
    """Declare right answers besides the solution; without values, decorate one."""
    if values:
        RIGHT[task].extend(values)
        return None

    def decorate(answer):
        RIGHT[task].append(answer)
        return answer

    return decorate


def wrong(task, fragment, *values, seconds=None):
    """Declare wrong answers of one kind; without values, decorate one.

    seconds: a shorter limit than the task's, for an answer that never ends.
    """
    if values:
        WRONG[task].extend(Wrong(value, fragment) for value in values)
        return None

    def decorate(answer):
        WRONG[task].append(Wrong(answer, fragment, seconds))
        return answer

    return decorate
