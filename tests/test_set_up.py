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
    return copied(tmp_path, *SCRIPTS, "requirements-gpu.txt")


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


@pytest.mark.parametrize("more", ["", "-class", "-cluster", "-gpu"])
def test_every_requirement_is_pinned(more):
    lines = (COURSE / f"requirements{more}.txt").read_text("utf-8").splitlines()
    named = [line.split("#")[0].strip() for line in lines]
    named = [line for line in named if line and not line.startswith(("-e", "unsup"))]
    assert named
    assert all(str(Requirement(line).specifier).startswith("==") for line in named)
    assert (lines[-1] == "-e .") == (not more)


@needs_make
def test_make_test_and_nbgraders_assignment_bring_nbgrader_and_nothing_else_does(
    course,
):
    (course / ".venv").mkdir()
    (course / ".venv" / "ready").touch()
    os.utime(course / ".venv" / "ready", (2**31, 2**31))
    brings = {
        arguments: "-r requirements-class.txt" in make(course, "-n", *arguments).stdout
        for arguments in (
            ("test",),
            ("assignment", "NBGRADER=1"),
            ("assignment",),
            ("lab",),
            ("check",),
            ("grade",),
            ("gradebook",),
        )
    }
    assert [*brings.values()] == [True, True, False, False, False, False, False]


def pinned_tensorflow(file):
    """The versions of every edition of TensorFlow that a file names."""
    lines = (COURSE / file).read_text("utf-8").splitlines()
    named = [Requirement(line) for line in lines if line.startswith("tensorflow")]
    return {str(one.specifier) for one in named}


def test_both_editions_of_tensorflow_are_of_one_version():
    editions = [pinned_tensorflow(f"requirements{which}.txt") for which in ("", "-gpu")]
    assert len(editions[0]) == 1 and editions[0] == editions[1]


@needs_make
def test_the_gpus_tensorflow_takes_the_place_of_the_processors(course, tmp_path):
    """On Linux and x86-64, which a stand-in for uname says this is."""
    put_uname(tmp_path, "Linux x86_64")
    says = make(course, "-n", "gpu", PATH=f"{tmp_path}:{os.environ['PATH']}").stdout
    taken, brought = says.rindex("uninstall"), says.rindex("-r requirements-gpu.txt")
    assert "tensorflow-cpu tensorflow" in says[taken:] and taken < brought


@needs_make
@pytest.mark.parametrize("computer", ["Darwin arm64", "Linux aarch64"])
def test_another_computer_is_told_that_no_gpu_is_needed(course, tmp_path, computer):
    (course / ".venv").mkdir()
    (course / ".venv" / "ready").touch()
    os.utime(course / ".venv" / "ready", (2**31, 2**31))
    put_uname(tmp_path, computer)
    result = make(course, "gpu", PATH=f"{tmp_path}:{os.environ['PATH']}")
    (said,) = [
        line for line in result.stderr.splitlines() if not line.startswith("make")
    ]
    assert result.returncode != 0 and f"this is {computer}: " in said
    assert said.endswith("go on without.") and not (course / ".venv/ready-gpu").exists()


def put_uname(folder, answer):
    (folder / "uname").write_text(f"#!/bin/sh\necho {answer}\n")
    (folder / "uname").chmod(0o755)


@needs_make
def test_dask_comes_with_the_tests_and_where_a_scheduler_is_named(course):
    (course / ".venv").mkdir()
    (course / ".venv" / "ready").touch()
    os.utime(course / ".venv" / "ready", (2**31, 2**31))
    address = "tcp://127.0.0.1:8786"
    brings = {
        arguments: "-r requirements-cluster.txt"
        in make(course, "-n", *arguments).stdout
        for arguments in (
            ("test",),
            ("test-class",),
            ("scheduler",),
            ("worker", f"SCHEDULER={address}"),
            ("grade", f"GRADEFLAGS=--scheduler {address}"),
            ("bench-long", f"SCHEDULER={address}"),
            ("grade",),
            ("grade", "GRADEFLAGS=--jobs 4"),
            ("bench-long",),
            ("bench",),
            ("check",),
            ("lab",),
        )
    }
    assert [*brings.values()] == [True] * 6 + [False] * 6


@needs_make
def test_a_scheduler_that_is_named_is_handed_on(course):
    (course / ".venv").mkdir()
    for stamp in ("ready", "ready-cluster"):
        (course / ".venv" / stamp).touch()
        os.utime(course / ".venv" / stamp, (2**31, 2**31))
    address = "tcp://127.0.0.1:8786"
    asked = make(course, "-n", "bench-long", f"SCHEDULER={address}", "QUESTION=depth")
    assert f'--long --scheduler "{address}" "depth"' in asked.stdout
    flags = "CLUSTERFLAGS=--workers 4"
    asked = make(course, "-n", "worker", f"SCHEDULER={address}", flags)
    assert f'start worker "{address}" --workers 4' in asked.stdout
