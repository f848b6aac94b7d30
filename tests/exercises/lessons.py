"""The lessons' notebooks and their exercises, found by their names."""

import re
from functools import cache
from importlib import import_module

import nbformat

from tools.lessons import (
    COURSE,
    exercises_module,
    lessons_with_exercises,
    notebook_path,
)
from utils.checking.questions import Predict
from utils.checking.record import exercises
from utils.checking.tasks import Task

DECLARED = lessons_with_exercises()
MODULES = {number: exercises_module(number) for number in DECLARED}

# (name of the lesson, exercise)
TASKS = [(n, task) for n in DECLARED for task in exercises(MODULES[n], Task)]
QUESTIONS = [(n, asked) for n in DECLARED for asked in exercises(MODULES[n], Predict)]

for number, task in TASKS:  # the answers declare themselves
    import_module(f"tests.exercises.lesson_{number}.{task.name}")


def files(place, number):
    """The lesson's files in utils/exercises or tests/exercises, by their names."""
    folder = COURSE / place / f"lesson_{number}"
    return {file.stem: file for file in folder.glob("*.py") if file.stem != "__init__"}


def trains(number, task):
    """Whether the check trains a network: a file of the task tells it to."""
    return any(
        re.search(r"\.(fit|train_step)\b", file.read_text("utf-8"))
        for name, file in files("utils/exercises", number).items()
        if name.startswith(task.name)
    )


@cache
def notebook(number):
    """The lesson's notebook, as stored: to look at, not to change."""
    return nbformat.read(notebook_path(number), as_version=4)


def calls(number):
    """The (name, method) of every call of an exercise in the lesson, in order.

    Where a lesson goes on with an answer, `or_solution`, it asks for nothing.
    """
    return [
        found.groups()
        for cell in notebook(number).cells
        if cell.cell_type == "code"
        for found in re.finditer(r"\bexercise\.(?:(\w+)\.)?(\w+)\(", cell.source)
        if found[2] != "or_solution"
    ]


def squashed(line):
    """A line of code without blanks, comment signs and kinds of quotes."""
    return re.sub(r"\s", "", line).lstrip("#").replace('"', "'")


@cache
def lines_shown(number):
    """Every line of the notebook's sources and stored text outputs, squashed."""
    texts = []
    for cell in notebook(number).cells:
        texts.append(cell.source)
        for output in cell.get("outputs", []):
            texts.append(output.get("text", ""))
            texts.append(output.get("data", {}).get("text/plain", ""))
    return {squashed(line) for text in texts for line in text.splitlines()}
