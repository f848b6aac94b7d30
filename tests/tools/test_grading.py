"""Submissions are graded by what they answer, and each costs its own marks only."""

import csv
import json
import os
import re
import sys
from pathlib import Path

import nbformat
import numpy as np
import psutil
import pytest

from tests.exercises.collected import RIGHT
from tests.exercises.lessons import TASKS as TASKS_OF_ALL_LESSONS
from tests.tools import handed_in
from tools import assignment, grade
from tools.grading import evidence, report
from tools.grading.needed_cells import needed_cells
from tools.grading.submissions import (
    Handed,
    NothingToGrade,
    common_lesson,
    find_submissions,
)
from tools.lessons import COURSE, UnknownLesson, lesson_number
from utils.checking.verdicts import State
from utils.exercises import lesson_01

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows limits no memory")
TASKS = list(handed_in.TASKS)
SIGNS = {report.RIGHT: "✓", report.WRONG: "w", report.OPEN: "o", report.NOT_RUN: "-"}
LEFT_BEHIND = 3600.125  # seconds that a left child would sleep, to know it by

ALL, CUT_OFF = dict.fromkeys(TASKS, "-"), dict.fromkeys(TASKS[2:], "-")

# Kind: the marks other than ✓, a part of the remark, a part of a sentence.
EXPECTED = {
    "right": ({}, "", ""),
    "right_with_code_of_the_lesson": ({}, "", ""),
    "right_under_another_name": ({}, "", ""),
    "wrong": ({"output_shape": "w", "sobel_y": "w"}, "", "[1, 1, 1]"),
    "unsolved": (dict.fromkeys(TASKS, "o"), "", "Not solved yet"),
    "syntax_error": ({"sobel_y": "-"}, "", "SyntaxError"),
    "stops_half_way": ({"sobel_y": "-"}, "", "ZeroDivisionError"),
    "missing_cell": ({"sobel_y": "-"}, "", "there is no cell for it"),
    "endless_answer": ({"pad_same": "w"}, "", "a loop that never ends"),
    "leaves": (CUT_OFF, "ended its own process in code cell 5", "cut off"),
    "exits": ({"pad_same": "-"}, "", "exit()"),
    "asks_for_input": ({"pad_same": "-"}, "", "input"),
    "prints_without_end": ({}, "", ""),
    "uses_the_network": ({"pad_same": "-"}, "", "may not use the network"),
    "starts_programs": ({"sobel_y": "-", "pad_same": "-"}, "", "may not start another"),
    "tells_what_it_prints": ({"sobel_y": "w"}, "", "shape (1, 1)"),
    "brings_its_own_exercises": (dict.fromkeys(TASKS, "o"), "", "Not solved yet"),
    "replaces_the_check": ({"sobel_y": "w"}, "", "shape (1, 1)"),
    "hands_in_the_solution_of_the_check": ({"sobel_y": "-"}, "", "AttributeError"),
    "bends_every_check_in_memory": (
        {"sobel_y": "w"},
        "claims what it does not show: sobel_y",
        "shape (1, 1)",
    ),
    "writes_its_own_report": (
        {"sobel_y": "w"},
        "claims what it does not show: sobel_y",
        "no results",
    ),
    "writes_html": ({"output_shape": "w", "sobel_y": "w"}, "", "<script>alert(3)"),
    "harms": (ALL, "", "may not change files outside"),
    "copies": ({"sobel_y": "-"}, "", "may not read other submissions"),
    "no_notebook": (ALL, "cannot be read as a notebook", ""),
    "no_json": (ALL, "cannot be read as a notebook", ""),
}
ON_POSIX = {
    "hungry": ({"pad_same": "-"}, "", "more memory than there is"),
    "hungry_in_a_way_that_is_not_limited": (
        CUT_OFF,
        "used more than 1 GiB in code cell 5",
        "cut off",
    ),
    "leaves_a_program_behind": ({}, "", ""),
}
EXPECTED |= {} if os.name == "nt" else ON_POSIX
BY_THE_CLOCK = {  # graded apart, within a short time
    "endless_cell": ({handed_in.THIRD: "-"}, "", "did not end within"),
    "endless_in_c": (CUT_OFF, "stopped after 15 s in code cell 5", "cut off"),
}


@pytest.fixture(scope="module")
def victim(tmp_path_factory):
    """A folder that a submission tries to destroy."""
    folder = tmp_path_factory.mktemp("victim")
    (folder / "precious.txt").write_text("unharmed")
    return folder


