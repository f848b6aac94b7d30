"""What a lesson of exercises hands on: its questions and tasks, by their names.

`utils/exercises/lesson_03/max_pool.py` holds the task `max_pool`, and the lesson hands
it on as `exercise.max_pool`. Python, for its part, calls the file itself so as soon as
it imports it. A `Lesson` keeps the task.
"""

import sys
from functools import partial
from types import ModuleType

from utils.checking.missing_names import explain_missing_names
from utils.checking.questions import Predict
from utils.checking.record import number_of, progress
from utils.checking.spelling import no_such
from utils.checking.tasks import Task


class Lesson(ModuleType):
    """A lesson's package; none of its exercises gives way to a file of its name."""

    def __getattr__(self, name):  # is asked only for what does not exist
        names = vars(self).get("__all__", ())
        raise no_such(name, f"Lesson {number_of(self.__name__)}", names)

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
    lesson.progress = partial(progress, lesson)
    lesson.__all__ = [*names, "progress"]
    explain_missing_names()
