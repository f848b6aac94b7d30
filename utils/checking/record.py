"""What is solved so far. Nothing is stored: the answers stand in the notebook itself.

After a restart of the kernel, "Run All Cells" checks them again.
"""

import re

from utils.checking.questions import Predict
from utils.checking.tasks import Task
from utils.checking.verdicts import SIGNS, State

IS_LESSON = re.compile(r"utils\.exercises\.lesson_(\d\d[a-z]?)")


def progress(lesson):
    """Print what is solved and what is open in a lesson, given as its module."""
    print("\n".join(_report(lesson)))


def number_of(module_name):
    """What a lesson is called, by the name of its module: "3", "3b"."""
    return IS_LESSON.fullmatch(module_name)[1].lstrip("0")


def exercises(module, kind):
    """The exercises of one kind, Task or Predict, that a lesson hands on, in order."""
    handed_on = (getattr(module, name) for name in module.__all__)
    return [value for value in handed_on if isinstance(value, kind)]


def _report(module):
    yield f"Lesson {number_of(module.__name__)}"
    for title, kind in (("Predictions", Predict), ("Tasks", Task)):
        found = exercises(module, kind)
        solved = sum(item.state is State.RIGHT for item in found)
        yield f"{title}: {solved} of {len(found)}"
        for item in found:
            sign = SIGNS[State.RIGHT if item.state is State.RIGHT else State.OPEN]
            yield f"  {sign} {item.name}"
