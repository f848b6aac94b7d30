"""What tests/gpu_check.sh says and runs, with stand-ins for Python and its packages."""

import os
import shutil
import subprocess

import pytest

from tests.gpu.device import DEVICE, NO_GPU, found_gpus
from tools.lessons import COURSE

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or os.name == "nt", reason="needs bash"
)
PYTHON = """#!/bin/sh
case "$*" in
*tests.gpu.device*) {device} ;;
*) echo "$COURSE_DEVICE $*" ;;
esac
"""


@pytest.fixture
def course(tmp_path):
    """A folder with the script, where a stand-in for Python sees a GPU."""
    (tmp_path / "tests").mkdir()
    shutil.copy(COURSE / "tests" / "gpu_check.sh", tmp_path / "tests")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "ready-gpu").touch()
    put_python(tmp_path, "echo TensorFlow sees one")
    return tmp_path


def put_python(course, device):
    python = course / ".venv" / "bin" / "python"
    python.write_text(PYTHON.format(device=device))
    python.chmod(0o755)


def check(course, *arguments):
    return subprocess.run(
        ["bash", course / "tests" / "gpu_check.sh", *arguments],
        capture_output=True,
        text=True,
    )


def the_sentence(done):
    """What was said, if it is one line that ends as a sentence does."""
    (line,) = done.stderr.splitlines()
    assert line.endswith(".")
    return line


def test_the_tests_and_two_lessons_run_on_the_gpu(course):
    said = check(course).stdout.splitlines()
    lessons = [word for word in said[-1].split() if word.startswith("notebooks/")]
    assert said[0] == "TensorFlow sees one"
    assert said[-1].startswith("GPU:0 -m pytest -n0 tests/gpu ")
    assert len(lessons) == 2
    assert all((COURSE / lesson).is_file() for lesson in lessons)


def test_all_takes_every_notebook(course):
    assert (
        check(course, "--all").stdout.splitlines()[-1].endswith("tests/gpu notebooks")
    )


def test_without_the_gpus_tensorflow_it_says_what_to_type(course):
    (course / ".venv" / "ready-gpu").unlink()
    done = check(course)
    assert done.returncode == 2 and not done.stdout
    assert "make gpu" in the_sentence(done)


def test_without_a_gpu_nothing_runs(course):
    put_python(course, "exit 1")
    done = check(course)
    assert done.returncode == 2 and "pytest" not in done.stdout


def test_another_argument_is_refused(course):
    done = check(course, "--al")
    assert done.returncode == 2
    assert "'--al'" in the_sentence(done)


@pytest.mark.skipif(DEVICE != "CPU:0" or bool(found_gpus()), reason="has a GPU")
def test_a_computer_without_a_gpu_is_told_so():
    python = COURSE / ".venv" / "bin" / "python"
    done = subprocess.run(
        [python, "-m", "tests.gpu.device"], cwd=COURSE, capture_output=True, text=True
    )
    assert done.returncode == 1 and the_sentence(done) == NO_GPU
