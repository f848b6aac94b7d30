"""What a bare kernel lacks for the lessons is found, and brought in our versions."""

import ast
import sys
from types import SimpleNamespace

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from tools import elsewhere
from tools.lessons import COURSE, NOTEBOOKS

IN_EVERY_KERNEL = {"IPython", "ipykernel", "traitlets"}
WITH_KERAS = {"h5py"}
BESIDES = {"keras_hub"}  # the text of dive 14b says how to have it
OURS = {"utils", "tools", "tests"}


def imported(text):
    """The top-level names of the modules that a Python text imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0]


def test_it_brings_all_that_lessons_and_helpers_import():
    texts = [file.read_text("utf-8") for file in (COURSE / "utils").rglob("*.py")]
    plain = TransformerManager()
    for path in NOTEBOOKS.glob("*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        texts += [
            plain.transform_cell(c.source) for c in cells if c.cell_type == "code"
        ]
    names = {name for text in texts for name in imported(text)}
    others = names - sys.stdlib_module_names - IN_EVERY_KERNEL - WITH_KERAS
    others -= OURS | BESIDES
    assert others <= set(elsewhere.BROUGHT_BY)


def test_where_nothing_is_missing_nothing_is_installed():
    assert elsewhere.missing_requirements() == []


def test_what_is_missing_comes_in_the_version_of_the_course(monkeypatch):
    missing = {"PIL", "tensorflow"}
    monkeypatch.setattr(
        elsewhere, "find_spec", lambda name: None if name in missing else name
    )
    lines = elsewhere.missing_requirements()
    assert [line.partition("==")[0] for line in lines] == [
        "pillow",
        "tensorflow-cpu",
        "tensorflow",
    ]
    requirements = (COURSE / "requirements.txt").read_text("utf-8")
    assert all(f"\n{line}" in requirements for line in lines)
    assert ";" in lines[1] and ";" in lines[2] and "#" not in "".join(lines)


def test_each_package_has_its_line(monkeypatch):
    monkeypatch.setattr(elsewhere, "find_spec", lambda name: None)
    found = {line.partition("==")[0] for line in elsewhere.missing_requirements()}
    assert found == {name for names in elsewhere.BROUGHT_BY.values() for name in names}


def test_what_cannot_be_installed_is_one_sentence(monkeypatch):
    commands = []

    def fails(command, check):
        commands.append(command)
        return SimpleNamespace(returncode=1)

    monkeypatch.setattr(elsewhere.subprocess, "run", fails)
    with pytest.raises(elsewhere.NotFetched, match=r"run this cell again: numpy==1\."):
        elsewhere.install(["numpy==1"])
    assert commands[0][:4] == [sys.executable, "-m", "pip", "install"]
    assert commands[0][-1] == "numpy==1"
