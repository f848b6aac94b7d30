"""The learner's own copies of the lessons, in `workbook/`: made, and told apart.

A copy remembers the published form that it was made from: of each cell its id and a
digest, in the metadata of the notebook. From these it is known whether the course has a
newer form, and which cells the learner has changed or added.
"""

import hashlib
import json
import os
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from tools.cells import clear, source_of
from tools.copying.notebook_file import NoNotebook, read, write
from tools.lessons import COURSE, notebook_path

# Not under version control; on a server of a class, each learner's is elsewhere.
WORKBOOK = Path(os.environ.get("COURSE_WORKBOOK") or COURSE / "workbook")
MARK = "workbook"  # the key of a copy's form in its metadata


class Trouble(Exception):
    """Copies cannot be made or renewed; the message is one sentence."""


class Unreadable(Trouble):
    """One copy is no notebook; the others may be well."""


class State(Enum):
    """What is to be done about a copy."""

    MISSING = "make it"
    NEWEST = "nothing"
    UNTOUCHED = "renew it silently: nothing was written or run in it"
    OLDER = "say so: it holds the learner's work"
    OWN = "leave it alone: it is a notebook that the course did not make"


def copy_path(name):
    """Where the learner's copy of a lesson lies, whether it is there or not."""
    return WORKBOOK / notebook_path(name).name


def fresh(name):
    """A lesson as a learner gets it: without outputs, and marked as its form.

    Raises Trouble if the published notebook cannot be read.
    """
    path = notebook_path(name)
    try:
        notebook = read(path)
    except NoNotebook as reason:
        raise Trouble(
            f"{shown(path)} cannot be read ({reason}): `git checkout -- notebooks` "
            "brings it back."
        ) from None
    for cell in notebook["cells"]:
        clear(cell)
    form = [f"{cell['id']} {digest(cell)}" for cell in notebook["cells"]]
    notebook["metadata"][MARK] = {"form": form}
    return notebook


def digest(cell):
    """A short text that is another one as soon as a cell is written in."""
    content = [cell["cell_type"], source_of(cell).rstrip()]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]


def form_of(notebook):
    """{id of a cell: its digest} as published when a copy was made; None without it."""
    mark = notebook["metadata"].get(MARK)
    form = mark.get("form") if isinstance(mark, dict) else None
    if not isinstance(form, list):
        return None
    pairs = [line.split(" ") for line in form if isinstance(line, str)]
    return dict(pair for pair in pairs if len(pair) == 2)


def state_of(name):
    """The State of a learner's copy of a lesson. Raises Unreadable."""
    if not os.path.exists(copy_path(name)):  # False where one may not look
        return State.MISSING
    copy = read_copy(name)
    form = form_of(copy)
    if form is None:
        return State.OWN
    if list(form.items()) == list(form_of(fresh(name)).items()):
        return State.NEWEST
    return State.UNTOUCHED if _is_untouched(copy, form) else State.OLDER


def read_copy(name):
    """The notebook in a learner's copy. Raises Unreadable."""
    path = copy_path(name)
    if path.is_dir():
        raise Unreadable(f"{shown(path)} is a folder: rename it or move it away.")
    try:
        return read(path)
    except NoNotebook as reason:
        raise Unreadable(
            f"{shown(path)} cannot be read as a notebook ({reason}): rename it, or "
            "move it away, and the lesson comes anew."
        ) from None


def _is_untouched(copy, form):
    ran = any(c.get("outputs") or c.get("execution_count") for c in copy["cells"])
    now = [(cell.get("id"), digest(cell)) for cell in copy["cells"]]
    return not ran and now == list(form.items())


def bring(name):
    """Store a fresh copy of a lesson, in place of whatever is there. Raises Trouble."""
    notebook = fresh(name)
    with storing():
        make_folder()
        write(copy_path(name), notebook)


def make_folder():
    """Make the folder of the copies where it is missing. Raises Trouble."""
    if WORKBOOK.exists() and not WORKBOOK.is_dir():
        raise Trouble(
            f"{shown(WORKBOOK)} is a file, and the folder of your copies has that "
            "name: rename the file or move it away."
        )
    WORKBOOK.mkdir(exist_ok=True)


@contextmanager
def storing():
    """Turn what may happen while files are stored into Trouble."""
    try:
        yield
    except OSError as error:
        raise Trouble(
            f"Nothing can be stored in {WORKBOOK} ({error.strerror}): see that the "
            "disk has room and the folder is yours (TROUBLE.md)."
        ) from None


def shown(path):
    """A path as it is named on the page: inside the course, with slashes."""
    beside = WORKBOOK.parent if path.is_relative_to(WORKBOOK.parent) else COURSE
    return path.relative_to(beside).as_posix()
