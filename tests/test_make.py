"""Once set up, make opens, renews and runs the lessons named, or says why not."""

import shutil
import sys

import pytest

from tests.made import copied, make, needs_make
from tools.lessons import COURSE


@pytest.fixture
def ready_course(tmp_path):
    """As if it were set up: with a Python that has the packages, and a JupyterLab that
    prints where it is at home, and what it is asked to do."""
    course = copied(tmp_path)
    for folder in ("notebooks", "utils", ".venv/bin", ".venv/lab/jupyterlab"):
        (course / folder).mkdir(parents=True)
    shutil.copytree(COURSE / "tools", course / "tools")
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
