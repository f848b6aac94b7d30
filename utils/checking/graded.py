"""A task's check as a test that passes or raises, as nbgrader and its like want it."""

import io
from contextlib import redirect_stderr

from utils.checking.verdicts import State
from utils.page.quiet import quiet_start


class NotRight(AssertionError):
    """The answer is not right, or is missing; the message is the check's sentence."""


def require_right(task, names):
    """Raise NotRight unless a task is solved: by its check's last word, or by now.

    names: what the notebook has defined, its `globals()`; the answer is looked for
    under the task's name. As in the lesson, the best try counts: what a check has once
    called right stays right. Nothing that the answer writes to stderr gets out, since
    nbgrader takes any word there for a failure.
    """
    if task.state is State.RIGHT:
        return
    if task.name not in names:
        raise NotRight(f"{task.name}: there is no answer of this name.")
    with quiet_start(), redirect_stderr(io.StringIO()):
        state, text = task.verdict(names[task.name])
    if state is not State.RIGHT:
        raise NotRight(f"{task.name}: {text}")
