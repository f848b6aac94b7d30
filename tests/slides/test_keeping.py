"""What a lesson showed is used again, until something that it was made of changes."""

import json

import pytest

from course_slides import keeping
from tests.notebooks.nbval_repairs import lines_for
from tools.lessons import COURSE, notebook_path


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Lesson 3, which has just run in this process; the folder of what is kept."""
    monkeypatch.setattr(keeping, "KEPT", tmp_path)
    import utils.arrays.pooling  # noqa: F401 - as the lesson does

    keeping.begin("03")
    keeping.end("03")
    return tmp_path / "03"


def test_a_lesson_that_has_run_is_kept(kept):
    assert keeping.is_kept("03") and not keeping.is_kept("04")


def test_one_that_was_stopped_is_not(kept):
    keeping.begin("03")
    assert not keeping.is_kept("03")


def test_it_is_made_of_what_it_imports_but_not_of_checks(kept):
    files = json.loads((kept / "made_of.json").read_text(encoding="utf-8"))
    assert {"utils/arrays/pooling.py", "requirements.txt", "code"} <= set(files)
    assert not any(file.startswith(keeping.BESIDE) for file in files)


def test_it_is_made_of_the_stored_runs_that_it_reads(kept):
    keeping.begin("12")
    keeping.end("12")
    files = json.loads((kept.parent / "12" / "made_of.json").read_text("utf-8"))
    assert "data/results/depth.json" in files


@pytest.mark.parametrize("what", ["code", "utils/arrays/pooling.py"])
def test_a_change_makes_it_run_again(kept, what):
    file = kept / "made_of.json"
    made_of = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(made_of | {what: "of yesterday"}), encoding="utf-8")
    assert not keeping.is_kept("03")


def test_a_module_that_is_gone_makes_it_run_again(kept):
    file = kept / "made_of.json"
    made_of = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(made_of | {"utils/gone.py": "1"}), encoding="utf-8")
    assert not keeping.is_kept("03")


def test_nbval_keeps_core_lessons_where_it_is_asked_to(monkeypatch):
    def keeps(path):
        return any("keep_for_slides" in line for line in lines_for(path))

    monkeypatch.delenv("KEEP_FIGURES", raising=False)
    assert not keeps(notebook_path("03"))
    monkeypatch.setenv("KEEP_FIGURES", "1")
    assert keeps(notebook_path("03")) and not keeps(notebook_path("03b"))
    assert lines_for(COURSE / "assignments" / "03_pooling.ipynb") == []
