"""From cells to slides, by the rules at the top of course_slides/rules.py."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from course_slides import pieces
from course_slides.rules import slides_of
from tests.slides.sample import SCENE, TERMS, figure, hidden, lesson


@pytest.fixture
def deck(monkeypatch):
    """The slides of the sample, with some of its cells changed."""

    def of(**changed):
        notebook = lesson(**changed)
        monkeypatch.setattr(pieces.nbformat, "read", lambda *_, **__: notebook)
        return slides_of("03")

    return of


def slide_of(slides, cell, kind=None):
    found = [s for s in slides if s.cell == cell and kind in (None, s.kind)]
    assert len(found) == 1, [(s.cell, s.kind) for s in slides]
    return found[0]


def test_the_whole_deck(deck):
    assert [(s.cell, s.kind) for s in deck()] == [
        ("title", "title"),
        ("able", "items"),
        ("terms", "text"),
        ("figure", "figure"),
        ("scene", "text"),
        ("scene", "predict"),
        ("decides", "result"),
        ("answer", "formula"),
        ("tasks", "task"),
    ]


def test_a_new_term_makes_a_slide_of_its_sentence_and_the_paragraph_is_said(deck):
    slide = slide_of(deck(), "terms")
    assert slide.title == "One number" and "that is **pooling**" in slide.text
    assert "nothing to learn" not in slide.text
    assert "There is nothing to learn." in slide.notes[0]
    assert slide.notes[-1] == "In Python this is a list."


def test_a_figure_stands_under_its_section_and_is_spoken_of_afterwards(deck):
    slide = slide_of(deck(), "figure")
    assert slide.section == "One number" and slide.title == ""
    assert slide.alt == "A grid." and slide.notes == ["So it was."]


def test_a_prediction_has_its_scene_before_and_its_result_after(deck):
    slides = deck()
    scene, waits = (
        slide_of(slides, "scene", "text"),
        slide_of(slides, "scene", "predict"),
    )
    assert scene.text == "Windows of 2 do not tile a map of 5×5."
    assert waits.title == "Every number is −1. What does the bottom row show?"
    assert waits.choices == {"a": "0", "b": "−1", "c": "7"}
    result = slide_of(slides, "decides")
    assert result.right == "a" and result.question == "minus_ones"
    assert "The rim invents things." in result.notes[0]


def test_a_long_question_is_asked_in_two_steps(deck):
    long = SCENE.replace("Every number is −1.", 30 * "word " + "end.")
    slides = deck(scene=new_markdown_cell(long))
    texts = [s.text for s in slides if s.cell == "scene" and s.kind == "text"]
    assert texts[-1].endswith("word end.")
    waits = slide_of(slides, "scene", "predict")
    assert waits.title == "What does the bottom row show?"


def test_a_result_without_a_figure_is_the_answers_words(deck):
    result = slide_of(deck(decides=None), "answer", "result")
    assert result.title == "The answer is (a)"
    assert result.text == "The rim invents things."


def test_a_formula_has_the_sentence_that_leads_to_it(deck):
    slide = slide_of(deck(), "answer", "formula")
    assert slide.text == "With $n$ cells and windows of $k$:"
    assert "n - k + 1" in slide.formula


def test_a_task_is_a_slide_and_what_follows_the_end_is_none(deck):
    slides = deck()
    assert slide_of(slides, "tasks").title == "Task 1. A move"
    assert not any("book" in note for slide in slides for note in slide.notes)


def wish(text, **wishes):
    return new_markdown_cell(text, metadata={"slide": wishes})


def test_authors_have_the_last_word(deck):
    said = deck(terms=wish(TERMS, say=["One thing.", "Another."]))
    assert [s.text for s in said if s.cell == "terms"] == ["One thing.", "Another."]
    assert [s for s in deck(terms=wish(TERMS, say=[])) if s.cell == "terms"] == []
    asked = deck(scene=wish(SCENE, question="Which?", choices={"a": "x", "b": "y"}))
    waits = slide_of(asked, "scene")
    assert (waits.title, waits.choices) == ("Which?", {"a": "x", "b": "y"})
    skipped = figure()
    skipped.metadata.slide = "skip"
    assert [s for s in deck(figure=skipped) if s.cell == "figure"] == []


def test_panels_are_slides_of_their_own_and_the_first_is_the_result(deck):
    slides = deck(decides=hidden(slide={"panels": [[0], [1, 2]]}))
    drawn = [s for s in slides if s.cell == "decides"]
    assert [s.kind for s in drawn] == ["result", "figure"]
    assert [s.figure["part"] for s in drawn] == [0, 1]


def test_code_is_shown_where_a_cell_asks(deck):
    code = new_code_cell("a = 1\nb = 2\nc = 3", metadata={"slide": {"code": [2, 3]}})
    slides = deck(end=code)
    assert slide_of(slides, "end").text == "b = 2\nc = 3"
