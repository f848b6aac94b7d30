"""The lessons that have exercises, by their numbers."""

from importlib import import_module
from pathlib import Path

COURSE = Path(__file__).parents[1]


class UnknownLesson(Exception):
    """There is no such lesson, or it has no exercises; the message says so."""


def lesson_number(text):
    """The two digits of a lesson that has exercises: "3" and "03" become "03".

    Raises UnknownLesson.
    """
    known = sorted(
        file.stem.removeprefix("lesson_")
        for file in (COURSE / "utils" / "exercises").glob("lesson_*.py")
    )
    number = text.strip().zfill(2)
    if number not in known:
        raise UnknownLesson(
            f"Lesson {text.strip() or '(none named)'} has no exercises; these have: "
            f"{', '.join(known)}. Name one, as in LESSON={known[0]}."
        )
    return number


def notebook_path(number):
    """The lesson's notebook."""
    (path,) = (COURSE / "notebooks").glob(f"{number}_*.ipynb")
    return path


def exercises_module(number):
    """The module that declares the lesson's exercises."""
    return import_module(f"utils.exercises.lesson_{number}")
