"""A course of small lessons in a folder of its own, and a learner who works in it."""

import json
from datetime import date

from tools import lab, lessons, renew
from tools.copying import copies
from tools.copying.notebook_file import read, write
from tools.lessons import notebook_path

STUB = "def twice(x):\n    ...\n\n\nexercise.twice.check(twice)"
SOLVED = STUB.replace("...", "return 2 * x")
ANSWERED = 'exercise.four.answer("b")'
QUESTION = "**Predict.** What is twice two?\n- (a) 3\n- (b) 4"


def text(id, source, **metadata):
    return {"cell_type": "markdown", "id": id, "metadata": metadata, "source": source}


def code(id, source, outputs=(), **metadata):
    cell = {"cell_type": "code", "id": id, "metadata": metadata, "source": source}
    count = 1 if outputs else None
    return cell | {"outputs": [*outputs], "execution_count": count}


def printed(words):
    return {"output_type": "stream", "name": "stdout", "text": [words]}


def small_lesson():
    """The cells of a lesson with all that a lesson has."""
    hidden = {"outputs_hidden": True, "source_hidden": True}
    return [
        text("title", "# 3 · Twice"),
        code("setting", "factor = 2\nprint(factor)", [printed("2\n")]),
        text("question", QUESTION),
        code("answer", 'exercise.four.answer("?")', [printed("Not answered yet.\n")]),
        code("decides", "print(2 * 2)", [printed("4\n")], jupyter=hidden),
        text("your-turn", "## Your turn"),
        text("task", "**1. Twice.** Write `twice`."),
        code("try", STUB, [printed("Not solved yet.\n")]),
        code("help", "# exercise.twice.hint()"),
        text("end", "## Going further"),
    ]


def newer(**sources):
    """A newer form of the small lesson: other sources of the cells with these ids."""
    cells = [*small_lesson(), text("more", "A new paragraph.")]
    sources = {id.replace("_", "-"): source for id, source in sources.items()}
    return [
        cell | {"source": sources.get(cell["id"], cell["source"])} for cell in cells
    ]


ODD_FILES = [
    b"",
    b"{",
    b"[" * 100_000,
    b"\x89PNG\xff",
    b"[]",
    b'{"nbformat": 3, "worksheets": []}',
    b'{"nbformat": 4, "cells": {}}',
    b'{"nbformat": 4, "cells": [3]}',
    b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}',
    b'{"nbformat": 4, "cells": [{"cell_type": "code"}]}',
    b'{"nbformat": 4, "cells": [{"cell_type": "poem", "source": ""}]}',
    b'{"nbformat": 4, "cells": [{"cell_type": "raw", "source": "", "metadata": 1}]}',
    b'{"nbformat": 4, "cells": [], "metadata": []}',
]


def full_disk(*arguments):
    raise OSError(28, "No space left on device")


class OneDay(date):
    """A calendar for tests that midnight does not fail."""

    @classmethod
    def today(cls):
        return cls(2027, 1, 31)


class SmallCourse:
    """Publishes lessons, and opens, reads and writes the learner's copies."""

    def __init__(self, folder, monkeypatch):
        self.folder = folder
        self.workbook = folder / "workbook"
        self.notebooks = folder / "notebooks"
        self.notebooks.mkdir()
        monkeypatch.setattr(lessons, "NOTEBOOKS", self.notebooks)
        monkeypatch.setattr(copies, "COURSE", folder)
        for module in (copies, lab):
            monkeypatch.setattr(module, "WORKBOOK", self.workbook)
        monkeypatch.setattr(renew, "date", OneDay)
        # No JupyterLab of this computer is asked.
        monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder / "runtime"))

    def publish(self, cells, name="03_twice"):
        page = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        path = self.notebooks / f"{name}.ipynb"
        path.write_text(json.dumps(page), encoding="utf-8")

    def path(self, name="03"):
        return self.workbook / notebook_path(name).name

    def copy(self, name="03"):
        return read(self.path(name))

    def sources(self, name="03"):
        return [cell["source"] for cell in self.copy(name)["cells"]]

    def edit(self, change, name="03"):
        """The learner's work: `change` is given the cells of the copy by their ids."""
        copy = self.copy(name)
        change({cell["id"]: cell for cell in copy["cells"]}, copy["cells"])
        write(self.path(name), copy)

    def write_into(self, id, source, name="03"):
        self.edit(lambda by_id, cells: by_id[id].update(source=source), name)

    def files(self):
        return sorted(path.name for path in self.workbook.iterdir())

    def told(self, name="03"):
        """What `make lab` says before JupyterLab opens."""
        return lab.bring_up_to_date(name)

    def renew(self, name="03"):
        """What `make renew` says."""
        return renew.renew(name)
