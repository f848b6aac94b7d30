"""Each grade goes to whoever has handed in, or to nobody, and a sentence says so."""

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
)


@pytest.mark.parametrize(
    ("file", "student", "number"),
    [
        ("ANN@X.ORG/lesson.ipynb", "", "77"),
        ("s2/lesson.ipynb", "", "78"),
        ("lee  ann/lesson.ipynb", "", "77"),
        ("Lee, Ann.ipynb", "", "77"),
        ("03_pooling (2).ipynb", "ann lee", "77"),
        ("Ann Lee_1234_assignsubmission_file/03_pooling.ipynb", "", "77"),
        ("Ann Lee_1234_assignsubmission_file_03_pooling.ipynb", "", "77"),
        ("somebody_79_555_03_pooling.ipynb", "", "79"),
        ("leeann_LATE_77_555_03_pooling-1.ipynb", "", "77"),
        ("zoe@x.org/03_pooling/03_pooling.ipynb", "", "78"),  # as nbgrader collects
        ("李小龙/x.ipynb", "", "79"),
        ("x.ipynb", "ZOE\u0308 O'BRIEN", "78"),
        ("x.ipynb", "小龙　李", "79"),
    ],
)
def test_a_submission_finds_its_student(graded, file, student, number):
    text, _ = graded(CANVAS, [(file, student, 3)])
    grades, _ = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert [who for who in grades if grades[who]["Lesson 3"] == "12"] == [number]


def test_a_worksheet_knows_its_files_by_number_where_names_are_hidden(graded):
    rows = [row[:1] + row[3:] for row in lms_importers.lines_of(WORKSHEET)]
    file = "Participant_1235_assignsubmission_file/x.ipynb"
    text, _ = graded(as_csv(rows), [(file, "", 3)])
    assert [*lms_importers.moodle_worksheet(text, 60)] == ["1235"]


def test_whoever_is_on_no_roster_is_named_and_nobody_gets_their_grade(graded):
    text, said = graded(LIST, [*HANDED_IN, ("ghost/x.ipynb", "A Ghost", 3)])
    assert "ghost/x.ipynb by A Ghost is of nobody on the roster: no grade." in said
    assert len(lms_importers.lines_of(text)) == 3


def test_two_of_one_name_get_no_grade_by_it(graded):
    roster = f"{LIST}Ann,Lee,1004,lee@x.org,\n"
    text, said = graded(roster, [("Ann Lee/x.ipynb", "", 3), HANDED_IN[1]])
    assert "may be of several on the roster (Ann Lee and Ann Lee): no grade" in said
    assert "1001" not in text and "1004" not in text
    text, _ = graded(roster, [("lee@x.org/x.ipynb", "Ann Lee", 3)])
    assert lms_importers.lines_of(text)[1:] == [["lee@x.org", "1004", "100"]]


def test_the_folder_counts_before_a_name_that_anybody_can_write(graded):
    text, said = graded(CANVAS, [("zoe@x.org/x.ipynb", "Ann Lee", 3)])
    grades, _ = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert grades["78"]["Lesson 3"] == "12" and grades["77"]["Lesson 3"] == ""
    assert "counts for O'Brien, Zoë, whose folder or file it is" in said


def test_of_several_submissions_the_best_counts(graded):
    several = [("Ann Lee/a.ipynb", "", 1), ("Ann Lee/b.ipynb", "", 2)]
    text, said = graded(CANVAS, several)
    grades, _ = lms_importers.canvas(text, ASSIGNMENTS, STUDENTS)
    assert grades["77"]["Lesson 3"] == "8"
    assert "has handed in 2 times (Ann Lee/a.ipynb, Ann Lee/b.ipynb)" in said
