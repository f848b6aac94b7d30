"""Find the notebooks that were handed in, and read them without trusting them."""

import hashlib
import json
import os
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tools.grading.report import shown

LARGEST = 50 * 2**20  # bytes of a notebook; with its outputs a lesson has under 10
LESSON = re.compile(
    r"^[ \t]*from utils\.exercises import lesson_(\d\d[a-z]?)\b", re.MULTILINE
)
STUDENT = re.compile(r"""^student\s*=\s*(["'])(.*?)\1""", re.MULTILINE)
ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".xz", ".bz2", ".7z", ".rar")
NOT_NAMED = "..."  # what the assignment's own cell holds


class NothingToGrade(Exception):
    """The folder holds nothing that can be graded; the message says why."""


@dataclass
class Handed:
    """One notebook that was handed in."""

    file: str  # below the folder, as it can be shown
    student: str
    cells: list = field(default_factory=list)  # the sources of its code cells
    problem: str = ""  # why it cannot be read
    digest: str = ""  # of its name and all that it holds

    @property
    def lesson(self):
        """The number of the lesson that it imports exercises of, or None."""
        found = [LESSON.search(source) for source in self.cells]
        return next((match.group(1) for match in found if match), None)


def find_submissions(folder):
    """All notebooks in a folder and in the folders below it, in order of their names.

    Raises NothingToGrade if there is no such folder or no notebook in it.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise NothingToGrade(_why_no_folder(folder))
    files = [
        file
        for file in _in_sight(folder)
        if _is_called_notebook(file) and (file.is_file() or file.is_symlink())
    ]
    if not files:
        packed = [file.name for file in _in_sight(folder) if _is_packed(file)]
        hint = f" Unpack {packed[0]} first." if packed else ""
        raise NothingToGrade(f"There is no notebook (.ipynb) in {folder}.{hint}")
    return [_read(file, folder) for file in files]


def not_looked_at(folder):
    """What lies there in place of a notebook, as it can be shown: archives, pipes."""
    folder = Path(folder)
    return [
        shown("/".join(_parts(file, folder)))
        for file in _in_sight(folder)
        if _is_packed(file) or (_is_called_notebook(file) and not _is_entry(file))
    ]


def _in_sight(folder):
    """All below a folder that is not hidden, in order of the names."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if not any(part.startswith(".") for part in _parts(path, folder))
    ]


def _is_called_notebook(path):
    return path.suffix.lower() == ".ipynb"


def _is_entry(path):
    """Whether it is a file, a link, or a folder, which may be called anything."""
    return path.is_file() or path.is_symlink() or path.is_dir()


def _why_no_folder(folder):
    if not folder.is_file():
        return f"There is no folder {folder}."
    if _is_packed(folder):
        return f"{folder} is a file: unpack it, and name the folder that comes out."
    return f"{folder} is a file: name the folder that the notebooks lie in."


def _is_packed(file):
    return file.suffix.lower() in ARCHIVES and file.is_file()


def common_lesson(submissions):
    """The number of the lesson that most of them belong to.

    Raises NothingToGrade if none says so, or as many belong to another.
    """
    counts = Counter(s.lesson for s in submissions if s.lesson).most_common(2)
    if not counts:
        unread = [s for s in submissions if s.problem]
        if len(unread) == len(submissions):
            raise NothingToGrade(f"{unread[0].file} {unread[0].problem}.")
        raise NothingToGrade(
            "No notebook there imports a lesson's exercises: say which lesson it is, "
            "as in LESSON=03."
        )
    if len(counts) == 2 and counts[0][1] == counts[1][1]:
        first, second = sorted(lesson for lesson, _ in counts)
        raise NothingToGrade(
            f"The notebooks belong to lesson {first} and lesson {second}: say which to "
            f"grade, as in LESSON={first}."
        )
    return counts[0][0]


def _parts(file, folder):
    return file.relative_to(folder).parts


def _read(file, folder):
    parts = [shown(part) for part in _parts(file, folder)]
    handed = Handed(file="/".join(parts), student=parts[0] if len(parts) > 1 else "")
    try:
        if file.is_symlink():
            raise ValueError("it is a link to another file")
        if file.stat().st_size > LARGEST:
            raise ValueError(f"it is larger than {LARGEST // 2**20} MiB")
        stored = file.read_bytes()
        handed.digest = hashlib.sha256(
            b"\0".join([os.fsencode(file.relative_to(folder)), stored])
        ).hexdigest()
        handed.cells = code_cells(stored)
    except Exception as error:  # it may be anything at all
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        handed.problem = f"cannot be read as a notebook: {shown(reason)}"
        handed.digest = handed.digest or f"unread {handed.file}"
        return handed
    names = [match.group(2) for s in handed.cells if (match := STUDENT.search(s))]
    own = next((name for name in names if name != NOT_NAMED), None)
    handed.student = shown(own) if own else handed.student
    return handed


def code_cells(stored):
    """The sources of the code cells of a notebook, given as the bytes of its file.

    Without those that nbgrader has locked, where it was handed out by that.
    Read as what it is, JSON: so a fault of form that hurts nothing is no fault here.
    Raises ValueError, KeyError, TypeError and others if it is no notebook.
    """
    notebook = json.loads(stored.decode("utf-8-sig"))
    if "cells" not in notebook:
        raise ValueError("it has no list of cells, as notebooks since 2014 have")
    return [
        _source(cell)
        for cell in notebook["cells"]
        if cell.get("cell_type") == "code" and not _is_nbgraders(cell)
    ]


def _is_nbgraders(cell):
    """Whether a cell is one that nbgrader has locked: a test, not a student's work."""
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if not isinstance(marks, dict):
        return False
    return marks.get("locked") is True and marks.get("solution") is False


def _source(cell):
    """The text of a cell; of one without, none. Some programs store it in lines."""
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)
