"""The table of grades is safe to open, and whole or not there."""

import csv

import pytest

from tools.grading import report


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_of_the_table_is_a_formula(start):
    row = report.Row(start, start, {"task": (report.OPEN, start)}, start, 0.0)
    (line,) = list(csv.DictReader(report.as_csv([row], ["task"]).splitlines()))
    assert {line["file"], line["student"], line["remark"]} == {f"'{start}"}


def test_a_table_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = tmp_path / "grades.csv"
    report.write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        report.write_whole(path, "new \ud800")
    assert [file.name for file in tmp_path.iterdir()] == ["grades.csv"]
    assert path.read_text() == "old"
