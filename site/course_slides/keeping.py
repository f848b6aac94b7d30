"""What is kept of a lesson that has run, and whether it is still true.

site/kept_figures/03/ holds what lesson 3 showed, and made_of.json: a hash of its code,
of each of the course's modules that it imports, and of the stored runs that it reads.
"""

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

from tools.cells import source_of
from tools.lessons import COURSE, notebook_path

KEPT = COURSE / "site" / "kept_figures"
PINS = "requirements.txt"
# Rooms of utils/ that no figure depends on.
BESIDE = ("utils/checking", "utils/exercises", "utils/page", "utils/play")
LOADED = re.compile(r"load_result\(\"(\w+)\"")  # what a bench has stored
LAST_CELL = "exercise.progress()"


def is_kept(name):
    """Whether a lesson has run, and neither its code nor what it imports is changed."""
    made_of = KEPT / name / "made_of.json"
    if not made_of.exists():
        return False
    stored = json.loads(made_of.read_text(encoding="utf-8"))
    return stored == {"code": code_of(name)} | states(set(stored) - {"code"})


def begin(name):
    """An empty folder for a lesson that is about to run."""
    folder = KEPT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def end(name):
    """Note that a lesson has run, in this process, and what it was made of."""
    files = {getattr(module, "__file__", None) for module in [*sys.modules.values()]}
    inside = [
        Path(file).relative_to(COURSE).as_posix()
        for file in files
        if file and Path(file).is_relative_to(COURSE)
    ]
    deciding = [
        file
        for file in inside
        if file.startswith(("utils/", "site/")) and not file.startswith(BESIDE)
    ]
    deciding += [f"data/results/{stored}.json" for stored in LOADED.findall(code(name))]
    made_of = {"code": code_of(name)} | states([*sorted(deciding), PINS])
    (KEPT / name / "made_of.json").write_text(json.dumps(made_of), encoding="utf-8")


def code_of(name):
    """A hash of a lesson's code."""
    return short_hash(code(name))


def code(name):
    """The code of all cells of a lesson."""
    return "\0".join(map(source_of, code_cells(name)))


def skipped(name):
    """The code of those cells that no slide shows."""
    cells = code_cells(name)
    return [source_of(c).strip() for c in cells if c["metadata"].get("slide") == "skip"]


def code_cells(name):
    """The code cells of a lesson, as its file holds them."""
    notebook = json.loads(notebook_path(name).read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def states(files):
    """{file: a hash of it}, paths from the course's root; "" for one that is gone."""
    paths = {file: COURSE / file for file in files}
    return {
        file: short_hash(path.read_text(encoding="utf-8")) if path.exists() else ""
        for file, path in paths.items()
    }


def short_hash(text):
    """Sixteen letters that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
