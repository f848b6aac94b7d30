"""What a lesson of exercises hands on: its questions and tasks, by their names.

`utils/exercises/lesson_03/max_pool.py` holds the task `max_pool`, and the lesson hands
it on as `exercise.max_pool`. Python, for its part, calls the file itself so as soon as
it imports it. A `Lesson` keeps the task.
"""

import sys
from types import ModuleType

from utils.checking.questions import Predict
from utils.checking.record import progress
from utils.checking.tasks import Task


class Lesson(ModuleType):
    """A lesson's package; none of its exercises gives way to a file of its name."""

    def __setattr__(self, name, value):
        taken = isinstance(vars(self).get(name), Task | Predict)
        if not (taken and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def hand_on(package, predictions, tasks):
    """Have a lesson's package offer its exercises, and `progress`.

    package: the `__name__` of the package. predictions: the module of its questions,
    in the order in which the lesson asks them. tasks: in their order, too.
    Raises ValueError where a name is taken twice.
    """
    lesson = sys.modules[package]
    questions = [item for item in vars(predictions).values() if type(item) is Predict]
    names = [exercise.name for exercise in (*questions, *tasks)]
    if len({*names, "progress", "predictions"}) < len(names) + 2:
        raise ValueError(f"{package}: each exercise needs a name of its own: {names}")
    lesson.__class__ = Lesson
    vars(lesson).update(zip(names, (*questions, *tasks), strict=True))
    lesson.progress = progress
    lesson.__all__ = [*names, "progress"]
