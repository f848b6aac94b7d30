"""`make`, run in a folder of its own."""

import os
import shutil
import subprocess

import pytest

from tools.lessons import COURSE

needs_make = pytest.mark.skipif(
    shutil.which("make") is None or os.name == "nt", reason="needs make and a shell"
)

MORE = ("class", "cluster", "gpu", "hub", "site")  # requirements-….txt
PLACES = ("classroom", "site")  # of what comes by npm


def copied(folder, *names):
    """The folder, with the Makefile, what it reads, and more of the course in it."""
    pins = ["requirements.txt", *(f"requirements-{which}.txt" for which in MORE)]
    pins += [
        f"{place}/package{lock}.json" for place in PLACES for lock in ("", "-lock")
    ]
    for name in ("Makefile", *pins, "pyproject.toml", *names):
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
