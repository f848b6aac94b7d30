"""A notebook as the rules see it."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat

EMBEDDED_PICTURE = re.compile(r"base64,[A-Za-z0-9+/=\\\s]+")


@dataclass(frozen=True)
class StoredNotebook:
    """A notebook as it lies on disk; code cells are numbered from 1."""

    path: Path

    @cached_property
    def raw(self):
        return json.loads(self.path.read_text(encoding="utf-8"))

    @cached_property
    def node(self):
        return nbformat.read(self.path, as_version=4)

    @property
    def code_cells(self):
        return [cell for cell in self.node.cells if cell.cell_type == "code"]

    @property
    def text_cells(self):
        return [cell for cell in self.node.cells if cell.cell_type == "markdown"]

    def number(self, code_cell):
        """Say which code cell this is, told by identity: two cells may be alike."""
        return [cell is code_cell for cell in self.code_cells].index(True) + 1

    def problem(self, sentence, code_cell=None, text_cell=None):
        """Put the notebook's name, and the cell's where one is given, first."""
        where = self.path.name
        if code_cell is not None:
            where += f", cell {self.number(code_cell)}"
        if text_cell is not None:
            where += f', text "{text_cell.source.strip().partition(chr(10))[0][:40]}"'
        return f"{where}: {sentence}"


def output_texts(cell):
    """List what a code cell shows as text: streams, plain text, HTML.

    Pictures inside HTML are left out: chance spells words in them.
    """
    streams = [output.text for output in cell.outputs if output.get("text")]
    data = [output.get("data", {}) for output in cell.outputs]
    texts = streams + [d[kind] for d in data for kind in d if kind.startswith("text/")]
    return [EMBEDDED_PICTURE.sub("", text) for text in texts]
