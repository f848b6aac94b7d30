"""A lesson is called 3, 03 or 3b, and a name that fits nothing gets a sentence."""

import subprocess
import sys

import pytest

from tests.one_lesson import names
from tools import lessons
from tools.lessons import COURSE, UnknownLesson, lesson_name, lesson_number


@pytest.fixture
def with_a_dive(monkeypatch):
    """As if lesson 3 had a deep dive beside it."""
    known = [*lessons.all_lessons(), "03b"]
    monkeypatch.setattr(lessons, "all_lessons", lambda: known)


@pytest.mark.parametrize("named", [lesson_name, lesson_number])
def test_one_lesson_has_several_spellings(named):
    assert named("1") == named("01") == named(" 001 ") == "01"
    assert named("13") == "13"


def test_a_dive_is_a_lesson_of_its_own(with_a_dive):
    assert lesson_name("3b") == lesson_name("03B") == "03b"
    assert lesson_name("3") == "03"


@pytest.mark.parametrize("named", [lesson_name, lesson_number])
@pytest.mark.parametrize(
    "text", ["", "0", "99", "3bb", "../01", "1*", "01_convolution", "-1", "٣x"]
)
def test_what_fits_no_lesson_is_one_sentence(named, text):
    with pytest.raises(UnknownLesson) as told:
        named(text)
    sentence = str(told.value)
    known = ", ".join(lessons.all_lessons())
    assert sentence.endswith(f": {known}. Name one, as in LESSON=1.")
    assert "\n" not in sentence and (text or "(none named)") in sentence


def run(*arguments):
    command = [sys.executable, "-m", "tools.lessons", *arguments]
    return subprocess.run(command, cwd=COURSE, capture_output=True, text=True)


def test_make_gets_the_notebooks_it_asks_for():
    assert run("1").stdout == "notebooks/01_convolution.ipynb\n"
    assert run("3 02").stdout == "notebooks/03_pooling.ipynb notebooks/02_relu.ipynb\n"
    every = {path.name for path in lessons.NOTEBOOKS.glob("*.ipynb")}
    assert {path.rpartition("/")[2] for path in run("").stdout.split()} == every


def test_make_gets_none_if_one_is_unknown():
    result = run("1 77")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("There is no lesson 77; there are: 01, ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("notebooks/03_pooling.ipynb::Cell 1", True),
        ("tests/exercises/test_exercises.py::test_x[03-max_pool]", True),
        ("tests/lessons/test_lesson_03_pooling.py::test_x", True),
        ("notebooks/03b_more.ipynb::Cell 1", False),
        ("tests/exercises/test_exercises.py::test_x[13-fine_tuned]", False),
        ("tests/exercises/test_exercises.py::test_x[03b-task]", False),
    ],
)
def test_the_tests_of_a_lesson_are_known_by_their_names(text, told):
    assert names(text, "03") == told
