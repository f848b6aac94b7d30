"""Every core lesson has a guide for lecturers, and what it quotes is really said."""

import ast
import functools
import re

import pytest

from course_slides.choosing import count_words, sentences
from course_slides.rules import slides_of
from tools.lessons import COURSE, core_lessons, exercises_module, notebook_path
from utils.checking.questions import Predict
from utils.checking.record import exercises
from utils.checking.tasks import Task

EACH = pytest.mark.parametrize("name", core_lessons())
HEADINGS = [
    "The story",
    "What students get wrong",
    "Where to stop and vote",
    "In 45 minutes, in 90",
    "Which task to set",
    "In a room without a network",
]
FEWEST_WORDS, MOST_WORDS = 300, 560  # a page, printed
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)
LECTURE = 45  # minutes


@functools.cache
def guide(name):
    """The title of a lesson's guide, and the text under each heading."""
    text = (COURSE / "guides" / f"{notebook_path(name).stem}.md").read_text("utf-8")
    title, *parts = re.split(r"^##? (.+)\n", text, flags=re.MULTILINE)[1:]
    assert not title.startswith("#")
    return title, dict(zip(parts[1::2], parts[2::2], strict=True))


@functools.cache
def names(name, kind):
    return {each.name for each in exercises(exercises_module(name), kind)}


def said_by(name):
    """All that the lesson's questions and checks may say: the texts in their code."""
    rooms = [COURSE / "utils" / "exercises" / f"lesson_{name}"]
    rooms.append(COURSE / "utils" / "checking")
    trees = [ast.parse(f.read_text("utf-8")) for r in rooms for f in r.glob("*.py")]
    texts = [
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return [" ".join(text.split()) for text in texts]


@EACH
def test_it_has_the_form_of_all_guides(name):
    title, parts = guide(name)
    first = (notebook_path(name)).read_text("utf-8")
    assert title.endswith(": for the lecturer")
    assert f"# {title.removesuffix(': for the lecturer')}" in first
    assert list(parts) == HEADINGS
    words = sum(map(count_words, parts.values()))
    assert FEWEST_WORDS <= words <= MOST_WORDS


@EACH
def test_the_story_is_three_sentences(name):
    assert len(sentences(guide(name)[1]["The story"].strip())) == 3


@EACH
def test_what_it_quotes_is_what_the_course_says(name):
    rows = ROW.findall(guide(name)[1]["What students get wrong"])
    assert 4 <= len(rows) <= 6
    said = said_by(name)
    for place, _, quotation in rows:
        assert place in names(name, Predict) | names(name, Task), place
        (quoted,) = re.findall(r"“(.+?)”", quotation)
        assert any(quoted in text for text in said), quoted


@EACH
def test_it_names_predictions_and_tasks_of_its_lesson(name):
    _, parts = guide(name)
    for heading, kind in [
        ("Where to stop and vote", Predict),
        ("Which task to set", Task),
    ]:
        named = set(re.findall(r"`(\w+)`", parts[heading]))
        assert named & names(name, kind), heading
    voted = set(re.findall(r"`(\w+)`", parts["Where to stop and vote"]))
    assert names(name, Predict) <= voted


@EACH
def test_what_stays_fits_into_a_lecture(name):
    short, _ = guide(name)[1]["In 45 minutes, in 90"].strip().split("\n- ", 1)
    left_out = set(re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", short))
    slides = slides_of(name)
    sections = {slide.section for slide in slides} | {slide.title for slide in slides}
    assert left_out <= sections
    stays = [s for s in slides if not {s.section, s.title} & left_out]
    assert len(stays) > 12
    assert sum(slide.minutes for slide in stays) <= LECTURE
