"""Submissions are graded by what they answer, and each costs its own marks only."""

import csv
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from tests.tools import handed_in, harmful_kinds
from tests.tools.submission_cells import TASKS, THIRD, first
from tests.tools.walls import needs_a_wall
from tools import grade
from tools.grading import judge, report

pytestmark = [pytest.mark.long, needs_a_wall]

SIGNS = {report.RIGHT: "✓", report.WRONG: "w", report.OPEN: "o", report.NOT_RUN: "-"}
LEFT_BEHIND = 3600.125  # seconds that a left child would sleep, to know it by

ALL, CUT_OFF = dict.fromkeys(TASKS, "-"), dict.fromkeys([*TASKS][2:], "-")

# Kind: the marks other than ✓, a part of the remark, a part of a sentence.
HONEST = {
    "right": ({}, "", ""),
    "right_with_code_of_the_lesson": ({}, "", ""),
    "right_under_another_name": ({}, "", ""),
    "wrong": ({"output_shape": "w", "sobel_y": "w"}, "", "[1, 1, 1]"),
    "unsolved": (dict.fromkeys(TASKS, "o"), "", "Not solved yet"),
    "syntax_error": ({"sobel_y": "-"}, "", "SyntaxError"),
    "stops_half_way": ({"sobel_y": "-"}, "", "ZeroDivisionError"),
    "missing_cell": ({"sobel_y": "o"}, "", "or missing"),
    "exits": ({"learning_step": "-"}, "", "exit()"),
    "asks_for_input": ({}, "", ""),
    "prints_without_end": ({}, "", ""),
    "no_notebook": (ALL, "cannot be read as a notebook", ""),
    "no_json": (ALL, "cannot be read as a notebook", ""),
    "hungry": ({"learning_step": "-"}, "", "more memory than there is"),
}
HARMFUL = {
    "leaves": (CUT_OFF, "ended its own process in code cell 5", "cut off"),
    "closes_its_channel": (CUT_OFF, "ended its own process in code cell 5", "cut off"),
    "crashes": (CUT_OFF, "ended its own process in code cell 5", "cut off"),
    "floods_its_channel": (CUT_OFF, "reported without end in code cell 5", "cut off"),
    "fills_its_folder": ({}, "filled its scratch folder (512 MiB", ""),
    "keeps_the_channel_open": ({}, "", ""),
    "uses_the_network": (
        {"learning_step": "-"},
        "tried to use the network",
        "Network is unreachable",
    ),
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
    "harms": (ALL, "tried to change files outside", "FileNotFoundError"),
    "copies": (
        {"sobel_y": "-"},
        "tried to read other submissions",
        "FileNotFoundError",
    ),
    "leaves_a_program_behind": ({}, "", ""),
}
SLOW = {"endless_answer": ({"learning_step": "w"}, "", "a loop in it is endless")}
TOO_MUCH = (CUT_OFF, "used more than 1 GiB in code cell 5", "cut off")
SLOW["hungry_in_a_way_that_is_not_limited"] = TOO_MUCH
SLOW["hoards_in_nameless_files"] = TOO_MUCH
BY_THE_CLOCK = {  # within a short time
    "endless_cell": ({THIRD: "-"}, "", "did not end within"),
    "endless_in_c": (CUT_OFF, "stopped after 12 s in code cell 5", "cut off"),
}
CLASSES = {"honest": HONEST, "harmful": HARMFUL}
SIDE_BY_SIDE = {"slow": SLOW, "by the clock": BY_THE_CLOCK}
EXPECTED = HONEST | HARMFUL | SLOW


@pytest.fixture(scope="module")
def victim(tmp_path_factory):
    """A folder that a submission tries to destroy."""
    folder = tmp_path_factory.mktemp("victim")
    (folder / "precious.txt").write_text("unharmed")
    return folder


def hand_in(folder, names, victim):
    """Store submissions of these kinds in a folder."""
    others = {
        "harms": harmful_kinds.harms(victim),
        "copies": harmful_kinds.copies(folder / "leaves.ipynb"),
        "leaves_a_program_behind": harmful_kinds.leaves_a_program_behind(LEFT_BEHIND),
    }
    texts = {"no_notebook": '{"cells": 7, "nbformat": 4}', "no_json": "[" * 100_000}
    for name in names:
        path = folder / f"{name}.ipynb"
        if name in texts:
            path.write_text(texts[name])
        else:
            handed_in.hand_in(path, others.get(name) or handed_in.KINDS[name])


