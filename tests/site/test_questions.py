"""A click on a choice of the page says what the notebook says of it."""

import pytest
from docutils import nodes
from sphinx.errors import ExtensionError

from course_site.questions import let_choose
from tests.exercises.lessons import DECLARED, MODULES
from tests.site.pages import FOLDS, lesson_page
from tests.site.visits import axe_faults
from utils.checking.questions import Predict
from utils.checking.record import exercises

POOLING = "03"


def questions(name):
    return exercises(MODULES[name], Predict)


def place_of(page, question):
    """Where a page asks a question: the buttons of its choices, and what is below."""
    place = page.locator(f'.question[data-name="{question.name}"]')
    return place.locator("xpath=preceding-sibling::*[1]").locator("button"), place


def letters_wrong_first(question):
    return sorted(
        question.choices, key=lambda letter: (letter == question.right, letter)
    )


# Clicks on the letters, in order, and returns after each: what is said, which folds are
# open between the question and the end of its answer.
CLICKED = """
({place, letters}) => letters.map((letter) => {
  const buttons = [...place.previousElementSibling.querySelectorAll("button")];
  buttons.find((button) => button.innerText.startsWith(`(${letter})`)).click();
  return [place.querySelector("[role=status]").innerText, (FOLDS)(place)];
})
""".replace("FOLDS", FOLDS)


@pytest.mark.parametrize("name", DECLARED)
def test_each_choice_says_what_the_notebook_says(page, out, name):
    page.goto(lesson_page(out, name))
    assert page.locator(".question").count() == len(questions(name))
    for question in questions(name):
        choices, place = place_of(page, question)
        begun = [text[:3] for text in choices.all_inner_texts()]
        assert begun == [f"({letter})" for letter in sorted(question.choices)]
        letters = letters_wrong_first(question)
        handles = {"place": place.element_handle(), "letters": letters}
        said, folds = zip(*page.evaluate(CLICKED, handles), strict=True)
        assert [*said] == [question.verdict(letter).text for letter in letters]
        *before, after = folds
        assert before and not any(map(any, before)), question.name
        assert after and all(after), question.name


def test_what_is_right_ends_the_question(page, out):
    page.goto(lesson_page(out, POOLING))
    first, second = questions(POOLING)[:2]
    choices, place = place_of(page, first)
    choices.nth(1).click()
    assert first.right == "b"
    said = place.get_by_role("status").inner_text()
    assert {c.get_attribute("aria-disabled") for c in choices.all()} == {"true"}
    choices.nth(0).click(force=True)
    assert place.get_by_role("status").inner_text() == said
    others, below = place_of(page, second)
    assert others.nth(0).get_attribute("aria-disabled") is None
    assert not any(below.evaluate(FOLDS))


def test_the_keyboard_alone_answers(page, out):
    page.goto(lesson_page(out, POOLING))
    question = questions(POOLING)[0]
    choices, place = place_of(page, question)
    choices.nth(0).focus()
    page.keyboard.press("Space")
    assert place.get_by_role("status").inner_text() == question.verdict("a").text
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert place.get_by_role("status").inner_text() == question.verdict("b").text
    assert choices.nth(1).evaluate("button => button === document.activeElement")
    assert choices.nth(0).inner_text().endswith("(chosen: not right)")
    assert choices.nth(1).inner_text().endswith("(chosen: right)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answered_page_is_accessible(browser, out, scheme):
    size = {"width": 390, "height": 844}
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    page.goto(lesson_page(out, POOLING))
    for question in questions(POOLING):
        choices, _ = place_of(page, question)
        for letter in letters_wrong_first(question)[-2:]:
            choices.nth(sorted(question.choices).index(letter)).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe_faults(page) == []
    context.close()


def test_without_scripts_the_choices_are_a_list(browser, out):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lesson_page(out, POOLING))
    choices = page.locator("ul.choices").first
    assert choices.inner_text().split() == ["(a)", "2", "(b)", "3", "(c)", "4"]
    assert page.get_by_text(
        "Choose for yourself, then open the answer."
    ).first.is_visible()
    assert "Run this cell" not in page.inner_text("article")
    context.close()


@pytest.mark.parametrize("texts", [["(a) 2", "(b) 3"], ["2", "3", "4"], None])
def test_a_list_that_does_not_fit_its_question_stops_the_build(texts):
    source = 'exercise.window_3_stride_2.answer("?")'
    code = nodes.container("", nodes.literal_block(source, source))
    code["nb_element"] = "cell_code_source"
    cell = nodes.container("", code, nb_element="cell_code", cell_metadata={})
    items = [nodes.list_item("", nodes.paragraph(text, text)) for text in texts or ()]
    page = nodes.section("", *([nodes.bullet_list("", *items)] if texts else []), cell)
    with pytest.raises(ExtensionError, match="window_3_stride_2 does not offer"):
        let_choose(AppOf("notebooks/03_pooling"), page)


class AppOf:
    """Stands in for Sphinx while it reads a page."""

    def __init__(self, docname):
        self.env = self
        self.docname = docname
