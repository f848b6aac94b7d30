"""The cells of a notebook: what stands in them, what they ask, how they are emptied.

They may be dictionaries, as the file holds them, or nbformat's nodes.
"""

import re

CALL = re.compile(r"^\s*exercise\.(\w+)\.(check|answer)\(", re.MULTILINE)


def source_of(cell):
    """The text of a cell, which a file holds as one text or as a list of lines."""
    return "".join(cell["source"])


def call_in(cell):
    """(name of the exercise, "check" or "answer") of a cell that calls it, or None."""
    found = CALL.search(source_of(cell)) if cell["cell_type"] == "code" else None
    return found.groups() if found else None


def clear(cell):
    """Take the outputs out of a cell, and what hides them."""
    if cell["cell_type"] != "code":
        return
    cell["outputs"], cell["execution_count"] = [], None
    settings = cell["metadata"].get("jupyter")
    if isinstance(settings, dict):
        settings.pop("outputs_hidden", None)
