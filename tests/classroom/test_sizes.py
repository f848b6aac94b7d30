"""The tables of classroom/README.md are what was measured."""

import pytest

from classroom.sizes import (
    GIB,
    README,
    class_rows,
    learners_that_fit,
    lesson_rows,
    load,
    renewed,
)
from tools.lessons import core_lessons


@pytest.fixture(scope="module")
def measured():
    return load()


def test_the_tables_are_those_of_the_stored_run(measured):
    text = README.read_text("utf-8")
    assert renewed(text, measured) == text, "python -m classroom.sizes"


def test_each_core_lesson_was_measured(measured):
    assert [m["lesson"] for m in measured["lessons"]["runs"]] == core_lessons()


def test_the_class_that_is_told_of_was_of_thirty_and_all_finished(measured):
    day = measured["day"]["runs"]
    assert len(day["learners"]) == 30
    assert all(learner["finished"] for learner in day["learners"])
    assert sum(learner["lessons"] == 2 for learner in day["learners"]) == 4
    assert class_rows(day)[1][-1][0] == 30


def test_learners_fit_as_long_as_the_next_one_would_not():
    # 8 GiB less 1 for the system are 7168 MiB, less 168 for the hub 7000.
    assert learners_that_fit(8, 700, 168) == 10
    assert learners_that_fit(8, 701, 168) == 9
    assert learners_that_fit(1, 700, 168) == 0


def test_what_is_said_of_lessons_fits_together(measured):
    header, rows = lesson_rows(measured)
    assert len(rows) == len(core_lessons()) and len(rows[0]) == len(header)
    for row in rows:
        fits = row[-len(GIB) :]
        assert fits == sorted(fits) and fits[-1] * row[1] < GIB[-1] * 1024


def test_a_readme_without_a_place_for_the_tables_is_one_sentence(measured):
    with pytest.raises(SystemExit, match="no single place for: class"):
        renewed("nothing", measured)