@pytest.fixture(scope="module")
def classroom(tmp_path_factory, victim):
    """The folder of all kinds of submissions, graded once; and its rows by kind."""
    folder = tmp_path_factory.mktemp("classroom")
    others = {
        "harms": handed_in.harms(victim),
        "copies": handed_in.copies(folder / "right.ipynb"),
        "leaves_a_program_behind": handed_in.leaves_a_program_behind(LEFT_BEHIND),
    }
    for name in EXPECTED.keys() - {"no_notebook", "no_json"}:
        change = others.get(name) or handed_in.KINDS[name]
        handed_in.hand_in(folder / f"{name}.ipynb", change)
    (folder / "no_notebook.ipynb").write_text('{"cells": 7, "nbformat": 4}')
    (folder / "no_json.ipynb").write_text("[" * 100_000)
    rows = grade.grade_folder(folder, seconds=100, memory=1, tell=lambda line: None)
    return folder, {Path(row.file).stem: row for row in rows}


def assert_as_expected(row, marks, remark, sentence):
    found = {name: SIGNS[state] for name, (state, _) in row.results.items()}
    said = "\n".join(text for _, text in row.results.values())
    assert found == dict.fromkeys(TASKS, "✓") | marks, said
    assert row.points == len(TASKS) - len(marks)
    assert remark in row.remark if remark else not row.remark
    assert sentence in said


@pytest.mark.parametrize("name", EXPECTED)
def test_a_submission_gets_its_marks(classroom, name):
    _, rows = classroom
    assert_as_expected(rows[name], *EXPECTED[name])


@pytest.mark.parametrize("name", BY_THE_CLOCK)
def test_what_takes_too_long_is_stopped(tmp_path, name):
    handed_in.hand_in(tmp_path / f"{name}.ipynb", handed_in.KINDS[name])
    seconds = 15 if name == "endless_in_c" else 30
    (row,) = grade.grade_folder(tmp_path, seconds=seconds, tell=lambda line: None)
    assert_as_expected(row, *BY_THE_CLOCK[name])


def test_nothing_outside_is_harmed(classroom, victim):
    assert (victim / "precious.txt").read_text() == "unharmed"
    assert [file.name for file in victim.iterdir()] == ["precious.txt"]


@needs_posix
def test_no_process_is_left_behind(classroom):
    commands = [process.info["cmdline"] for process in psutil.process_iter(["cmdline"])]
    assert ["sleep", str(LEFT_BEHIND)] not in commands


