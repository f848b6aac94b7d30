"""The lessons' notebooks and their exercises, found by their names."""

import re
from importlib import import_module
from pathlib import Path

import nbformat

from utils.exercises.questions import Predict
from utils.exercises.record import exercises
from utils.exercises.tasks import Task

REPOSITORY = Path(__file__).parents[2]


def _numbers(pattern):
    return {path.stem[-2:] for path in REPOSITORY.glob(pattern)}


DECLARED = _numbers("utils/exercises/lesson_??.py")
NUMBERS = sorted(DECLARED & _numbers("tests/exercises/answers_??.py"))
MODULES = {
    number: import_module(f"utils.exercises.lesson_{number}") for number in NUMBERS
}
for number in NUMBERS:
    import_module(f"exercises.answers_{number}")

# (number of the lesson, exercise)
TASKS = [
    (number, task) for number in NUMBERS for task in exercises(MODULES[number], Task)
]
QUESTIONS = [
    (number, question)
    for number in NUMBERS
    for question in exercises(MODULES[number], Predict)
]


def notebook(number):
    """The lesson's notebook, as stored."""
    (path,) = (REPOSITORY / "notebooks").glob(f"{number}_*.ipynb")
    return nbformat.read(path, as_version=4)


def calls(number):
    """The (name, method) of every call of an exercise in the lesson, in order."""
    return [
        found.groups()
        for cell in notebook(number).cells
        if cell.cell_type == "code"
        for found in re.finditer(r"\bexercise\.(?:(\w+)\.)?(\w+)\(", cell.source)
    ]


def squashed(line):
    """A line of code without blanks, comment signs and kinds of quotes."""
    return re.sub(r"\s", "", line).lstrip("#").replace('"', "'")


def lines_shown(number):
    """Every line of the notebook's sources and stored text outputs, squashed."""
    texts = []
    for cell in notebook(number).cells:
        texts.append(cell.source)
        for output in cell.get("outputs", []):
            texts.append(output.get("text", ""))
            texts.append(output.get("data", {}).get("text/plain", ""))
    return {squashed(line) for text in texts for line in text.splitlines()}
