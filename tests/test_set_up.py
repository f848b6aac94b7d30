"""The set-up refuses a Python without wheels in one sentence, and is done once."""

import os
import shutil
import subprocess
import sys

import pytest
from packaging.requirements import Requirement

from tools.lessons import COURSE

SUPPORTED = ("3.11", "3.12", "3.13")

needs_make = pytest.mark.skipif(
    shutil.which("make") is None or os.name == "nt", reason="needs make and a shell"
)


@pytest.fixture
def course(tmp_path):
    """A copy of the files that the set-up reads."""
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(COURSE / name, tmp_path)
    return tmp_path


def make(folder, *arguments):
    command = ["make", "--no-print-directory", *arguments]
    # A make that runs these tests must not lend them its own flags and variables.
    outer = ("MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS", "MAKELEVEL")
    environment = {name: os.environ[name] for name in os.environ if name not in outer}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True
    )


def python_that_calls_itself(version, folder):
    """A stand-in for another Python: states that version, and cannot be installed."""
    stand_in = folder / f"python{version}"
    numbers = (*map(int, version.split(".")), 0)
    code = f"import sys; sys.version_info = {numbers}; sys.executable = '/no/python'"
    stand_in.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = --version ]; then echo Python {version}.0; exit; fi\n'
        f'exec "{sys.executable}" -c "{code}; exec(sys.argv[1])" "$2"\n'
    )
    stand_in.chmod(0o755)
    return stand_in


@needs_make
@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_make_refuses_an_unsupported_python_in_one_sentence(course, version):
    python = python_that_calls_itself(version, course)
    result = make(course, "test", f"PYTHON={python}")
    said, makes_own_line = result.stderr.strip().splitlines()
    assert result.returncode != 0
    assert said.startswith("This course needs Python 3.11, 3.12 or 3.13")
    assert str(python) in said
    assert "Error 1" in makes_own_line
    assert not (course / ".venv").exists()


@needs_make
def test_make_takes_the_first_suitable_python(course):
    too_old = python_that_calls_itself("3.10", course)
    suitable = python_that_calls_itself("3.12", course)
    result = make(course, "test", f"PYTHON={too_old} {suitable}")
    assert "Setting up .venv with Python 3.12.0" in result.stdout
    # The stand-in cannot make an environment: nothing counts as set up.
    assert result.returncode != 0
    assert not (course / ".venv" / "ready").exists()


@needs_make
def test_a_second_run_installs_nothing(course):
    (course / ".venv").mkdir()
    (course / ".venv" / "ready").touch()
    assert make(course, "--question", ".venv/ready").returncode == 0
    os.utime(course / "requirements.txt", (2**31, 2**31))
    assert make(course, "--question", ".venv/ready").returncode == 1


@needs_make
def test_a_lesson_that_is_none_stops_make_before_it_does_anything(course):
    for folder in ("tools", "notebooks", ".venv/bin"):
        (course / folder).mkdir(parents=True)
    shutil.copy(COURSE / "tools" / "lessons.py", course / "tools")
    (course / "notebooks" / "10_training_better.ipynb").touch()
    (course / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (course / ".venv" / "ready").touch()
    result = make(course, "outputs", "LESSON=1")
    assert result.returncode != 0 and "ruff" not in result.stdout + result.stderr
    assert result.stderr.startswith("There is no lesson 1; there are: 10.")


def test_plain_pip_stops_at_an_unsupported_python_only():
    lines = (COURSE / "requirements.txt").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith("unsupported-python")]
    requirement = Requirement(line)
    assert "This-course-needs-Python-3.11-3.12-or-3.13" in requirement.url
    stops = {
        version: requirement.marker.evaluate({"python_version": version})
        for version in ("3.9", "3.10", *SUPPORTED, "3.14", "3.15")
    }
    assert [version for version, stop in stops.items() if not stop] == [*SUPPORTED]


def test_every_requirement_is_pinned():
    lines = (COURSE / "requirements.txt").read_text().splitlines()
    named = [line.split("#")[0].strip() for line in lines]
    named = [line for line in named if line and not line.startswith(("-e", "unsup"))]
    assert all(str(Requirement(line).specifier).startswith("==") for line in named)
    assert lines[-1] == "-e ."
