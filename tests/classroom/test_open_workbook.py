"""A learner's folder is laid out beside the course; what is theirs is left alone."""

import json
import os
import subprocess
import sys

import pytest

from classroom import open_workbook
from tools.lessons import COURSE, all_lessons, notebook_path

needs_links = pytest.mark.skipif(
    os.name == "nt", reason="a class's server is no Windows"
)
pytestmark = needs_links
LAY_OUT = """
import sys
from pathlib import Path
from classroom.open_workbook import bring_lessons, link_the_course
link_the_course(Path(sys.argv[1]))
bring_lessons()
"""


def lay_out(folder):
    """What a learner's server does before it starts."""
    run(folder, "-c", LAY_OUT, str(folder))


def run(folder, *words):
    """Python, with the variable that a learner's server sets."""
    variables = {"COURSE_WORKBOOK": str(folder / "workbook"), "PYTHONPATH": str(COURSE)}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder.parent,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=True,
    )


def test_there_is_a_copy_of_each_lesson_without_outputs(tmp_path):
    folder = tmp_path / "cnn-course"
    lay_out(folder)
    copies = sorted(path.name for path in (folder / "workbook").iterdir())
    assert copies == sorted(notebook_path(name).name for name in all_lessons())
    cells = json.loads((folder / "workbook" / copies[0]).read_text("utf-8"))["cells"]
    assert cells and not any(cell.get("outputs") for cell in cells)


def test_what_lessons_open_is_found_beside_the_workbook(tmp_path):
    lay_out(tmp_path / "cnn-course")
    beside = tmp_path / "cnn-course" / "workbook" / ".."
    assert (beside / "images" / "README.md").samefile(COURSE / "images" / "README.md")
    assert (beside / "data" / "mnist.npz").exists()


def test_what_a_learner_saved_or_made_stays(tmp_path):
    folder = tmp_path / "cnn-course"
    lay_out(folder)
    own = folder / "workbook" / "my_own.ipynb"
    saved = folder / "workbook" / notebook_path("03").name
    own.write_text("mine")
    saved.write_text("what was saved")
    (folder / "workbook" / notebook_path("04").name).unlink()
    lay_out(folder)
    assert own.read_text() == "mine" and saved.read_text() == "what was saved"
    assert (folder / "workbook" / notebook_path("04").name).exists()


def test_links_follow_a_course_that_has_moved_and_nothing_else_is_touched(tmp_path):
    (tmp_path / "images").symlink_to("/the/course/as/it/was/images")
    (tmp_path / "data").mkdir()  # a learner's own
    open_workbook.link_the_course(tmp_path)
    assert os.readlink(tmp_path / "images") == str(COURSE / "images")
    assert not (tmp_path / "data").is_symlink()


def test_learners_renew_their_own_copies(tmp_path):
    folder = tmp_path / "cnn-course"
    lay_out(folder)
    (folder / "workbook" / notebook_path("03").name).unlink()
    told = run(folder, "-m", "tools.renew", "3").stdout
    assert told == "workbook/03_pooling.ipynb is there now.\n"
    assert (folder / "workbook" / "03_pooling.ipynb").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid(), reason="asks root")
def test_no_server_runs_as_root():
    command = [sys.executable, "-P", open_workbook.__file__]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("This would run as root: a learner's server runs as")