def grade_quietly(folder, seconds, jobs):
    return grade.grade_folder(
        folder, None, seconds, memory=1, jobs=jobs, tell=lambda line: None
    )


def one_at_a_time(function):
    """A function that several threads may call, and only one of them at once."""
    lock = threading.Lock()

    def alone(*arguments):
        with lock:
            return function(*arguments)

    return alone


@pytest.fixture(scope="module")
def classroom(tmp_path_factory, victim):
    """The folders of both classes, and the rows of all kinds of submissions.

    All classes are graded side by side, and so are the submissions that are slow.
    """
    each = CLASSES | SIDE_BY_SIDE
    folders = {name: tmp_path_factory.mktemp(name) for name in each}
    for name, kinds in each.items():
        hand_in(folders[name], kinds, victim)
    seconds = [12 if name == "by the clock" else 100 for name in each]
    jobs = [len(kinds) if name in SIDE_BY_SIDE else 1 for name, kinds in each.items()]
    with pytest.MonkeyPatch.context() as patch:
        # While results are compared, what the whole process prints is caught.
        patch.setattr(judge, "confirm", one_at_a_time(judge.confirm))
        with ThreadPoolExecutor(len(each)) as pool:
            tables = [*pool.map(grade_quietly, folders.values(), seconds, jobs)]
    return folders, {Path(row.file).stem: row for rows in tables for row in rows}


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
def test_what_takes_too_long_is_stopped(classroom, name):
    _, rows = classroom
    assert_as_expected(rows[name], *BY_THE_CLOCK[name])


def test_nothing_outside_is_harmed(classroom, victim):
    assert (victim / "precious.txt").read_text() == "unharmed"
    assert [file.name for file in victim.iterdir()] == ["precious.txt"]


def test_no_process_is_left_behind(classroom):
    commands = [process.info["cmdline"] for process in psutil.process_iter(["cmdline"])]
    assert ["sleep", str(LEFT_BEHIND)] not in commands


def test_who_forks_without_end_harms_nobody_else(tmp_path):
    for kind in ("forks_without_end", "right"):
        handed_in.hand_in(tmp_path / f"{kind}.ipynb", handed_in.KINDS[kind])
    forking, right = grade_quietly(tmp_path, seconds=30, jobs=1)
    assert right.points == len(TASKS) and forking.points < len(TASKS)


@pytest.mark.parametrize("name", CLASSES)
def test_the_table_has_one_line_for_each_submission(classroom, name):
    folders, rows = classroom
    with open(folders[name] / "grades.csv", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [Path(line["file"]).stem for line in lines] == sorted(CLASSES[name])
    for line in lines:
        row = rows[Path(line["file"]).stem]
        assert line["points"] == str(row.points) and line["out of"] == str(len(TASKS))
        assert [line[name] for name in TASKS] == [row.results[n][0] for n in TASKS]
    solved = sum("learning_step" not in marks for marks, *_ in CLASSES[name].values())
    page = (folders[name] / "grades.html").read_text(encoding="utf-8")
    assert f"<th>{solved} of {len(lines)}</th>" in page


def test_the_table_shows_what_submissions_write_as_text_only(classroom):
    folder = classroom[0]["harmful"]
    page = (folder / "grades.html").read_text(encoding="utf-8")
    assert "<script" not in page and "<img" not in page
    assert "&lt;script&gt;alert(1)" in page and "&lt;script&gt;alert(3)" in page
    assert not re.search(r"""(src|href)=|url\(|@import""", page)
    with open(folder / "grades.csv", encoding="utf-8-sig", newline="") as file:
        students = [line["student"] for line in csv.DictReader(file)]
    assert "'=1+1<script>alert(1)</script>" in students


def test_all_cells_are_run_when_an_answer_needs_one_in_a_hidden_way(tmp_path):
    def change(cells):
        cells["student"] += "\nglobals()['hidden'] = np = 1"
        first(cells, "sobel_y", "hidden")

    handed_in.hand_in(tmp_path / "anna" / "x.ipynb", change)
    (row,) = grade.grade_folder(tmp_path, tell=lambda line: None)
    assert (row.points, row.file, row.student) == (len(TASKS), "anna/x.ipynb", "x")
