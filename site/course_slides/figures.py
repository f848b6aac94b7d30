"""The figures of a lesson at the size of a slide: a lesson runs once, and is kept.

site/kept_figures/03-HASH/ holds what lesson 3 shows; the hash is of all that decides
it. Beside each figure lies how it was drawn last, under a hash of its cell's wishes.
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

KEPT = COURSE / "site" / "kept_figures"
# What decides what a lesson shows, besides its own code.
MADE_OF = ["utils/arrays", "utils/drawing", "utils/files", "utils/models"]
MADE_OF += ["utils/training", "site/course_slides/in_kernel.py", "requirements.txt"]
HELP = re.compile(r"(# )?exercise\.\w+\.(hint|solution)\(|exercise\.progress")


class Figures:
    """What a lesson shows; runs it where nothing is kept of its present state."""

    def __init__(self, name):
        self.folder = KEPT / f"{name}-{state_of(name)}"
        if not (self.folder / "ready").exists():
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


def state_of(name):
    """A hash of the lesson's code, and of what it uses."""
    sources = [cell.source for cell in code_cells(name)]
    for place in MADE_OF:
        path = COURSE / place
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        sources += [file.read_text(encoding="utf-8") for file in files]
    return short_hash(json.dumps(sources))


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
    for old in KEPT.glob(f"{name}-*"):
        shutil.rmtree(old)
    folder.mkdir(parents=True)
    first = nbformat.v4.new_code_cell(
        "from course_slides.in_kernel import keep_for_slides\n"
        f"keep_for_slides({str(folder)!r})"
    )
    client = NotebookClient(
        nbformat.v4.new_notebook(cells=[first, *code_cells(name)]),
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": notebook_path(name).parent}},
    )
    paths = os.pathsep.join([str(Path(__file__).parents[1]), str(COURSE)])
    with quiet_start():
        client.execute(env=os.environ | {"PYTHONPATH": paths})
    (folder / "ready").touch()
