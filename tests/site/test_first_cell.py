"""The first cell of an edition, run where the course is not, and then the lesson's own.

The packages are there, as on Colab, so that nothing comes from a network; a folder
stands for the repository.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from course_site.editions import edition
from tools.lessons import COURSE

PACKAGES = Path(sysconfig.get_path("purelib"))
KERNEL = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in json.loads(sys.argv[1]):
    shell.run_cell(cell).raise_error()
"""
LOOKS = 'import sys, utils\nprint(utils.__file__, "image of", photo.shape)'
OPENS = 'photo = load_image("../images/camera.png", grey=True)'


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A repository with what lesson 3 needs of the course, as it lies here."""
    folder = tmp_path_factory.mktemp("repository")
    for name in ("utils", "tools"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(COURSE / name, folder / name, ignore=ignored)
    for name in ("requirements.txt", "images/camera.png", "notebooks/03_pooling.ipynb"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(COURSE / name, folder / name)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "The course"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    return folder


@pytest.fixture
def bare(tmp_path):
    """A function that runs cells in a folder, in a Python that lacks the course."""
    packages, content = tmp_path / "packages", tmp_path / "content"
    packages.mkdir()
    content.mkdir()
    for entry in PACKAGES.iterdir():
        if "cnn_course" not in entry.name and entry.suffix != ".pth":
            (packages / entry.name).symlink_to(entry)

    def run(*cells):
        return subprocess.run(
            [sys.executable, "-S", "-c", KERNEL, json.dumps(cells)],
            cwd=content,
            env=os.environ | {"PYTHONPATH": str(packages), "MPLBACKEND": "Agg"},
            capture_output=True,
            text=True,
        )

    run.content = content
    return run


def cells_of_lesson_3(repository):
    """The cell that fetches, and the lesson's first own one."""
    code = [
        cell.source
        for cell in edition("03", repository.as_uri()).cells
        if cell.cell_type == "code"
    ]
    assert "from utils.exercises import lesson_03" in code[1]
    return code[:2]


def test_without_it_the_lesson_does_not_start(bare, repository):
    result = bare(cells_of_lesson_3(repository)[1])
    assert "No module named 'utils'" in result.stderr + result.stdout
    assert result.returncode


def test_after_it_the_lesson_runs(bare, repository):
    fetch, imports = cells_of_lesson_3(repository)
    result = bare(fetch, imports, OPENS, LOOKS)
    assert result.returncode == 0, result.stdout + result.stderr
    place = bare.content / "cnn-course"
    assert f"The course is ready. Its folder, for pictures of yours too: {place}" in (
        result.stdout
    )
    assert f"{place / 'utils' / '__init__.py'} image of (" in result.stdout


def test_again_and_after_a_restart_nothing_is_fetched(bare, repository):
    fetch, imports = cells_of_lesson_3(repository)
    assert bare(fetch, fetch, imports).stdout.count("The course is ready.") == 1
    shutil.rmtree(bare.content / "cnn-course" / ".git")  # a second clone would bring it
    result = bare(fetch, imports, OPENS, LOOKS)
    assert result.returncode == 0, result.stdout + result.stderr
    assert not (bare.content / "cnn-course" / ".git").exists()


def test_another_module_of_the_name_is_no_hindrance(bare, repository):
    (bare.content / "utils.py").write_text("# somebody's own\n")
    fetch, imports = cells_of_lesson_3(repository)
    result = bare(fetch, imports, OPENS, LOOKS)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "cnn-course" in result.stdout.splitlines()[-1]
