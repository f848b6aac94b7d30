"""The lessons, by what people call them: LESSON=3, 03 and 3b, here and everywhere."""

import re
import sys
from importlib import import_module
from pathlib import Path

COURSE = Path(__file__).parents[1]
NOTEBOOKS = COURSE / "notebooks"
NAME = re.compile(r"0*(\d{1,2})([a-z]?)")


class UnknownLesson(Exception):
    """There is no such lesson, or it has no exercises; the message says so."""


def all_lessons():
    """The names of all lessons, in order: "01", "02" … and dives such as "03b"."""
    return sorted(path.name.partition("_")[0] for path in NOTEBOOKS.glob("*.ipynb"))


def core_lessons():
    """The names of the lessons that are not dives: "01", "02" …"""
    return [name for name in all_lessons() if not name[2:]]


def lessons_with_exercises():
    """The names of the lessons that have questions and tasks, in order."""
    folders = (COURSE / "utils" / "exercises").glob("lesson_*/__init__.py")
    return sorted(path.parent.name.removeprefix("lesson_") for path in folders)


def lesson_name(text):
    """The name of a lesson, which begins its files': "3", "03" and " 3 " are "03".

    Raises UnknownLesson.
    """
    return _one_of(all_lessons(), text, "There is no lesson {}; there are")


def lesson_number(text):
    """As lesson_name, of a lesson that has exercises. Raises UnknownLesson."""
    return _one_of(
        lessons_with_exercises(), text, "Lesson {} has no exercises; these have"
    )


def notebook_path(name):
    """The notebook of a lesson, "03" or "03b"."""
    (path,) = NOTEBOOKS.glob(f"{name}_*.ipynb")
    return path


def exercises_module(name):
    """The module that hands on the lesson's exercises."""
    return import_module(f"utils.exercises.lesson_{name}")


def _one_of(known, text, sentence):
    match = NAME.fullmatch(text.strip().lower())
    name = f"{int(match[1]):02}{match[2]}" if match else None
    if name not in known:
        raise UnknownLesson(
            f"{sentence.format(text.strip() or '(none named)')}: {', '.join(known)}. "
            f"Name one, as in LESSON={known[0].lstrip('0')}."
        )
    return name


if __name__ == "__main__":  # for make: the notebooks of the lesson named, or of all
    try:
        named = " ".join(sys.argv[1:]).split()
        chosen = [lesson_name(text) for text in named] or all_lessons()
    except UnknownLesson as error:
        sys.exit(str(error))
    print(*(notebook_path(name).relative_to(COURSE).as_posix() for name in chosen))
