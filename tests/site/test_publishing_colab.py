"""The workflow puts Colab's edition onto a branch of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

from course_site.editions import BRANCH
from tests.site.test_publishing import PINNED, WORKFLOWS
from tools.lessons import COURSE, all_lessons, notebook_path

SCRIPT = "site/publish_colab.sh"


def git(folder, *arguments):
    """What git answers there."""
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def course(tmp_path):
    """A checkout of the course, as it lies here, with an origin."""
    folder = tmp_path / "course"
    for name in ("site/course_site", "tools", "notebooks"):
        ignored = shutil.ignore_patterns("__pycache__", "saved")
        shutil.copytree(COURSE / name, folder / name, ignore=ignored)
    for name in (SCRIPT, ".gitignore"):
        shutil.copy(COURSE / name, folder / name)
    git(tmp_path, "init", "-q", "--bare", "origin")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "The course")
    git(folder, "remote", "add", "origin", str(tmp_path / "origin"))
    return folder


def test_the_branch_holds_the_lessons_and_one_commit(course):
    origin = course.parent / "origin"
    python = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{python}{os.pathsep}{os.environ['PATH']}"}
    before = git(course, "status", "--porcelain", "--branch")
    for _ in range(2):
        command = [course / SCRIPT, "someone/cnn"]
        subprocess.run(command, env=environment, cwd="/", check=True)
    assert git(origin, "rev-list", "--count", BRANCH) == "1"
    files = git(origin, "ls-tree", "-r", "--name-only", BRANCH).split("\n")
    assert files == sorted(notebook_path(name).name for name in all_lessons())
    text = git(origin, "show", f"{BRANCH}:03_pooling.ipynb")
    first = nbformat.reads(text, as_version=4).cells[1].source
    assert "https://github.com/someone/cnn cnn-course" in first
    assert git(course, "status", "--porcelain", "--branch") == before


def test_the_workflow_calls_it_and_lets_it_push():
    workflow = yaml.safe_load((WORKFLOWS / "site.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["colab"]
    assert job["permissions"] == {"contents": "write"}
    *_, install, publish = [step["run"] for step in job["steps"] if "run" in step]
    assert publish == f'{SCRIPT} "$GITHUB_REPOSITORY"'
    assert os.access(COURSE / SCRIPT, os.X_OK)
    named = install.partition("pip install --quiet ")[2]
    shown = subprocess.check_output(
        ["sh", "-c", f"echo {named}"], cwd=COURSE, text=True
    )
    requirements = (COURSE / "requirements.txt").read_text(encoding="utf-8")
    assert shown.startswith("nbformat==") and f"\n{shown.strip()} " in requirements
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert used and all(PINNED.fullmatch(action) for action in used)
