"""What the tests of the learner's copies share, and those of grades for an LMS."""

import pytest

from tests.tools.rosters import HANDED_IN, made_table
from tests.tools.small_course import SmallCourse, small_lesson
from tools.gradebook import make_gradebook


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


@pytest.fixture
def graded(tmp_path):
    """Stores a roster and submissions, and returns what is imported, and what is said.

    The submissions: (file, student, points out of 3).
    """

    def run(roster, submissions=HANDED_IN, **options):
        (tmp_path / "grades.csv").write_bytes(made_table(submissions))
        stored = roster if isinstance(roster, bytes) else roster.encode()
        (tmp_path / "roster.csv").write_bytes(stored)
        path, said = make_gradebook(tmp_path, tmp_path / "roster.csv", **options)
        return path.read_text(encoding="utf-8"), "\n".join(said)

    return run
