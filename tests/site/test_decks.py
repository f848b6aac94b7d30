"""Every deck, slide by slide, in Chromium: `make slides` has built them."""

import functools
import json

import pytest

from course_slides.build import SLIDES
from tests.site.decks import look
from tools.lessons import core_lessons, notebook_path

EACH = pytest.mark.parametrize("name", core_lessons())
MOST_WORDS, FEWEST_WORDS = 40, 12
SMALLEST = 24  # pixels
WORDS_ALONE = ("text", "items", "task", "title")


@pytest.fixture(scope="session")
def seen(browser):
    """What is seen of a lesson's deck, looked at once."""
    return functools.cache(lambda name: look(browser, deck(name)))


def deck(name):
    return SLIDES / f"{notebook_path(name).stem}.html"


@functools.cache
def facts(name):
    path = SLIDES / "figures" / notebook_path(name).stem / "facts.json"
    return json.loads(path.read_text(encoding="utf-8"))


@EACH
def test_it_has_the_slides_of_a_lesson(name):
    assert 25 <= len(facts(name)) <= 45


@EACH
def test_no_slide_overflows(seen, name):
    assert {s["cell"]: s["out"] for s in seen(name).slides if s["out"]} == {}


@EACH
def test_no_slide_has_too_many_words(name):
    crowded = {s["cell"]: s["words"] for s in facts(name) if s["words"] > MOST_WORDS}
    assert crowded == {}


@EACH
def test_no_slide_is_nearly_empty(seen, name):
    few = [
        slide["cell"]
        for slide in facts(name)
        if slide["kind"] in WORDS_ALONE and slide["words"] < FEWEST_WORDS
    ]
    low = [slide["cell"] for slide in seen(name).slides if slide["high"] < 80]
    assert few == [] and low == []


@EACH
def test_type_can_be_read_from_the_back_row(seen, name):
    drawn = [s["smallest"] for s in facts(name) if s["smallest"] is not None]
    assert drawn and min(drawn) >= SMALLEST
    assert min(slide["smallest"] for slide in seen(name).slides) >= SMALLEST


@EACH
def test_no_two_texts_of_a_figure_overlap(name):
    assert {s["cell"]: s["overlaps"] for s in facts(name) if s["overlaps"]} == {}


@EACH
def test_it_asks_nobody_for_anything_and_complains_of_nothing(seen, name):
    assert seen(name).requests == [] and seen(name).errors == []


@EACH
def test_axe_finds_nothing_serious(seen, name):
    assert seen(name).faults == []


@EACH
def test_every_prediction_is_followed_by_its_result(name):
    kinds = [slide["kind"] for slide in facts(name)]
    assert "predict" in kinds
    for place, kind in enumerate(kinds):
        assert kind != "predict" or kinds[place + 1] == "result"
