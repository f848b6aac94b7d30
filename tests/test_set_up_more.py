"""What only some commands need is brought by these, and by no other."""

import os

import pytest
from packaging.requirements import Requirement

from tests.made import MORE, copied, make, needs_make
from tools.lessons import COURSE

ADDRESS = "tcp://127.0.0.1:8786"
BRINGS = {  # what a requirements file is for, and who installs it
    "class": [("test",), ("assignment", "NBGRADER=1")],
    "cluster": [
        ("test",),
        ("test-class",),
        ("scheduler",),
        ("worker", f"SCHEDULER={ADDRESS}"),
        ("grade", f"GRADEFLAGS=--scheduler {ADDRESS}"),
        ("bench-long", f"SCHEDULER={ADDRESS}"),
    ],
    "hub": [("test",), ("test-class",)],
    "site": [("site",), ("slides",), ("test-site",), ("messages",), ("translation",)],
    "gpu": [("gpu",)],
}
COMMANDS = {command for commands in BRINGS.values() for command in commands} | {
    ("lab",),
    ("check",),
    ("lint",),
    ("outputs",),
    ("html",),
    ("assignment",),
    ("grade",),
    ("grade", "GRADEFLAGS=--jobs 4"),
    ("gradebook",),
    ("bench",),
    ("bench-long",),
}
pytestmark = needs_make


@pytest.fixture
def course(tmp_path):
    """What make reads, in a folder of its own, where the set-up is done."""
    folder = copied(tmp_path)
    (folder / ".venv").mkdir()
    is_done(folder, "ready")
    return folder


def is_done(folder, stamp):
    (folder / ".venv" / stamp).touch()
    os.utime(folder / ".venv" / stamp, (2**31, 2**31))


def put_uname(folder, answer):
    """A stand-in for uname, and the PATH where it is found."""
    (folder / "uname").write_text(f"#!/bin/sh\necho {answer}\n")
    (folder / "uname").chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


@pytest.mark.parametrize("more", ["", *(f"-{which}" for which in MORE)])
def test_every_requirement_is_pinned(more):
    lines = (COURSE / f"requirements{more}.txt").read_text("utf-8").splitlines()
    named = [line.split("#")[0].strip() for line in lines]
    named = [line for line in named if line and not line.startswith(("-e", "unsup"))]
    assert named
    assert all(str(Requirement(line).specifier).startswith("==") for line in named)
    assert (lines[-1] == "-e .") == (not more)


def test_every_file_of_requirements_is_known_here():
    files = {file.stem for file in COURSE.glob("requirements-*.txt")}
    assert files == {f"requirements-{which}" for which in MORE} and set(BRINGS) == {
        *MORE
    }


@pytest.mark.parametrize("which", MORE)
def test_a_file_of_requirements_comes_with_its_commands_and_no_other(course, which):
    file = f"-r requirements-{which}.txt"
    found = {c for c in COMMANDS if file in make(course, "-n", *c).stdout}
    assert found == set(BRINGS[which])


def test_both_editions_of_tensorflow_are_of_one_version():
    editions = [pinned_tensorflow(more) for more in ("", "-gpu")]
    assert len(editions[0]) == 1 and editions[0] == editions[1]


def pinned_tensorflow(more):
    """The versions of every edition of TensorFlow that a file names."""
    lines = (COURSE / f"requirements{more}.txt").read_text("utf-8").splitlines()
    named = [Requirement(line) for line in lines if line.startswith("tensorflow")]
    return {str(one.specifier) for one in named}


def test_the_gpus_tensorflow_takes_the_place_of_the_processors(course, tmp_path):
    path = put_uname(tmp_path, "Linux x86_64")
    says = make(course, "-n", "gpu", PATH=path).stdout
    taken, brought = says.rindex("uninstall"), says.rindex("-r requirements-gpu.txt")
    assert "tensorflow-cpu tensorflow" in says[taken:] and taken < brought


@pytest.mark.parametrize("computer", ["Darwin arm64", "Linux aarch64"])
def test_another_computer_is_told_that_no_gpu_is_needed(course, tmp_path, computer):
    result = make(course, "gpu", PATH=put_uname(tmp_path, computer))
    lines = result.stderr.splitlines()
    (said,) = [line for line in lines if not line.startswith("make")]
    assert result.returncode != 0 and f"this is {computer}: " in said
    assert said.endswith("go on without.") and not (course / ".venv/ready-gpu").exists()


def test_a_scheduler_that_is_named_is_handed_on(course):
    is_done(course, "ready-cluster")
    asked = make(course, "-n", "bench-long", f"SCHEDULER={ADDRESS}", "QUESTION=depth")
    assert f'--long --scheduler "{ADDRESS}" "depth"' in asked.stdout
    flags = "CLUSTERFLAGS=--workers 4"
    asked = make(course, "-n", "worker", f"SCHEDULER={ADDRESS}", flags)
    assert f'start worker "{ADDRESS}" --workers 4' in asked.stdout
