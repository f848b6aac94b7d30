"""Rosters as Moodle and Canvas export them, and a table of grades for lesson 3."""

import csv
import io

from tools.grading import report
from tools.grading.report import OPEN, RIGHT, Row

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Old (55),Lesson 3 (56),Final Score
,,,,,Manual Posting,,
    Points Possible,,,,,10.00,12.00,(read only)
"Lee, Ann",77,s1,ann@x.org,A,5.00,,
"O'Brien, Zoë",78,s2,zoe@x.org,"A, B",,7.00,
"李, 小龙",79,s3,li@x.org,A,,,
"Student, Test",80,,,A,,,
"""
LIST = """\
First name,Last name,ID number,Email address,Groups
Ann,Lee,1001,ann@x.org,
Zoë,O'Brien,1002,zoe@x.org,"a, b"
小龙,李,1003,li@x.org,
"""
WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,\
Last modified (submission),Last modified (grade),Feedback comments
Participant 1234,Ann Lee,ann@x.org,Submitted,,60.00,Yes,"Monday, 1 June 2026",-,
Participant 1235,Zoë O'Brien,zoe@x.org,Submitted,,60.00,Yes,-,-,well done
Participant 1236,小龙 李,li@x.org,No submission,,60.00,No,-,-,
"""
ASSIGNMENTS = {"55": "Old", "56": "Lesson 3"}
STUDENTS = {"77", "78", "79", "80"}
HANDED_IN = [("Ann Lee/x.ipynb", "", 3), ("zoe@x.org/x.ipynb", "Zoë O’Brien", 1)]
TASKS = ("still_row", "twin", "max_pool")


def made_table(submissions):
    """The bytes of grades.csv, of submissions: (file, student, points out of 3)."""
    rows = [
        Row(
            file,
            student,
            {name: (RIGHT if i < points else OPEN, "") for i, name in enumerate(TASKS)},
            "",
            0.0,
        )
        for file, student, points in submissions
    ]
    return report.as_csv(rows, TASKS).encode("utf-8-sig")


def as_csv(rows, separator=","):
    """Rows of cells as the text of a file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()
