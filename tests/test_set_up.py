"""The set-up refuses a Python without wheels in one sentence, and is done once."""

import os
import shutil
import subprocess
import sys

import pytest
from packaging.requirements import Requirement

from tools.lessons import COURSE

SUPPORTED = ("3.11", "3.12", "3.13")
SCRIPTS = ("tools/check_computer.py", "tools/check_imports.py", "tools/doctor.py")

needs_make = pytest.mark.skipif(
    shutil.which("make") is None or os.name == "nt", reason="needs make and a shell"
)


@pytest.fixture
def course(tmp_path):
    """A copy of the files that the set-up reads."""
    (tmp_path / "tools").mkdir()
    for name in ("Makefile", "requirements.txt", "pyproject.toml", *SCRIPTS):
        shutil.copy(COURSE / name, tmp_path / name)
    return tmp_path


def make(folder, *arguments, **variables):
    command = ["make", "--no-print-directory", *arguments]
    # A make that runs these tests must not lend them its own flags and variables.
    outer = ("MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS", "MAKELEVEL")
    environment = {name: os.environ[name] for name in os.environ if name not in outer}
    environment |= variables
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True
    )


def python_that_calls_itself(version, folder, system=None, machine=None):
    """A stand-in for another Python: states that version, and cannot be installed.

    system, machine: as sysconfig and platform name them; this computer's unless given.
    """
    stand_in = folder / f"python{version}"
    numbers = (*map(int, version.split(".")), 0)
    code = f"""
import platform, runpy, sys, sysconfig
sys.version_info, sys.executable = {numbers}, '/no/python'
sysconfig.get_platform = lambda system=sysconfig.get_platform(): {system!r} or system
platform.machine = lambda machine=platform.machine(): {machine!r} or machine
option, *rest = sys.argv[1:]
exec(*rest) if option == '-c' else runpy.run_path(option, run_name='__main__')
"""
    stand_in.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = --version ]; then echo Python {version}.0; exit; fi\n'
        f'exec "{sys.executable}" -c "{code}" "$@"\n'
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
def test_the_path_of_a_python_may_hold_spaces(course):
    (course / "my programs").mkdir()
    python = python_that_calls_itself("3.12", course / "my programs")
    result = make(course, "test", f"PYTHON={python}")
    assert "Setting up .venv with Python 3.12.0" in result.stdout


@needs_make
@pytest.mark.parametrize(
    ("system", "machine", "named"),
    [
        ("macosx-10.15-x86_64", "x86_64", "Macs with an Intel processor"),
        ("win-arm64", "ARM64", "Windows on ARM"),
        ("linux-armv7l", "armv7l", "linux-armv7l"),
    ],
)
def test_make_refuses_a_computer_without_tensorflow_before_it_downloads(
    course, system, machine, named
):
    python = python_that_calls_itself("3.12", course, system, machine)
    result = make(course, "lab", f"PYTHON={python}")
    said, _ = result.stderr.strip().splitlines()
    assert said.startswith(f"TensorFlow 2.21 has no edition for {named}")
    assert "Setting up" not in result.stdout
    assert not (course / ".venv").exists()


@needs_make
def test_a_second_run_installs_nothing(course):
    (course / ".venv").mkdir()
    (course / ".venv" / "ready").touch()
    assert make(course, "--question", ".venv/ready").returncode == 0
    os.utime(course / "requirements.txt", (2**31, 2**31))
    assert make(course, "--question", ".venv/ready").returncode == 1


@pytest.fixture
def ready_course(course):
    """As if it were set up: with a Python that has the packages, and a JupyterLab that
    prints where it is at home, and what it is asked to do."""
    for folder in ("notebooks", "utils", ".venv/bin", ".venv/lab/jupyterlab"):
        (course / folder).mkdir(parents=True)
    shutil.copytree(COURSE / "tools", course / "tools", dirs_exist_ok=True)
    (course / "utils" / "__init__.py").touch()
    publish(course, "10_training_better")
    jupyterlab = course / ".venv" / "lab" / "jupyterlab"
    (jupyterlab / "__init__.py").touch()
    (jupyterlab / "labapp.py").write_text(
        "import os\n"
        "def main(asked):\n"
        "    print(f'started at {os.environ[\"HOME\"]}:', *asked)\n"
    )
    python = course / ".venv" / "bin" / "python"
    # Its helpers lie in its own folder, as after a set-up.
    python.write_text(
        f'#!/bin/sh\nPYTHONPATH="{course}:{course}/.venv/lab" exec '
        f'"{sys.executable}" "$@"\n'
    )
    python.chmod(0o755)
    (course / ".venv" / "ready").touch()
    return course


