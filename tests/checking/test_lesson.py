"""A lesson hands on its exercises, and no file of a task's name takes its place."""

import sys
from importlib import import_module
from types import ModuleType, SimpleNamespace

import pytest

from utils.checking.lesson import hand_on
from utils.checking.record import exercises
from utils.checking.tasks import Task
from utils.exercises import lesson_03

NAMES = ["still_row", "twin", "max_pool"]


def test_a_lesson_hands_on_its_tasks_in_its_own_order_and_progress():
    assert [task.name for task in exercises(lesson_03, Task)] == NAMES
    assert lesson_03.__all__[-4:] == [*NAMES, "progress"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_imported_anew_does_not_shadow_its_task(name, monkeypatch):
    task = getattr(lesson_03, name)
    monkeypatch.delitem(sys.modules, f"{lesson_03.__name__}.{name}")
    file = import_module(f"{lesson_03.__name__}.{name}")
    assert isinstance(file, ModuleType)
    assert getattr(lesson_03, name) is task


def test_a_lesson_without_a_task_can_be_reached_by_its_file_first(monkeypatch):
    for name in [name for name in sys.modules if name.startswith(lesson_03.__name__)]:
        monkeypatch.delitem(sys.modules, name)
    import_module("utils.exercises.lesson_03.max_pool")
    anew = sys.modules["utils.exercises.lesson_03"]
    assert anew is not lesson_03
    assert [task.name for task in exercises(anew, Task)] == NAMES


@pytest.mark.parametrize("name", ["twice", "progress", "predictions"])
def test_a_name_that_is_taken_is_refused(name, monkeypatch):
    lesson = ModuleType("utils.exercises.lesson_99")
    monkeypatch.setitem(sys.modules, lesson.__name__, lesson)
    tasks = [SimpleNamespace(name="twice"), SimpleNamespace(name=name)]
    with pytest.raises(ValueError, match="needs a name of its own"):
        hand_on(lesson.__name__, SimpleNamespace(), tasks)
