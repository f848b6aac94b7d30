"""Grades as Moodle and Canvas import them: each column as they ask for it."""

import csv

import pytest

from tests.tools import lms_importers
from tests.tools.rosters import (
    ASSIGNMENTS,
    CANVAS,
    HANDED_IN,
    LIST,
    STUDENTS,
    WORKSHEET,
    as_csv,
    made_table,
)
from tools.gradebook import make_gradebook
from tools.grading import report
from tools.grading.report import OPEN, Row
from tools.lessons import exercises_module, lessons_with_exercises
from tools.lms.grades import read_grades
from utils.checking.record import exercises
from utils.checking.tasks import Task


def test_canvas_gets_the_points_of_its_own_assignment(graded):
    text, said = graded(CANVAS)
    grades, possible = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert possible == {"Lesson 3": "12"}
    assert grades == {
        "77": {"Lesson 3": "12"},
        "78": {"Lesson 3": "4"},
        "79": {"Lesson 3": ""},
    }
    assert "Without a submission, 1: 李, 小龙." in said


def test_canvas_keeps_the_grade_of_who_has_not_handed_in(graded):
    text, _ = graded(CANVAS, HANDED_IN[:1])
    grades, _ = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert grades["78"] == {"Lesson 3": "7.00"}


def test_canvas_makes_an_assignment_where_there_is_none(graded):
    text, said = graded(CANVAS, title="Pooling, at home")
    grades, possible = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert possible == {"Pooling, at home": "3"}
    assert grades["78"] == {"Pooling, at home": "1"}
    assert "is called Pooling, at home: Canvas will ask" in said


@pytest.mark.parametrize("missing", ["SIS User ID,", "SIS User ID,SIS Login ID,"])
def test_canvas_courses_without_numbers_of_the_school(graded, missing):
    count = missing.count(",")
    rows = list(csv.reader(CANVAS.splitlines()))
    kept = [row[:2] + row[2 + count :] for row in rows]
    if count == 1:
        kept = [row[:2] + row[3:] for row in rows]
    text, _ = graded(as_csv(kept), [("leeann_LATE_77_901_x.ipynb", "", 2)])
    grades, _ = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert grades["77"] == {"Lesson 3": "8"}


def test_moodle_gets_who_has_handed_in_and_nobody_else(graded):
    text, said = graded(LIST)
    for who, users in (
        ("Email address", {"ann@x.org", "zoe@x.org"}),
        ("ID number", {"1001", "1002"}),
    ):
        grades = lms_importers.moodle_import(text, who, users)
        assert [*grades.values()] == [{"Lesson 3": 100}, {"Lesson 3": 33.33}]
    assert "map Email address to the user, and Lesson 3 to the grade item" in said


def test_the_maximum_and_title_can_be_given(graded):
    text, _ = graded(LIST, title="Häusliches, 3", maximum=9)
    grades = lms_importers.moodle_import(text, "ID number", {"1001", "1002"})
    assert grades == {"1001": {"Häusliches, 3": 9}, "1002": {"Häusliches, 3": 3}}


def test_moodles_worksheet_comes_back_filled_in(graded):
    text, _ = graded(WORKSHEET)
    changed = lms_importers.moodle_worksheet(text, 60)
    assert changed == {
        "1234": (60, "still_row: right, twin: right, max_pool: right"),
        "1235": (20, "well done"),
    }
    lines, before = lms_importers.lines_of(text), lms_importers.lines_of(WORKSHEET)
    assert lines[0] == before[0] and lines[3] == before[3]
    assert [row[:4] + row[5:9] for row in lines] == [
        row[:4] + row[5:9] for row in before
    ]


def test_comments_in_moodles_worksheet_stay_as_they_are(graded):
    comment = "<p>nice ;-)\n- first\n= second</p>"
    text, _ = graded(WORKSHEET.replace("well done", f'"{comment}"'))
    assert lms_importers.lines_of(text)[2][-1] == comment


def test_a_grade_that_moodle_keeps_closed_is_named(graded):
    _, said = graded(WORKSHEET, [("li@x.org/x.ipynb", "", 1)])
    assert "does not let the grade of line 4 be changed" in said


@pytest.mark.parametrize("roster", [CANVAS, LIST, WORKSHEET])
def test_no_cell_is_a_formula(graded, roster):
    for start in ("=1+1", "+1+1", "-1-1", "@SUM(A1)", " =1+1", "－A1", "-'=1'"):
        for bad in (start, f"a;{start}"):
            text, _ = graded(roster.replace("Zoë", bad).replace("A, B", bad))
            cells = [cell for row in lms_importers.lines_of(text) for cell in row]
            parts = [part for cell in cells for part in cell.split(";")]
            begins = [part.lstrip()[:1] for part in parts if part.strip() != "-"]
            assert not {*begins} & {*"=+-@－"}, text


def test_who_cannot_be_named_without_a_formula_is_graded_by_hand(graded):
    roster = LIST.replace("zoe@x.org", "=zoe@x.org")
    text, said = graded(roster, [HANDED_IN[0], ("1002/x.ipynb", "", 3)])
    assert "line 3 begins like a formula, so it is left out: enter 100" in said
    assert "zoe" not in text


@pytest.mark.parametrize("separator", [";", "\t"])
def test_tables_of_other_countries_are_read(graded, separator):
    rows = lms_importers.lines_of(CANVAS.replace("12.00", '"12,00"'))
    stored = "\ufeff" + as_csv(rows, separator).replace("\n", "\r\n")
    grades, _ = lms_importers.canvas(graded(stored)[0], ASSIGNMENTS, STUDENTS)
    assert grades["78"] == {"Lesson 3": "4"}


def test_points_corrected_by_hand_count(tmp_path):
    table = made_table(HANDED_IN).decode().replace(",1,3,", ',"1,5",3,')
    (tmp_path / "grades.csv").write_text(table, encoding="utf-8")
    (tmp_path / "roster.csv").write_text(LIST, encoding="utf-8")
    path, _ = make_gradebook(tmp_path, tmp_path / "roster.csv")
    assert "zoe@x.org,1002,50\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", lessons_with_exercises())
def test_each_lesson_is_known_by_its_tasks(tmp_path, lesson):
    tasks = [task.name for task in exercises(exercises_module(lesson), Task)]
    row = Row("x.ipynb", "", {name: (OPEN, "") for name in tasks}, "", 0.0)
    (tmp_path / "grades.csv").write_text(report.as_csv([row], tasks), encoding="utf-8")
    assert read_grades(tmp_path / "grades.csv").lesson == lesson.lstrip("0")