def publish(course, name):
    """A lesson without cells."""
    empty = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    (course / "notebooks" / f"{name}.ipynb").write_text(empty)


@needs_make
@pytest.mark.parametrize("target", ["outputs", "lab"])
def test_a_lesson_that_is_none_stops_make_before_it_does_anything(ready_course, target):
    result = make(ready_course, target, "LESSON=1")
    said = result.stdout + result.stderr
    assert result.returncode != 0 and "ruff" not in said and "started" not in said
    assert result.stderr.startswith("There is no lesson 1; there are: 10.")


@needs_make
def test_lab_opens_the_lesson_that_is_named(ready_course):
    publish(ready_course, "01_convolution")
    for arguments, name in (
        ([], "01_convolution"),
        (["LESSON=10"], "10_training_better"),
    ):
        result = make(ready_course, "lab", *arguments)
        assert f"default_url=/lab/tree/workbook/{name}.ipynb" in result.stdout
        assert (ready_course / "workbook" / f"{name}.ipynb").exists()


@needs_make
def test_renew_renews_the_lesson_that_is_named(ready_course):
    for arguments, told in (
        ([], "The course has no newer form of any lesson in workbook/.\n"),
        (["LESSON=10"], "workbook/10_training_better.ipynb is there now.\n"),
    ):
        assert make(ready_course, "renew", *arguments).stdout == told


@needs_make
def test_who_has_no_home_gets_a_place_in_the_environment(ready_course, tmp_path):
    home = ready_course / "home"
    for variable, used in ("", ".venv/home"), ("/none/at/all", ".venv/home"):
        result = make(ready_course, "lab", "LESSON=10", HOME=variable)
        assert f"started at {ready_course / used}: " in result.stdout
    home.mkdir()
    result = make(ready_course, "lab", "LESSON=10", HOME=str(home))
    assert f"started at {home}: " in result.stdout


@needs_make
@pytest.mark.parametrize("target", ["lab", "check", "test", "outputs"])
def test_a_file_in_the_way_stops_make_before_it_does_anything(ready_course, target):
    (ready_course / "notebooks" / "utils.py").touch()
    result = make(ready_course, target)
    said, _ = result.stderr.strip().splitlines()
    assert said.startswith("notebooks/utils.py would be imported in place of")
    assert not result.stdout


@needs_make
def test_doctor_runs_before_the_set_up_and_does_not_start_it(course):
    python = python_that_calls_itself("3.12", course)
    result = make(course, "doctor", f"PYTHON={python}")
    *lines, last = result.stdout.splitlines()
    assert result.returncode != 0 and last.endswith(" to mend.")
    assert lines and all(line.startswith(("ok  ", "no  ")) for line in lines)
    assert not (course / ".venv").exists()


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


@pytest.mark.parametrize(
    ("platform", "machine", "stops"),
    [
        ("linux", "x86_64", False),
        ("linux", "aarch64", False),
        ("darwin", "arm64", False),
        ("darwin", "x86_64", True),
        ("win32", "AMD64", False),
        ("win32", "ARM64", True),
    ],
)
def test_plain_pip_stops_at_a_computer_without_tensorflow_only(
    platform, machine, stops
):
    lines = (COURSE / "requirements.txt").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith("unsupported-computer")]
    requirement = Requirement(line)
    assert "TensorFlow-has-no-edition-for-Intel-Macs" in requirement.url
    environment = {"sys_platform": platform, "platform_machine": machine}
    assert requirement.marker.evaluate(environment) == stops


def test_every_requirement_is_pinned():
    lines = (COURSE / "requirements.txt").read_text().splitlines()
    named = [line.split("#")[0].strip() for line in lines]
    named = [line for line in named if line and not line.startswith(("-e", "unsup"))]
    assert all(str(Requirement(line).specifier).startswith("==") for line in named)
    assert lines[-1] == "-e ."
