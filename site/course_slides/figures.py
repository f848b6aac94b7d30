"""The figures of a lesson at the size of a slide: a lesson runs once, and is kept.

site/kept_figures/03/ holds what lesson 3 shows, and which files it was made of. Beside
its figures lies how they were drawn, under a hash of what their cells ask for.
"""

import hashlib
import json
import os
import pickle
import re
import shutil
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
from nbclient import NotebookClient

from course_slides import drawing
from tools.cells import call_in
from tools.lessons import COURSE, notebook_path
from utils.page.quiet import quiet_start

PINS = "requirements.txt"
KEPT = COURSE / "site" / "kept_figures"
HELP = re.compile(r"(# )?exercise\.\w+\.(hint|solution)\(|exercise\.progress")


class Figures:
    """What a lesson shows; runs it where nothing is kept of its present state."""

    def __init__(self, name):
        self.folder = KEPT / name
        if not is_kept(name, self.folder):
            run(name, self.folder)

    def get(self, key, number, is_result=False, wishes=None, part=0):
        """One figure of the cell `key`, drawn for a slide.

        is_result: whether votes stand above it. wishes: the cell's metadata "slide".
        part: which of the wishes' "panels". Returns what drawing.draw_large returns and
        the "file", or what draw_animation returns.
        """
        kept = self.folder / f"{key}-{number}.json"
        if kept.exists():
            return json.loads(kept.read_text(encoding="utf-8"))
        wishes = wishes or {}
        height = drawing.HEIGHT_BELOW_VOTES if is_result else drawing.HEIGHT
        how = {
            "height": height,
            "panels": wishes.get("panels", [None])[part],
            "size": wishes.get("size"),
        }
        code = Path(drawing.__file__).read_text(encoding="utf-8")
        state = short_hash(json.dumps(how) + code)
        file = self.folder / "drawn" / f"{key}-{number}-{state}.png"
        facts = file.with_suffix(".json")
        if not facts.exists():
            file.parent.mkdir(exist_ok=True)
            stored = (self.folder / f"{key}-{number}.pickle").read_bytes()
            figure = pickle.loads(stored)
            facts.write_text(json.dumps(drawing.draw_large(figure, file, **how)))
            plt.close(figure)
        return json.loads(facts.read_text()) | {"file": file}


def short_hash(text):
    """Sixteen letters that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_kept(name, folder):
    """Whether a lesson has run, and neither its code nor what it imports is changed."""
    made_of = folder / "made_of.json"  # written last
    if not made_of.exists():
        return False
    stored = json.loads(made_of.read_text(encoding="utf-8"))
    return stored == {"code": code_of(name)} | states(set(stored) - {"code"})


def code_of(name):
    """A hash of a lesson's code."""
    return short_hash("\0".join(cell.source for cell in code_cells(name)))


def states(files):
    """{file: a hash of it}, paths from the course's root; "" for one that is gone."""
    paths = {file: COURSE / file for file in files}
    return {
        file: short_hash(path.read_text(encoding="utf-8")) if path.exists() else ""
        for file, path in paths.items()
    }


def code_cells(name):
    """The code cells of a lesson, but for answers to predictions and help."""
    notebook = nbformat.read(notebook_path(name), as_version=4)
    return [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code"
        and (call_in(cell) or ("", ""))[1] != "answer"
        and not HELP.match(cell.source)
    ]


def run(name, folder):
    """Run a lesson, and have its kernel keep what it shows in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    first = nbformat.v4.new_code_cell(
        "from course_slides.in_kernel import keep_for_slides\n"
        f"keep_for_slides({str(folder)!r})"
    )
    last = nbformat.v4.new_code_cell(
        "from course_slides.in_kernel import note_imports\n"
        f"note_imports({str(folder)!r})"
    )
    client = NotebookClient(
        nbformat.v4.new_notebook(cells=[first, *code_cells(name), last]),
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": notebook_path(name).parent}},
    )
    paths = os.pathsep.join([str(Path(__file__).parents[1]), str(COURSE)])
    with quiet_start():
        client.execute(env=os.environ | {"PYTHONPATH": paths})
    imported = json.loads((folder / "imported").read_text(encoding="utf-8"))
    made_of = {"code": code_of(name)} | states([*imported, PINS])
    (folder / "made_of.json").write_text(json.dumps(made_of), encoding="utf-8")
