"""`make`, run in a folder of its own."""

import os
import shutil
import subprocess

import pytest

from tools.lessons import COURSE

needs_make = pytest.mark.skipif(
    shutil.which("make") is None or os.name == "nt", reason="needs make and a shell"
)


def copied(folder, *names):
    """The folder, with the Makefile, what it reads, and more of the course in it."""
    own = ("Makefile", "requirements.txt", "requirements-class.txt", "pyproject.toml")
    hub = ("requirements-hub.txt", "classroom/package.json")
    for name in (*own, *hub, "classroom/package-lock.json", *names):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(COURSE / name, folder / name)
    return folder


def make(folder, *arguments, **variables):
    """What `make` with these arguments ends with there."""
    command = ["make", "--no-print-directory", *arguments]
    # A make that runs these tests must not lend them its own flags and variables.
    outer = ("MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS", "MAKELEVEL")
    environment = {name: os.environ[name] for name in os.environ if name not in outer}
    environment |= variables
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True
    )
