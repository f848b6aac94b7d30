"""What is no roster and no table of grades is refused in a sentence."""

import sys

import pytest

from tests.one_sentence import assert_one_sentence
from tests.tools import lms_importers
from tests.tools.rosters import CANVAS, HANDED_IN, LIST, WORKSHEET, made_table
from tools import gradebook
from tools.gradebook import make_gradebook
from tools.lms.tables import BadTable


@pytest.mark.parametrize(
    ("roster", "sentence"),
    [
        (b"", "holds no lines below its header"),
        (CANVAS.splitlines()[0], "holds no lines below its header"),
        (b"PK\x03\x04 workbook", "is a workbook of a spreadsheet"),
        ("Zoë\n".encode("latin-1"), "is not in UTF-8"),
        (b"a,b\0\n1,2\n", "is no text"),
        ("<html>\n<body>\n", "is no roster"),
        ("Nachname,Vorname\nLee,Ann\n", "as Moodle exports them in English"),
        (LIST + "a,b,c,d,e,f\n", "line 5: it has 6 cells, and the header 5"),
        (LIST + '"Ann', "line 5: unexpected end of data"),
        (WORKSHEET.replace("60.00", "-"), "does not say the maximum"),
        (LIST.replace("@x", "@y").replace("Ann", "Eve"), "so nothing was written"),
    ],
)
def test_a_bad_roster_is_refused_and_nothing_written(
    graded, tmp_path, roster, sentence
):
    with pytest.raises(BadTable) as caught:
        graded(roster, HANDED_IN[:1])
    assert_one_sentence_or_more(caught, sentence)
    assert {file.name for file in tmp_path.iterdir()} == {"grades.csv", "roster.csv"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("points,out of", "sum,of", "is not the table that make grade stores"),
        (",3,3,", ",4,3,", "line 2: 4 out of 3 are no points"),
        (",3,3,", ",,3,", "line 2: nothing out of 3 are no points"),
        (",1,3,", ",1,4,", "one lesson at a time"),
        (",1,3,", ",nan,3,", "line 3: nan out of 3 are no points"),
    ],
)
def test_a_table_of_grades_that_was_broken_is_refused(tmp_path, old, new, sentence):
    table = made_table(HANDED_IN).decode()
    assert old in table
    (tmp_path / "grades.csv").write_text(table.replace(old, new), encoding="utf-8")
    with pytest.raises(BadTable) as caught:
        make_gradebook(tmp_path, tmp_path / "roster.csv")
    assert_one_sentence(caught, sentence)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"title": "Final Score"}, "Canvas keeps the title Final Score to itself"),
        ({"maximum": 7}, "has 12 points in Canvas, not 7"),
    ],
)
def test_what_canvas_would_read_otherwise_is_refused(graded, options, sentence):
    with pytest.raises(BadTable) as caught:
        graded(CANVAS, **options)
    assert_one_sentence(caught, sentence)


def test_two_assignments_of_one_title_are_asked_about(graded):
    roster = CANVAS.replace("Old (55)", "Lesson 3 (55)")
    with pytest.raises(BadTable) as caught:
        graded(roster)
    assert_one_sentence(caught, "say Lesson 3 (55) and Lesson 3 (56)")
    text, _ = graded(roster, title="Lesson 3 (56)")
    assert lms_importers.lines_of(text)[0][-1] == "Lesson 3 (56)"


def assert_one_sentence_or_more(caught, part):
    message = str(caught.value)
    assert part in message and "\n" not in message and message.endswith(".")


def test_the_command_says_what_it_did(tmp_path, monkeypatch, capsys):
    (tmp_path / "grades.csv").write_bytes(made_table(HANDED_IN))
    (tmp_path / "roster.csv").write_text(LIST, encoding="utf-8")
    roster = str(tmp_path / "roster.csv")
    monkeypatch.setattr(sys, "argv", ["gradebook", str(tmp_path), roster])
    gradebook.main()
    said = capsys.readouterr().out.splitlines()
    assert said[-2].startswith("2 of 3 on the roster have a grade: ")
    assert said[-1].startswith("In Moodle: Grades, Import, CSV file;")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["", ""], "Say where the grades and the roster are: make gradebook"),
        (["nowhere", "r.csv"], "There is no grades.csv in nowhere: make grade"),
        (["--maximum", "-3", "a", "b"], "must be a number above 0, not '-3'"),
    ],
)
def test_the_command_refuses_in_one_sentence(monkeypatch, arguments, sentence):
    monkeypatch.setattr(sys, "argv", ["gradebook", *arguments])
    with pytest.raises(SystemExit) as caught:
        gradebook.main()
    assert sentence in str(caught.value) and "\n" not in str(caught.value)
