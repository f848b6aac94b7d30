"""Each task has a file of its name, and another of its answers."""

import ast

import pytest

from tests.exercises.each import each_lesson
from tests.exercises.lessons import (
    DECLARED,
    MODULES,
    QUESTIONS,
    TASKS,
    files,
    trains,
)
from tools.lessons import all_lessons
from utils.checking.questions import Predict
from utils.checking.tasks import Task


def tasks_of(number):
    return {task.name for n, task in TASKS if n == number}


def calls_in(file):
    """The names of all functions and classes that a file calls."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    called = [node.func for node in nodes if isinstance(node, ast.Call)]
    return {getattr(part, "id", getattr(part, "attr", None)) for part in called}


@each_lesson
@pytest.mark.parametrize("place", ["utils/exercises", "tests/exercises"])
def test_each_task_has_a_file_of_its_name(place, number):
    assert tasks_of(number) <= {*files(place, number)}


@each_lesson
def test_tasks_are_declared_in_their_files_and_questions_in_theirs(number):
    own = files("utils/exercises", number)
    declaring = {name for name, file in own.items() if "Task" in calls_in(file)}
    assert declaring == tasks_of(number)
    asking = {name for name, file in own.items() if "Predict" in calls_in(file)}
    assert asking == {"predictions"}


@each_lesson
def test_exercises_are_called_by_their_own_names(number):
    lesson = MODULES[number]
    for name, value in [*vars(lesson).items(), *vars(lesson.predictions).items()]:
        if isinstance(value, Task | Predict):
            assert value.name == name


@each_lesson
def test_what_stands_beside_the_tasks_is_shared_in_public(number):
    """No private name is imported from one file into another."""
    for file in files("utils/exercises", number).values():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                private = [part.name for part in node.names if part.name[0] == "_"]
                assert not private, f"{file.name}: {private}"


def test_every_lesson_has_its_exercises():
    """Two to five tasks, and predictions: five in all or more; fewer do in a dive."""
    assert all_lessons() == DECLARED
    for number in DECLARED:
        is_core = number.isdigit()
        questions = sum(n == number for n, _ in QUESTIONS)
        assert (2 if is_core else 1) <= len(tasks_of(number)) <= 5
        assert questions >= 1
        assert len(tasks_of(number)) + questions >= (5 if is_core else 2)


def test_what_trains_is_known():
    """`make check` leaves these out."""
    assert [task.name for row in TASKS if trains(*row) for task in row[1:]] == [
        "small_net",
        "fine_tuned",
    ]
