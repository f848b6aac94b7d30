"""Binder gets the packages that everybody gets, on a Python that the course is for.

repo2docker reads .binder/; `jupyter-repo2docker --no-build .` shows what it makes of
it.
"""

import os
import re
import tomllib

import pytest

from tools.lessons import COURSE

BINDER = COURSE / ".binder"


def test_its_python_is_one_of_ours():
    named = (BINDER / "runtime.txt").read_text("utf-8").strip()
    version = re.fullmatch(r"python-(\d+\.\d+)", named)[1]
    project = tomllib.loads((COURSE / "pyproject.toml").read_text("utf-8"))["project"]
    first, beyond = re.findall(r"\d+\.(\d+)", project["requires-python"])
    assert version in [f"3.{minor}" for minor in range(int(first), int(beyond))]


def test_its_packages_are_those_of_the_course():
    lines = (BINDER / "requirements.txt").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if line and not line.startswith("#")]
    option, file = line.split()
    assert option == "-r"
    assert (BINDER / file).resolve() == COURSE / "requirements.txt"


def test_it_keeps_the_same_pop_ups_away():
    script = (BINDER / "postBuild").read_text("utf-8")
    makefile = (COURSE / "Makefile").read_text("utf-8")
    (extension,) = re.findall(r"^ANNOUNCEMENTS := (\S+)$", makefile, re.MULTILINE)
    assert f"labextension disable --level=sys_prefix {extension}\n" in script


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permission")
def test_its_script_can_be_run():
    assert os.access(BINDER / "postBuild", os.X_OK)
