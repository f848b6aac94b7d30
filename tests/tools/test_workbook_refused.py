"""What keeps a copy from being made or opened gets one sentence, and is left alone."""

import os
import sys

import pytest

from tests.tools.small_course import ODD_FILES, full_disk, newer, small_lesson
from tools import lab
from tools.copying.copies import Trouble
from tools.lessons import notebook_path


@pytest.mark.parametrize("content", ODD_FILES)
def test_a_copy_that_is_no_notebook_gets_a_sentence(course, content):
    course.publish(small_lesson(), "04_next")
    course.path().write_bytes(content)
    sentence = "workbook/03_twice.ipynb cannot be read as a notebook (it is n"
    (line,) = course.told("04")  # another lesson opens all the same
    assert line.startswith(sentence) and line.endswith("comes anew.")
    with pytest.raises(Trouble) as told:
        course.told("03")
    assert str(told.value) == line
    assert course.path().read_bytes() == content


def test_a_folder_in_place_of_a_copy_gets_a_sentence(course):
    course.path().unlink()
    course.path().mkdir()
    with pytest.raises(Trouble, match=r"^workbook/03_twice\.ipynb is a folder: "):
        course.told()


def test_a_file_in_place_of_the_folder_gets_a_sentence(empty_course):
    empty_course.publish(small_lesson())
    empty_course.workbook.write_text("mine")
    with pytest.raises(Trouble, match=r"^workbook is a file, .*: rename the file or"):
        empty_course.told()
    assert empty_course.workbook.read_text() == "mine"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_closed_folder_gets_a_sentence(course, mode):
    course.publish(small_lesson(), "04_next")
    course.workbook.chmod(mode)
    try:
        with pytest.raises(Trouble, match=r"^Nothing can be stored in .* \(Permission"):
            course.told()
    finally:
        course.workbook.chmod(0o700)


def test_a_full_disk_gets_a_sentence_and_leaves_no_half(course, monkeypatch):
    course.publish(newer())
    before = course.path().read_bytes()
    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(Trouble, match=r"\(No space left on device\): see that .* room"):
        course.told()
    assert course.files() == ["03_twice.ipynb"]
    assert course.path().read_bytes() == before


def test_a_broken_lesson_of_the_course_gets_a_sentence(course):
    notebook_path("03").write_text("<<<<<<< HEAD")
    with pytest.raises(
        Trouble, match=r"^notebooks/03_twice\.ipynb cannot be read .*git"
    ):
        course.told()


@pytest.mark.parametrize(
    ("named", "sentence"),
    [("77", "There is no lesson 77; there are: 03."), ("3", "workbook is a file, and")],
)
def test_what_cannot_open_is_said_and_nothing_starts(
    empty_course, monkeypatch, named, sentence
):
    empty_course.publish(small_lesson())
    empty_course.workbook.touch()
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    monkeypatch.setattr(sys, "argv", ["lab", named])
    with pytest.raises(SystemExit, match=f"^{sentence}"):
        lab.main()
