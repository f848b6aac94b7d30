"""Make a kernel ready for a lesson where the course is not installed, as on Colab.

The first cell of a lesson that was downloaded, or opened on Colab, runs this file, from
a copy of the course that it has just fetched. What is installed already is kept, in
whatever version; the rest comes in the course's own. Needs nothing but Python itself.
"""

import importlib
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

COURSE = Path(__file__).resolve().parents[1]
# What the lessons import, and the names in requirements.txt that bring it.
BROUGHT_BY = {
    "anywidget": ["anywidget"],
    "ipywidgets": ["ipywidgets"],
    "keras": ["keras"],
    "matplotlib": ["matplotlib"],
    "numpy": ["numpy"],
    "PIL": ["pillow"],
    "scipy": ["scipy"],
    "skimage": ["scikit-image"],
    "sklearn": ["scikit-learn"],
    "tensorflow": ["tensorflow", "tensorflow-cpu"],
}
REQUIREMENT = re.compile(r"^([\w-]+)==[^#\n]+", re.MULTILINE)


class NotFetched(Exception):
    """The packages could not be installed; the message says what to do."""


def get_ready():
    """Install what is missing; let this kernel import and open the course's files."""
    lines = missing_requirements()
    if lines:
        install(lines)
    for name in [name for name in sys.modules if name.partition(".")[0] == "utils"]:
        del sys.modules[name]  # another one of this name
    sys.path.insert(0, str(COURSE))
    importlib.invalidate_caches()
    os.chdir(COURSE / "notebooks")  # where the lessons' names of files begin
    print(f"The course is ready. Its folder, for pictures of yours too: {COURSE}")


def missing_requirements():
    """The lines of requirements.txt that bring what cannot be imported yet."""
    names = {
        name
        for module, brought_by in BROUGHT_BY.items()
        if find_spec(module) is None
        for name in brought_by
    }
    text = (COURSE / "requirements.txt").read_text(encoding="utf-8")
    found = REQUIREMENT.finditer(text)
    return [line[0].strip() for line in found if line[1] in names]


def install(lines):
    """Have pip install them. Raises NotFetched."""
    command = [sys.executable, "-m", "pip", "install", "--quiet"]
    command.append("--disable-pip-version-check")
    if subprocess.run([*command, *lines], check=False).returncode:
        raise NotFetched(
            "These packages could not be installed, see above; check the network, and "
            f"run this cell again: {', '.join(lines)}."
        )


if __name__ == "__main__":
    get_ready()
