"""What is solved so far is listed."""

import sys
from types import ModuleType, SimpleNamespace

from tests.checking.samples import a_question, a_task, a_value_task
from utils.checking.lesson import hand_on
from utils.checking.record import progress
from utils.checking.verdicts import State

# Progress.


def test_progress_lists_what_is_solved(capsys, monkeypatch):
    for name in [name for name in sys.modules if "exercises.lesson_" in name]:
        monkeypatch.delitem(sys.modules, name)
    lesson = ModuleType("utils.exercises.lesson_03")
    asked = SimpleNamespace(how_many=a_question())
    monkeypatch.setitem(sys.modules, lesson.__name__, lesson)
    hand_on(lesson.__name__, asked, [a_task(), a_value_task()])
    lesson.limit.state = State.RIGHT
    progress()
    assert capsys.readouterr().out == (
        "Lesson 3\nPredictions: 0 of 1\n  · how_many\n"
        "Tasks: 1 of 2\n  · summed\n  ✓ limit\n"
    )
