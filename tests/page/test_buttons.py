"""A click on a choice says what typing it says, and what is right stays on the page."""

import sys
from types import SimpleNamespace

import ipywidgets
import pytest
from IPython import display
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from tests.checking.samples import a_question
from tools.lessons import NOTEBOOKS
from tools.stored_widgets import WIDGET_VIEW
from utils.checking import questions
from utils.checking.verdicts import State
from utils.page import buttons

INVITATION = (
    "Run this cell to answer by a click, or put a, b or c in place of the question "
    "mark."
)


@pytest.fixture
def page(monkeypatch):
    """Stands in for a notebook's page: what stands on it, and the widgets in it."""
    page = SimpleNamespace(forms=None, box=None)
    make_box = ipywidgets.VBox

    def remember_box(children):
        page.box = make_box(children)
        return page.box

    def show(forms, raw, display_id=True):
        assert raw and display_id is True
        page.forms = forms
        return SimpleNamespace(update=show)

    monkeypatch.setattr(ipywidgets, "VBox", remember_box)
    monkeypatch.setattr(display, "display", show)
    monkeypatch.setattr(questions, "can_click", lambda: True)
    return page


def click(page, letter):
    (button,) = (
        button
        for button in page.box.children[0].children
        if button.description == f"({letter})"
    )
    button.click()


def test_where_no_kernel_runs_one_line_stands_in_place_of_the_buttons(page, capsys):
    a_question().answer("?")
    assert page.forms["text/plain"] == INVITATION
    assert WIDGET_VIEW in page.forms
    names = [button.description for button in page.box.children[0].children]
    assert names == ["(a)", "(b)", "(c)"]
    assert capsys.readouterr().out == ""


def test_a_wrong_click_is_told_why_and_may_be_followed_by_another(page):
    question = a_question()
    question.answer("?")
    for letter, sentence in (
        ("a", "✗ Not (a). Too few."),
        ("c", "✗ Not (c). Too many."),
    ):
        click(page, letter)
        assert sentence in page.box.children[1].value
        assert question.state is State.WRONG
        assert WIDGET_VIEW in page.forms
    click(page, "b")
    assert question.state is State.RIGHT


def test_the_right_click_says_what_typing_says_and_leaves_text_alone(page, capsys):
    question = a_question()
    question.answer("?")
    click(page, "b")
    assert question.state is State.RIGHT
    a_question().answer("b")
    assert page.forms == {"text/plain": capsys.readouterr().out.rstrip("\n")}


def test_what_is_said_is_text_and_no_markup(page):
    buttons.offer_choices("ab", "…", lambda letter: ("1 < 2 & 3", False))
    click(page, "a")
    assert "1 &lt; 2 &amp; 3" in page.box.children[1].value


def test_typing_prints_where_there_are_buttons_too(page, capsys):
    a_question().answer("a")
    assert page.forms is None
    assert capsys.readouterr().out == "✗ Not (a). Too few.\n"


def test_outside_a_notebook_or_without_ipywidgets_there_is_nothing_to_click(
    monkeypatch, capsys
):
    assert not buttons.can_click()  # pytest is no notebook
    a_question().answer("?")
    assert capsys.readouterr().out.startswith("Not answered yet: put a, b or c in ")
    monkeypatch.setitem(sys.modules, "ipykernel", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    assert not buttons.can_click()


@pytest.mark.long
def test_a_notebooks_kernel_shows_the_buttons_and_starts_no_tensorflow():
    cells = [
        "from utils.exercises import lesson_01 as exercise",
        "getattr(exercise, exercise.__all__[0]).answer('?')",
        "import sys\nprint({'keras', 'tensorflow'} & {*sys.modules})",
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    resources = {"metadata": {"path": NOTEBOOKS}}
    NotebookClient(notebook, kernel_name="python3", resources=resources).execute()
    _, asked, imported = (cell.outputs for cell in notebook.cells)
    (shown,) = asked
    assert {*shown.data} == {"text/plain", WIDGET_VIEW}
    assert shown.data["text/plain"] == INVITATION
    assert imported[0].text == "set()\n"
