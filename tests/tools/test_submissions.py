"""Which notebooks are graded, as which lesson, and which of their cells are run."""

import os
import re
import sys
from pathlib import Path

import pytest

from tools import grade
from tools.grading.needed_cells import needed_cells, untouched
from tools.grading.submissions import (
    Handed,
    NothingToGrade,
    common_lesson,
    find_submissions,
    not_looked_at,
)
from tools.lessons import UnknownLesson, lesson_number


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


def test_cells_that_change_something_in_place_are_chosen():
    cells = [
        "import numpy as np, matplotlib.pyplot as plt",
        "w = np.zeros(3)",
        "w[0] = 1",
        "plt.plot(w)\nplt.show()",
        "other[0] = 1",
        "w.sort()",
        "np.add(1, 2, out=w)",
        "w += 1",
        "w = w + 1",
        "show(w)",
        "answer = w",
    ]
    assert needed_cells(cells, {"answer"}) == [0, 1, 2, 5, 6, 7, 8, 10]


def test_a_task_is_open_where_its_cells_are_as_handed_out():
    stub = "def f(x):\n    ...\n\n\nexercise.f.check(f)"
    handed_out = [stub, "# exercise.f.hint()", "show(f)"]
    names = {"f", "g"}

    def left(*cells):
        return untouched(cells, names, handed_out)

    assert left(*handed_out, "x = 1") == names
    assert left(stub.replace("    ...", "\t..."), "exercise.f.hint()") == names
    assert left(*handed_out, "f = 3") == {"g"}
    assert left(stub.replace("...", "return x")) == {"g"}
    assert left("g = 3") == {"f"}


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
    (tmp_path / "all.zip").touch()
    with pytest.raises(NothingToGrade, match=r"no notebook .* Unpack all\.zip first"):
        find_submissions(tmp_path)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("all.zip", "unpack it, and name the folder that comes out."),
        ("ALL.TAR.GZ", "unpack it, and name the folder that comes out."),
        ("grade.py", "name the folder that the notebooks lie in."),
        ("03_pooling.ipynb", "name the folder that the notebooks lie in."),
    ],
)
def test_a_file_in_place_of_the_folder_is_told(tmp_path, name, advice):
    (tmp_path / name).touch()
    with pytest.raises(NothingToGrade) as told:
        find_submissions(tmp_path / name)
    assert str(told.value) == f"{tmp_path / name} is a file: {advice}"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([""], "Say where the notebooks are"),
        (["absent"], "There is no folder absent."),
        (["--lesson", "77", "."], "Lesson 77 has no exercises"),
        (
            ["~/nobody-has-this"],
            f"There is no folder {Path.home() / 'nobody-has-this'}.",
        ),
        (["--seconds", "0", "."], "--seconds: must be a number above 0, not '0'."),
        (["--seconds", "-3", "."], "--seconds: must be a number above 0, not '-3'."),
        (["--seconds", "nan", "."], "--seconds: must be a number above 0, not 'nan'."),
        (["--seconds", "inf", "."], "--seconds: must be a number above 0, not 'inf'."),
        (["--seconds", "5s", "."], "--seconds: must be a number above 0, not '5s'."),
        (["--jobs", "0", "."], "--jobs: must be a number above 0, not '0'."),
        (["--jobs", "1.5", "."], "--jobs: must be a whole number, not '1.5'."),
        (["--memory", "0", "."], "--memory: must be a number above 0, not '0'."),
        (["--memory"], "--memory: expected one argument."),
        (["one", "two"], "Unrecognized arguments: two."),
    ],
)
def test_a_mistake_on_the_command_line_gets_a_sentence(
    tmp_path, monkeypatch, arguments, sentence
):
    (tmp_path / "x.ipynb").write_text('{"cells": []}')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["grade", *arguments])
    with pytest.raises(SystemExit, match=re.escape(sentence)):
        grade.main()


@pytest.mark.parametrize(
    ("stored", "cells"),
    [
        (b'{"cells": [{"cell_type": "code"}]}', [""]),
        (b'\xef\xbb\xbf{"cells": [{"cell_type": "code", "source": "x"}]}', ["x"]),
        (b'{"cells": [{"cell_type": "code", "source": ["x", "y"]}]}', ["xy"]),
        (b'{"cells": [{"cell_type": "markdown", "source": "x"}]}', []),
    ],
)
def test_notebooks_of_other_programs_are_read(tmp_path, stored, cells):
    (tmp_path / "x.ipynb").write_bytes(stored)
    (handed,) = find_submissions(tmp_path)
    assert handed.cells == cells and not handed.problem


def test_one_broken_notebook_alone_is_named(tmp_path):
    (tmp_path / "x.ipynb").write_text("{")
    sentence = r"^x\.ipynb cannot be read as a notebook: Expecting property name"
    with pytest.raises(NothingToGrade, match=sentence):
        common_lesson(find_submissions(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for some users only")
def test_a_link_to_the_notebook_of_another_is_refused(tmp_path):
    (tmp_path / "a.ipynb").write_text('{"cells": []}')
    (tmp_path / "b.ipynb").symlink_to("a.ipynb")
    first, second = find_submissions(tmp_path)
    assert not first.problem and "a link to another file" in second.problem


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for some users only")
def test_those_that_cannot_be_read_are_told_apart(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.ipynb").symlink_to("nothing")
    first, second = find_submissions(tmp_path)
    assert first.digest != second.digest


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_what_is_no_notebook_is_named(tmp_path):
    (tmp_path / "A.IPYNB").write_text('{"cells": []}')
    (tmp_path / "bob.zip").touch()
    (tmp_path / "photo.jpg").touch()
    os.mkfifo(tmp_path / "carl.ipynb")
    assert [handed.file for handed in find_submissions(tmp_path)] == ["A.IPYNB"]
    assert not_looked_at(tmp_path) == ["bob.zip", "carl.ipynb"]


@pytest.mark.parametrize("sign", ["\n", " ", "#", "from ", "# "])
def test_a_notebook_of_many_blanks_is_read(sign):
    cell = sign * 300_000
    assert Handed("x", "x", [cell]).lesson is None  # minutes, were each looked at anew
    assert untouched([cell], {"f"}, []) == {"f"}


def test_lessons_are_known_by_their_numbers():
    assert lesson_number("1") == lesson_number(" 01 ") == "01"
    for unknown in ("", "0", "99", "../01"):
        with pytest.raises(UnknownLesson, match="these have: 01"):
            lesson_number(unknown)
