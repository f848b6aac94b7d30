"""`make renew` brings a newer form of a lesson, and what the learner wrote with it."""

import os
import sys

import nbformat
import pytest

from tests.tools.small_course import (
    ANSWERED,
    ODD_FILES,
    SOLVED,
    code,
    full_disk,
    newer,
    small_lesson,
    text,
)
from tools import renew
from tools.copying import notebook_file
from tools.copying.copies import State, Trouble, state_of
from tools.copying.sentences import called, renewing

KEPT = "03_twice_kept_2027-01-31"
NEWEST = "Your copy of lesson 3 is the newest form."


def test_what_was_written_is_carried_over_and_the_older_copy_kept(course):
    course.write_into("try", SOLVED)
    course.write_into("answer", ANSWERED)
    course.write_into("setting", "factor = 3\nprint(factor)")
    course.edit(lambda by_id, cells: cells.insert(3, text("note", "A note of mine.")))
    before = course.path().read_bytes()
    course.publish(newer(title="# 3 · Twice, in other words"))
    assert course.renew() == [
        "workbook/03_twice.ipynb is the newer form now.",
        "Carried over: your code for twice; your answer to four; 1 other cell that you "
        "changed; 1 cell that you added.",
        f"Your older copy is kept, as it was: workbook/{KEPT}.ipynb",
    ]
    wanted = newer(
        title="# 3 · Twice, in other words",
        setting="factor = 3\nprint(factor)",
        answer=ANSWERED,
        **{"try": SOLVED},
    )
    sources = [cell["source"] for cell in wanted]
    sources.insert(3, "A note of mine.")
    assert course.sources() == sources
    assert (course.workbook / f"{KEPT}.ipynb").read_bytes() == before
    assert course.files() == sorted(["03_twice.ipynb", f"{KEPT}.ipynb"])
    nbformat.validate(nbformat.read(course.path(), as_version=4))


def test_a_renewed_copy_is_the_newest_form_and_renews_again(course):
    course.write_into("try", SOLVED)
    course.publish(newer())
    course.renew()
    assert state_of("03") is State.NEWEST and course.told() == []
    assert course.renew() == [NEWEST]
    course.publish(newer(task="**1. Twice.** Clearer."))
    assert course.renew()[1] == "Carried over: your code for twice."
    assert SOLVED in course.sources()
    assert course.files() == sorted(
        ["03_twice.ipynb", f"{KEPT}.ipynb", f"{KEPT}_2.ipynb"]
    )


def test_outputs_are_not_carried_over(course):
    shown = [{"output_type": "stream", "name": "stdout", "text": "2"}]
    course.edit(lambda by_id, cells: by_id["try"].update(source=SOLVED, outputs=shown))
    course.edit(lambda by_id, cells: cells.append(code("mine", "1 + 1", shown)))
    course.publish(newer())
    course.renew()
    cells = [cell for cell in course.copy()["cells"] if cell["cell_type"] == "code"]
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)


def test_an_assignment_is_not_renewed(course):
    copy = course.copy() | {"metadata": {"assignment": {"lesson": "03"}}}
    notebook_file.write(course.path(), copy)
    with pytest.raises(Trouble, match=r"03_twice\.ipynb is an assignment: it stays"):
        course.renew()


def test_a_copy_that_is_not_there_or_untouched_is_simply_brought(course):
    course.publish(newer())
    assert course.renew() == [
        "workbook/03_twice.ipynb is the newer form now; you had not written in it."
    ]
    course.path().unlink()
    assert course.renew() == ["workbook/03_twice.ipynb is there now."]
    assert course.files() == ["03_twice.ipynb"]


@pytest.mark.parametrize("content", ODD_FILES)
def test_a_copy_that_is_no_notebook_is_not_renewed(course, content):
    course.path().write_bytes(content)
    with pytest.raises(Trouble, match="cannot be read as a notebook"):
        course.renew()
    assert course.files() == ["03_twice.ipynb"]


def test_a_full_disk_leaves_the_copy_as_it_was(course, monkeypatch):
    course.write_into("try", SOLVED)
    before = course.path().read_bytes()
    course.publish(newer())
    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(Trouble, match="No space left on device"):
        course.renew()
    assert course.files() == ["03_twice.ipynb"]
    assert course.path().read_bytes() == before


def run_main(monkeypatch, capsys, *arguments):
    """(what it prints, what it ends with)"""
    monkeypatch.setattr(sys, "argv", ["renew", *arguments])
    with pytest.raises(SystemExit) as end:
        renew.main()
    return capsys.readouterr().out, end.value.code


def test_without_a_lesson_all_older_copies_are_renewed(course, monkeypatch, capsys):
    course.publish(small_lesson(), "03b_thrice")
    course.publish(small_lesson(), "05_five")
    course.told()
    for name in ("03", "03b"):
        course.write_into("try", SOLVED, name)
    course.publish(newer())
    course.publish(newer(), "03b_thrice")
    course.publish(small_lesson(), "09_new")
    printed, end = run_main(monkeypatch, capsys, "")
    assert end is None
    assert printed.count("is the newer form now.\n") == 2
    assert "03b_thrice_kept_" in printed and not course.path("09").exists()
    printed, end = run_main(monkeypatch, capsys)
    assert (printed.count("\n"), end) == (1, None) and "no newer form" in printed


def test_what_is_wrong_is_said_once_and_the_others_are_renewed(
    course, monkeypatch, capsys
):
    course.publish(small_lesson(), "04_broken")
    course.told()
    course.write_into("try", SOLVED)
    course.publish(newer())
    course.path("04").write_text("{")
    printed, end = run_main(monkeypatch, capsys)
    assert "workbook/03_twice.ipynb is the newer form now." in printed
    assert end.startswith("workbook/04_broken.ipynb cannot be read as a notebook")


def test_a_lesson_that_is_none_gets_a_sentence(course, monkeypatch, capsys):
    printed, end = run_main(monkeypatch, capsys, "77")
    assert (printed, end) == (
        "",
        "There is no lesson 77; there are: 03. Name one, as in LESSON=3.",
    )


def test_a_dive_is_a_lesson_of_its_own(course):
    course.publish(small_lesson(), "03b_thrice")
    course.told("03b")
    course.write_into("try", SOLVED, "03b")
    course.publish(newer(), "03b_thrice")
    assert course.renew("03b")[0] == "workbook/03b_thrice.ipynb is the newer form now."
    assert course.renew("03") == [NEWEST]


def test_lessons_are_called_as_people_call_them(monkeypatch):
    assert called(["03"]) == "lesson 3"
    assert called(["01", "03b", "12"]) == "lessons 1, 3b and 12"
    monkeypatch.setattr(os, "name", "posix")
    assert renewing("03b") == "`make renew LESSON=3b`"
    monkeypatch.setattr(os, "name", "nt")
    assert renewing("03b") == r"`.venv\Scripts\python -m tools.renew 3b`"
