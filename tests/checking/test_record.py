"""What is solved so far is listed."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from tests.checking.samples import a_question, a_task, a_value_task
from utils.checking.lesson import hand_on
from utils.checking.verdicts import State

# Progress.


@pytest.mark.parametrize("number", ["03", "03b", "13"])
def test_progress_lists_what_is_solved_in_its_own_lesson(number, capsys, monkeypatch):
    lesson = ModuleType(f"utils.exercises.lesson_{number}")
    asked = SimpleNamespace(how_many=a_question())
    monkeypatch.setitem(sys.modules, lesson.__name__, lesson)
    hand_on(lesson.__name__, asked, [a_task(), a_value_task()])
    lesson.limit.state = State.RIGHT
    lesson.progress()
    assert capsys.readouterr().out == (
        f"Lesson {number.lstrip('0')}\nPredictions: 0 of 1\n  · how_many\n"
        "Tasks: 1 of 2\n  · summed\n  ✓ limit\n"
    )


def test_a_lesson_imported_beside_another_lists_its_own(capsys):
    from utils.exercises import lesson_01, lesson_03

    lesson_03.progress()
    printed = capsys.readouterr().out
    assert printed.startswith("Lesson 3\n") and "max_pool" in printed
    assert not any(name in printed for name in lesson_01.__all__[:-1])
