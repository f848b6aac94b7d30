"""Every exercise of every lesson: right answers pass, wrong ones are told why."""

import copy
import re

import numpy as np
import pytest

from tests.exercises.collected import RIGHT, WRONG
from tests.exercises.lessons import (
    DECLARED,
    MODULES,
    QUESTIONS,
    TASKS,
    calls,
    lines_shown,
    notebook,
    squashed,
)
from tools.lessons import all_lessons
from utils.checking.questions import Predict
from utils.checking.tasks import NOT_SOLVED, Task
from utils.checking.verdicts import State


def each(names, rows):
    """A test for each row; its id begins with the lesson's number, as in `-k 03`."""
    ids = [f"{row[0]}-{row[1].name}" for row in rows]
    return pytest.mark.parametrize(names, rows, ids=ids)


each_lesson = pytest.mark.parametrize("number", DECLARED)
each_task = each(("number", "task"), TASKS)
each_question = each(("number", "question"), QUESTIONS)
each_right_answer = each(
    ("number", "task", "answer"),
    [(number, task, answer) for number, task in TASKS for answer in RIGHT[task]],
)
each_wrong_answer = each(
    ("number", "task", "answer", "fragment"),
    [(number, task, *answer) for number, task in TASKS for answer in WRONG[task]],
)


@pytest.fixture(autouse=True)
def libraries_are_loaded(request):
    """Load Keras before an answer imports it: that takes long, and would be stopped."""
    case = getattr(request.node, "callspec", None)
    if case and case.params.get("number", "01") >= "04":
        import keras  # noqa: F401


def message(task, answer):
    """The text on a wrong answer, in one line."""
    verdict = task.verdict(answer)
    assert verdict.state is State.WRONG, verdict.text
    return " ".join(verdict.text.split())


@each_task
def test_the_solution_is_right(number, task):
    page = {}
    exec(task.code, page)  # the very text that solution() prints
    verdict = task.verdict(page[task.name])
    assert verdict.state is State.RIGHT, verdict.text
    assert verdict.text.startswith("✓ ")


@each_right_answer
def test_another_right_answer_is_right(number, task, answer):
    verdict = task.verdict(answer)
    assert verdict.state is State.RIGHT, verdict.text


@each_wrong_answer
def test_a_wrong_answer_is_told_why(number, task, answer, fragment):
    assert fragment in message(task, answer)


@each_task
def test_every_mistake_is_told_by_its_own_sentence(number, task):
    for mistake, sentence in task.mistakes:
        assert " ".join(sentence.split()) in message(task, mistake)


@each_task
def test_there_are_enough_answers(number, task):
    assert len(RIGHT[task]) >= 2, "at least two right answers besides the solution"
    assert len(WRONG[task]) >= 4, "at least four wrong answers"
    assert len({fragment for _, fragment in WRONG[task]}) >= 3, "of different kinds"


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


@each(
    ("number", "task"),
    [(n, t) for n, t in TASKS if t.reference.is_function and not callable(t.cases)],
)
def test_a_check_changes_nothing(number, task):
    before, state = copy.deepcopy(task.cases), np.random.get_state()  # noqa: NPY002

    def destroys_its_arguments(*arguments, **options):
        for value in (*arguments, *options.values()):
            if isinstance(value, np.ndarray | list):
                value[:] = 0
        return np.random.rand()  # noqa: NPY002

    task.verdict(destroys_its_arguments)
    for old, new in zip(before, task.cases, strict=True):
        np.testing.assert_equal(new, old)
    np.testing.assert_equal(np.random.get_state(), state)  # noqa: NPY002


@each_task
def test_hints_lead_on_and_do_not_solve(number, task, capsys):
    assert len(task.hints) >= 2
    assert len(set(task.hints)) == len(task.hints)
    code = squashed(task.code.replace("\n", ""))
    assert all(code not in squashed(hint.replace("\n", "")) for hint in task.hints)
    task.hints_given = 0
    for _ in range(len(task.hints) + 1):
        task.hint()
    printed = " ".join(capsys.readouterr().out.split())
    assert all(" ".join(hint.split()) in printed for hint in task.hints)
    assert printed.count(f"exercise.{task.name}.solution()") == 2


@each_task
def test_the_solution_is_printed_with_its_reason(number, task, capsys):
    task.solution()
    printed = capsys.readouterr().out
    assert printed.startswith("# ") and task.code in printed
    exec(printed, {})


@each_question
def test_each_choice_has_its_own_sentence(number, question):
    states = [question.verdict(letter).state for letter in question.choices]
    assert states.count(State.RIGHT) == 1
    assert states.count(State.WRONG) == len(states) - 1 >= 1
    sentences = set(question.choices.values())
    assert len(sentences) == len(question.choices) and all(sentences)


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
def test_the_text_after_a_question_names_the_same_choice(number, question):
    sources = [cell.source for cell in notebook(number).cells]
    place = sources.index(f'exercise.{question.name}.answer("?")')
    below = notebook(number).cells[place:]
    text = "\n".join(c.source for c in below if c.cell_type == "markdown")
    named = (re.findall(r"(?<!\w)\((\w)\)", part) for part in text.split(". "))
    assert question.right in next(letters for letters in named if letters)


@each_lesson
def test_the_notebook_holds_each_exercise_once_and_in_order(number):
    expected = [(question.name, "answer") for n, question in QUESTIONS if n == number]
    for n, task in TASKS:
        if n == number:
            expected += [(task.name, way) for way in ("check", "hint", "solution")]
    assert calls(number) == [*expected, (None, "progress")]


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
        shown = "".join(output.get("text", "") for output in cell.outputs)
        if ".check(" in cell.source:
            assert shown == f"{NOT_SOLVED}\n"
        if ".answer(" in cell.source:
            assert shown.startswith("Not answered yet: ")
        assert "✓" not in shown


@each_lesson
def test_every_prediction_of_the_text_is_a_question(number):
    texts = "\n".join(c.source for c in notebook(number).cells)
    asked = sum(n == number for n, _ in QUESTIONS)
    assert texts.count("**Predict.**") == asked


@each_lesson
def test_exercises_are_called_by_their_own_names(number):
    lesson = MODULES[number]
    for name, value in [*vars(lesson).items(), *vars(lesson.predictions).items()]:
        if isinstance(value, Task | Predict):
            assert value.name == name


@each_task
def test_no_solution_leaks_into_the_notebook(number, task):
    own = [squashed(line) for line in task.code.splitlines()]
    own = {
        line for line in own if line and not line.startswith(("def", "import", "from"))
    }
    leaked = own & lines_shown(number)
    assert own - leaked, f"the whole solution: {leaked}"
    assert not {line for line in leaked if len(line) > 30}


def test_every_lesson_has_its_exercises():
    """Three to five tasks and three or more predictions a lesson."""
    assert all_lessons() == DECLARED
    for number in DECLARED:
        assert 3 <= sum(n == number for n, _ in TASKS) <= 5
        assert 3 <= sum(n == number for n, _ in QUESTIONS)
