"""The pytest plugin of `make test LESSON=3`: one lesson, its rules and its exercises.

Of the notebooks, their rules, the exercises and what else is tested of lessons, only
what names this lesson is collected, and nothing of the rest of the course.
"""

import re

import pytest

from tools.lessons import COURSE, UnknownLesson, lesson_name

OF_LESSONS = ("notebooks", "tests/lessons", "tests/exercises")
OF_ALL_LESSONS = ("tests/notebooks/test_notebook_rules.py", "tests/exercises")
OF_ALL_LESSONS += ("tests/translating/test_stored.py",)


def pytest_addoption(parser):
    parser.addoption("--lesson", help="test this lesson only, as in --lesson 3")


def pytest_configure(config):
    if config.option.lesson is not None:
        try:
            config.option.lesson = lesson_name(config.option.lesson)
        except UnknownLesson as error:
            raise pytest.UsageError(str(error)) from None


def pytest_ignore_collect(collection_path, config):
    """Leave out the files that test no lesson, or another one."""
    lesson = config.option.lesson
    if lesson is None or collection_path.is_dir():
        return None
    path = collection_path.relative_to(COURSE).as_posix()
    of_lesson = path.startswith(OF_LESSONS) and names(path, lesson)
    return None if of_lesson or path.startswith(OF_ALL_LESSONS) else True


def pytest_collection_modifyitems(config, items):
    """Of the tests that run once for each lesson, keep those of this one."""
    lesson = config.option.lesson
    if lesson is None:
        return
    kept = [item for item in items if names(item.nodeid, lesson)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def names(text, lesson):
    """Whether "03" stands in a path or in a test's name, and not as a part of 003."""
    return re.search(rf"(?<![0-9a-z]){lesson}(?![0-9a-z])", text) is not None
