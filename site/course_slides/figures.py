"""The figures of a lesson at the size of a slide.

keeping.py says where what the lesson showed is kept. Beside its figures lies how they
were drawn, under a hash of what their cells ask for.
"""

import json
import os
import pickle
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
from nbclient import NotebookClient

from course_slides import drawing
from course_slides.keeping import KEPT, is_kept, short_hash
from tools.lessons import COURSE, notebook_path
from utils.page.quiet import quiet_start


class Figures:
    """What a lesson shows; runs it where nothing is kept of its present state."""

    def __init__(self, name):
        self.folder = KEPT / name
        if not is_kept(name):
            run(name)

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
            "stretch": wishes.get("stretch", False),
            "texts": wishes.get("texts"),
        }
        code = Path(drawing.__file__).read_text(encoding="utf-8")
        state = short_hash(json.dumps(how) + code)
        file = self.folder / "drawn" / f"{key}-{number}-{state}.webp"
        facts = file.with_suffix(".json")
        if not facts.exists():
            file.parent.mkdir(exist_ok=True)
            stored = (self.folder / f"{key}-{number}.pickle").read_bytes()
            figure = pickle.loads(stored)
            facts.write_text(json.dumps(drawing.draw_large(figure, file, **how)))
            plt.close(figure)
        return json.loads(facts.read_text()) | {"file": file}


def run(name):
    """Run a lesson, and have its kernel keep what it shows."""
    notebook = nbformat.read(notebook_path(name), as_version=4)
    first = nbformat.v4.new_code_cell(
        "from course_slides.in_kernel import keep_for_slides\n"
        f"keep_for_slides({name!r})"
    )
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    client = NotebookClient(
        nbformat.v4.new_notebook(cells=[first, *code]),
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": notebook_path(name).parent}},
    )
    paths = os.pathsep.join([str(Path(__file__).parents[1]), str(COURSE)])
    with quiet_start():
        client.execute(env=os.environ | {"PYTHONPATH": paths})
