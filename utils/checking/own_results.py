"""What a task's own code makes of its cases: the solution, and each of the mistakes."""

from functools import cache, cached_property

from utils.checking.cases import call
from utils.checking.comparing import as_plain
from utils.checking.running import run

SECONDS_OF_OUR_OWN = 120  # on however slow a machine


class OwnResults:
    """Results of a task's solution and mistakes, each computed once, when first needed.

    They come from cases of their own: what an answer does to a network that it is given
    shows neither here nor in the next answer's cases.
    """

    def __init__(self, task):
        self.task = task
        self.right, self.of_mistake = cache(self._right), cache(self._of_mistake)

    @cached_property
    def cases(self):
        return cases_of(self.task)

    def _right(self, number):
        """What is right in a case: (plain, whether it is a tuple of several arrays)."""
        return run_own(lambda: self._right_and_form(self.cases[number]))

    def _right_and_form(self, case):
        value = call(self.task.reference.value, case)
        in_parts = isinstance(value, tuple) and any(
            getattr(part, "ndim", 0) for part in value
        )
        return as_plain(value), in_parts

    def _of_mistake(self, mistake, number):
        """The Outcome of a mistake in a case, its value plain."""
        case = self.cases[number]
        return run(lambda: as_plain(call(mistake, case)), SECONDS_OF_OUR_OWN)


def cases_of(task):
    """The task's cases, made anew if a function makes them."""
    return run_own(task.cases) if callable(task.cases) else task.cases


def run_own(function):
    """Run code of ours as quietly as the learner's; a problem in it is a fault."""
    outcome = run(function, SECONDS_OF_OUR_OWN)
    if outcome.problem:
        raise RuntimeError(outcome.problem)
    return outcome.value
