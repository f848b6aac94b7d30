"""Each notebook asks what its lesson hands on, unsolved, in a section of its own."""

import re

import numpy as np

from tests.exercises.each import each_lesson, each_question, each_task
from tests.exercises.lessons import (
    QUESTIONS,
    TASKS,
    calls,
    lines_shown,
    notebook,
    squashed,
)
from utils.checking.tasks import NOT_SOLVED
from utils.checking.verdicts import State


@each_task
def test_an_unsolved_task_says_so(number, task):
    stub = stub_of(number, task)
    for answer in (None, ..., stub):
        assert task.verdict(answer) == (State.OPEN, NOT_SOLVED)


def stub_of(number, task):
    """What the notebook's own cell hands to the check, the task's name unsolved."""
    (cell,) = (
        cell.source
        for cell in notebook(number).cells
        if cell.cell_type == "code" and f"exercise.{task.name}.check(" in cell.source
    )
    page = {"np": np}
    exec(cell.partition(f"exercise.{task.name}.check(")[0], page)
    return page[task.name]


@each_task
def test_no_solution_leaks_into_the_notebook(number, task):
    own = [squashed(line) for line in task.code.splitlines()]
    own = {
        line for line in own if line and not line.startswith(("def", "import", "from"))
    }
    leaked = own & lines_shown(number)
    assert own - leaked, f"the whole solution: {leaked}"
    assert not {line for line in leaked if len(line) > 30}


@each_question
def test_a_question_offers_the_choices_of_the_text_above_it(number, question):
    cells = notebook(number).cells
    (place,) = (
        place
        for place, cell in enumerate(cells)
        if cell.source.strip() == f'exercise.{question.name}.answer("?")'
    )
    assert cells[place - 1].cell_type == "markdown"
    assert "**Predict.**" in cells[place - 1].source
    offered = re.findall(r"^- \((\w)\)", cells[place - 1].source, re.MULTILINE)
    assert offered == sorted(question.choices)


@each_question
def test_the_answer_below_a_question_is_the_same_choice(number, question):
    sources = [cell.source for cell in notebook(number).cells]
    place = sources.index(f'exercise.{question.name}.answer("?")')
    below = notebook(number).cells[place:]
    text = "\n".join(c.source for c in below if c.cell_type == "markdown")
    named = (re.findall(r"(?<!\w)\((\w)\)", part) for part in text.split(". "))
    assert question.right in next(letters for letters in named if letters)


@each_lesson
def test_the_notebook_holds_each_exercise_once_and_in_order(number):
    """Tasks come after the questions, or between them where a lesson needs them."""
    asked = [(question.name, "answer") for n, question in QUESTIONS if n == number]
    tasks = [
        (task.name, way)
        for n, task in TASKS
        if n == number
        for way in ("check", "hint", "solution")
    ]
    *found, last = calls(number)
    assert [call for call in found if call[1] == "answer"] == asked
    assert [call for call in found if call[1] != "answer"] == tasks
    assert last == (None, "progress")


@each_lesson
def test_the_tasks_stand_in_their_own_section(number):
    texts = [c.source for c in notebook(number).cells if c.cell_type == "markdown"]
    headings = re.findall(r"^## (.+)$", "\n".join(texts), re.MULTILINE)
    assert headings[-3:] == ["You can now", "Your turn", "Going further"]


@each_lesson
def test_the_notebook_is_stored_unsolved(number):
    for cell in notebook(number).cells:
        if "exercise." not in cell.source or cell.cell_type != "code":
            continue
        assert not re.search(r"^exercise\.\w+\.(hint|solution)", cell.source, re.M)
        shown = "".join(
            output.get("text") or output.data["text/plain"] for output in cell.outputs
        )
        if ".check(" in cell.source:
            assert shown == f"{NOT_SOLVED}\n"
        if ".answer(" in cell.source:
            assert shown.startswith(("Run this cell to answer", "Not answered yet: "))
        assert "✓" not in shown


@each_lesson
def test_every_prediction_of_the_text_is_a_question(number):
    texts = "\n".join(c.source for c in notebook(number).cells)
    asked = sum(n == number for n, _ in QUESTIONS)
    assert texts.count("**Predict.**") == asked
