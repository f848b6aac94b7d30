"""What is solved so far. Nothing is stored: the answers stand in the notebook itself.

After a restart of the kernel, "Run All Cells" checks them again.
"""

import re
import sys

from utils.checking.questions import Predict
from utils.checking.tasks import Task
from utils.checking.verdicts import State

IS_LESSON = re.compile(r"utils\.exercises\.lesson_(\d\d[a-z]?)")


def progress():
    """Print what is solved and what is open in the lesson of this kernel."""
    loaded = sorted(name for name in sys.modules if IS_LESSON.fullmatch(name))
    print("\n".join(line for name in loaded for line in _report(sys.modules[name])))


def exercises(module, kind):
    """The exercises of one kind, Task or Predict, that a lesson hands on, in order."""
    handed_on = (getattr(module, name) for name in module.__all__)
    return [value for value in handed_on if isinstance(value, kind)]


def _report(module):
    yield f"Lesson {IS_LESSON.fullmatch(module.__name__)[1].lstrip('0')}"
    for title, kind in (("Predictions", Predict), ("Tasks", Task)):
        found = exercises(module, kind)
        solved = sum(item.state is State.RIGHT for item in found)
        yield f"{title}: {solved} of {len(found)}"
        for item in found:
            yield f"  {'✓' if item.state is State.RIGHT else '·'} {item.name}"
