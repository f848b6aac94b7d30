"""What the tests of the learner's copies share."""

import pytest

from tests.tools.small_course import SmallCourse, small_lesson


@pytest.fixture
def empty_course(tmp_path, monkeypatch):
    """A course without lessons."""
    return SmallCourse(tmp_path, monkeypatch)


@pytest.fixture
def course(empty_course):
    """A course whose lesson 3 the learner has opened once."""
    empty_course.publish(small_lesson())
    empty_course.told()
    return empty_course
