"""The table of grades is safe to open, and whole or not there."""

import csv
import os

import pytest

from tools.grading import report
from tools.whole_files import write_whole


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", '"=1', "＝1"])
def test_no_cell_of_the_table_is_a_formula(start):
    row = report.Row(start, start, {"task": (report.OPEN, start)}, start, 0.0)
    (line,) = list(csv.DictReader(report.as_csv([row], ["task"]).splitlines()))
    assert {line["file"], line["student"], line["remark"]} == {f"'{start}"}


def test_a_table_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = tmp_path / "grades.csv"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert [file.name for file in tmp_path.iterdir()] == ["grades.csv"]
    assert path.read_text() == "old"


@pytest.mark.parametrize(
    ("text", "as_shown"),
    [
        ("Zoë 李 ✓", "Zoë 李 ✓"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines", "two\\nlines"),
        ("\u202egpj", "\\u202egpj"),
        (os.fsdecode(b"caf\xe9"), "caf\\xe9"),
        ("\ud800", "\\ud800"),
    ],
)
def test_signs_that_do_not_print_are_written_out(text, as_shown):
    assert report.shown(text) == as_shown
    row = report.Row(text, text, {"task": (report.OPEN, text)}, text, 0.0)
    assert as_shown in report.as_csv([row], ["task"])
    page = report.as_html([row], ["task"], "x")
    assert as_shown.replace("\\n", "\n") in page and page.encode("utf-8")


def test_a_separator_of_other_countries_starts_no_formula():
    row = report.Row("a;=1+1", "b; -1", {"task": (report.OPEN, "")}, "", 0.0)
    assert "a;'=1+1,b;' -1" in report.as_csv([row], ["task"])
