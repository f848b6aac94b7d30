"""What is solved so far. Nothing is stored: the answers stand in the notebook itself.

After a restart of the kernel, "Run All Cells" checks them again.
"""

import sys

from utils.exercises.questions import Predict
from utils.exercises.tasks import Task
from utils.exercises.verdicts import State

LESSONS = "utils.exercises.lesson_"


def progress():
    """Print what is solved and what is open in the lesson of this kernel."""
    modules = sorted(name for name in sys.modules if name.startswith(LESSONS))
    print("\n".join(line for name in modules for line in _report(sys.modules[name])))


def exercises(module, kind):
    """The exercises of one kind, Task or Predict, that a lesson's module declares."""
    return [value for value in vars(module).values() if isinstance(value, kind)]


def _report(module):
    yield f"Lesson {int(module.__name__.removeprefix(LESSONS))}"
    for title, kind in (("Predictions", Predict), ("Tasks", Task)):
        found = exercises(module, kind)
        solved = sum(item.state is State.RIGHT for item in found)
        yield f"{title}: {solved} of {len(found)}"
        for item in found:
            yield f"  {'✓' if item.state is State.RIGHT else '·'} {item.name}"
