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


def test_the_lessons_that_were_measured_are_there(measured):
    names = [lesson["lesson"] for lesson in measured["lessons"]["runs"]]
    assert names == [name for name in core_lessons() if name in names]
    assert {"01", "09"} <= {*names}


def test_all_finished_in_the_class_that_is_told_of(measured):
    day = measured["day"]["runs"]
    assert all(learner["finished"] for learner in day["learners"])
    assert sorted(one["lessons"] for one in day["learners"]) == 26 * [1] + 4 * [2]
    *groups, all_of_them = class_rows(day)[1]
    assert sum(row[0] for row in groups) == all_of_them[0] == len(day["learners"])


def test_learners_fit_as_long_as_the_next_one_would_not():
    # 8 GiB less 1 for the system are 7168 MiB, less 168 for the hub 7000.
    assert learners_that_fit(8, 700, 168) == 10
    assert learners_that_fit(8, 701, 168) == 9
    assert learners_that_fit(1, 700, 168) == 0


def test_what_is_said_of_lessons_fits_together(measured):
    header, rows = lesson_rows(measured)
    assert all(len(row) == len(header) for row in rows)
    for row in rows:
        fits = row[-len(GIB) :]
        assert fits == sorted(fits) and fits[-1] * row[1] < GIB[-1] * 1024


def test_a_readme_without_a_place_for_the_tables_is_one_sentence(measured):
    with pytest.raises(SystemExit, match="no single place for: class"):
        renewed("nothing", measured)
