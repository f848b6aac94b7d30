"""The set-up refuses a Python without wheels in one sentence, and is done once."""

import os
import sys

import pytest
from packaging.requirements import Requirement

from tests.made import copied, make, needs_make
from tools.lessons import COURSE

SUPPORTED = ("3.11", "3.12", "3.13")
SCRIPTS = ("tools/check_computer.py", "tools/check_imports.py", "tools/doctor.py")


@pytest.fixture
def course(tmp_path):
    """What the set-up reads, in a folder of its own."""
    return copied(tmp_path, *SCRIPTS)


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
