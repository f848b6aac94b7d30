"""A notebook as its file holds it: read without trust, written whole.

Opening a lesson must not wait for nbformat, which takes longer to import than all
lessons together take to read.
"""

import json

from tools.cells import source_of
from tools.whole_files import write_whole

KINDS = {"code", "markdown", "raw"}


class NoNotebook(Exception):
    """A file cannot be read as a notebook; the message says why, in a few words."""


def read(path):
    """The notebook in a file; each cell has metadata, and its source is one text.

    Raises NoNotebook.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NoNotebook(error.strerror or str(error)) from None
    except (ValueError, RecursionError):
        raise NoNotebook("it is not JSON, in which notebooks are stored") from None
    if not _is_one(notebook):
        raise NoNotebook("it is no notebook of format 4")
    for cell in notebook["cells"]:
        cell["source"] = source_of(cell)
        cell.setdefault("metadata", {})
    notebook.setdefault("metadata", {})
    return notebook


def text_of(notebook):
    """The text of a notebook's file."""
    return json.dumps(notebook, indent=1, sort_keys=True) + "\n"


def write(path, notebook):
    """Store a notebook, whole or not at all."""
    write_whole(path, text_of(notebook))


def _is_one(notebook):
    return (
        isinstance(notebook, dict)
        and notebook.get("nbformat") == 4
        and isinstance(notebook.get("metadata", {}), dict)
        and isinstance(notebook.get("cells"), list)
        and all(map(_is_cell, notebook["cells"]))
    )


def _is_cell(cell):
    if not isinstance(cell, dict) or cell.get("cell_type") not in KINDS:
        return False
    source = cell.get("source")
    lines = source if isinstance(source, list) else [source]
    return all(isinstance(line, str) for line in lines) and isinstance(
        cell.get("metadata", {}), dict
    )