def test_the_table_has_one_line_for_each_submission(classroom):
    folder, rows = classroom
    with open(folder / "grades.csv", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [Path(line["file"]).stem for line in lines] == sorted(EXPECTED)
    for line in lines:
        row = rows[Path(line["file"]).stem]
        assert line["points"] == str(row.points) and line["out of"] == "5"
        assert [line[name] for name in TASKS] == [row.results[n][0] for n in TASKS]
    students = [line["student"] for line in lines]
    assert "'=1+1<script>alert(1)</script>" in students


def test_the_page_shows_what_submissions_write_as_text_only(classroom):
    page = (classroom[0] / "grades.html").read_text(encoding="utf-8")
    assert "<script" not in page and "<img" not in page
    assert "&lt;script&gt;alert(1)" in page and "&lt;script&gt;alert(3)" in page
    assert not re.search(r"""(src|href)=|url\(|@import""", page)
    solved = sum("conv2d_batch" not in marks for marks, *_ in EXPECTED.values())
    assert f"<th>{solved} of {len(EXPECTED)}</th>" in page


def test_only_the_cells_that_answers_need_are_chosen():
    cells = [
        "import numpy as np",
        "x = np.ones(3)",
        "def helper(a):\n    return np.sum(a) + offset",
        "offset = 1",
        "train_for_a_minute(x)",
        "np = 3 +",
        "def answer(x):\n    return [helper(i) for i in x]",
        "x = 2",
        "show(answer)",
    ]
    assert needed_cells(cells, {"answer"}) == [0, 2, 6, 8]
    assert needed_cells([*cells[:2], *cells[3:4], *cells[2:3], cells[6]], ["answer"])
    assert needed_cells([*cells, "%time\nanswer = x"], {"answer"})[-2:] == [8, 9]
    assert needed_cells([*cells, "%time\nanswer = x"], {"answer"})[-3] == 7
    assert 0 in needed_cells(["from math import *", "answer = pi"], {"answer"})


def test_all_cells_are_run_when_an_answer_needs_one_in_a_hidden_way(tmp_path):
    def change(cells):
        cells["student"] += "\nglobals()['hidden'] = np = 1"
        handed_in.first(cells, "sobel_y", "hidden")

    handed_in.hand_in(tmp_path / "anna" / "x.ipynb", change)
    (row,) = grade.grade_folder(tmp_path, tell=lambda line: None)
    assert (row.points, row.file, row.student) == (5, "anna/x.ipynb", "x")


@pytest.mark.parametrize(
    ("number", "task"),
    TASKS_OF_ALL_LESSONS,
    ids=[f"{number}-{task.name}" for number, task in TASKS_OF_ALL_LESSONS],
)
def test_right_answers_are_right_as_data_too(number, task):
    if not evidence.is_confirmable(task):
        pytest.skip("is judged where the answer is")
    for answer in (task.reference.value, *RIGHT[task]):
        data = json.loads(json.dumps(evidence.record(task, answer)))
        verdict = evidence.confirm(task, data)
        assert verdict.state is State.RIGHT, verdict.text


@pytest.mark.parametrize("value", [1.5, [[1, 2], [3, 4]], "ab", True, (1, [2, 3])])
def test_results_travel_as_data(value):
    plain = evidence.as_plain(value)
    arrived = evidence._decoded(json.loads(json.dumps(evidence._encoded(plain))))
    np.testing.assert_equal(arrived, plain)


@pytest.mark.parametrize(
    "item",
    [
        None,
        7,
        {},
        {"parts": 3},
        {"dtype": "O", "shape": [1], "data": ""},
        {"dtype": "<f8", "shape": [10**9], "data": "AAAA"},
    ],
)
def test_results_that_make_no_sense_are_wrong(item):
    verdict = evidence.confirm(lesson_01.sobel_y, [item])
    assert verdict.state is State.WRONG


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


def test_the_lesson_is_that_of_most_notebooks():
    def of(number):
        return Handed("x", "x", [f"from utils.exercises import lesson_{number}"])

    assert common_lesson([of("01"), of("02"), of("02"), Handed("x", "x")]) == "02"
    with pytest.raises(NothingToGrade, match="lesson 01 and lesson 02: say which"):
        common_lesson([of("02"), of("01")])
    with pytest.raises(NothingToGrade, match="say which lesson"):
        common_lesson([Handed("x", "x")])


def test_a_folder_without_notebooks_is_told(tmp_path):
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "x.ipynb").write_text("{}")
    with pytest.raises(NothingToGrade, match="no notebook"):
        find_submissions(tmp_path)
    with pytest.raises(NothingToGrade, match="no folder"):
        find_submissions(tmp_path / "absent")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([""], "Say where the notebooks are"),
        (["absent"], "There is no folder absent."),
        (["--lesson", "77", "."], "Lesson 77 has no exercises"),
    ],
)
def test_a_mistake_on_the_command_line_gets_a_sentence(
    tmp_path, monkeypatch, arguments, sentence
):
    (tmp_path / "x.ipynb").write_text("{}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["grade", *arguments])
    with pytest.raises(SystemExit, match=re.escape(sentence)):
        grade.main()


def test_lessons_are_known_by_their_numbers():
    assert lesson_number("1") == lesson_number(" 01 ") == "01"
    for unknown in ("", "0", "99", "../01"):
        with pytest.raises(UnknownLesson, match="these have: 01"):
            lesson_number(unknown)


def test_an_assignment_is_the_lesson_without_outputs(tmp_path):
    notebook = nbformat.read(assignment.make_assignment("01", tmp_path), 4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    asked = [c.metadata["exercise"] for c in code if "exercise" in c.metadata]
    assert asked == TASKS
    assert [cell.id for cell in notebook.cells[:3]][1:] == ["hand-in", "student"]


def test_an_assignment_that_was_edited_is_not_overwritten(tmp_path):
    path = assignment.make_assignment("01", tmp_path)
    assert assignment.make_assignment("01", tmp_path) == path
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(assignment.AlreadyThere, match="move or delete it first"):
        assignment.make_assignment("01", tmp_path)
    assert path.read_text(encoding="utf-8").endswith("\n\n")


def test_what_is_handed_out_and_in_stays_out_of_the_repository():
    ignored = (COURSE / ".gitignore").read_text().splitlines()
    assert {"assignments/", "submissions/"} <= {*ignored}
    assert assignment.FOLDER == COURSE / "assignments"
