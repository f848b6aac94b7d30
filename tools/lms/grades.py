"""The table that `make grade` has stored, read back."""

from dataclasses import dataclass

from tools.lessons import COURSE, lessons_with_exercises
from tools.lms.tables import BadTable, number, read_table

BEFORE, BEHIND = ["file", "student"], ["points", "out of", "remark"]


@dataclass
class Graded:
    """A submission: its file, the name in it, points, and a state for each task."""

    file: str
    student: str
    points: float
    states: dict


@dataclass
class Grades:
    """A folder's submissions, the points that can be had, and the lesson, or ""."""

    graded: list
    out_of: float
    lesson: str


def read_grades(path):
    """The Grades in a file that `make grade` has stored; points may be corrected in it.

    Raises BadTable.
    """
    table = read_table(path)
    columns = [name.casefold() for name in table.header]
    if columns[:2] != BEFORE or not {*BEHIND} <= {*columns}:
        raise BadTable(f"{path} is not the table that make grade stores.")
    points, out_of = columns.index("points"), columns.index("out of")
    tasks = table.header[2:points]
    graded, possible = [], set()
    for cells, line in zip(table.rows, table.lines, strict=True):
        got, most = number(cells[points]), number(cells[out_of])
        if got is None or most is None or most <= 0 or not 0 <= got <= most:
            raise BadTable(
                f"{path}, line {line}: {cells[points] or 'nothing'} out of "
                f"{cells[out_of] or 'nothing'} are no points."
            )
        possible.add(most)
        states = dict(zip(tasks, cells[2:points], strict=True))
        graded.append(Graded(cells[0], cells[1].strip(), got, states))
    if len(possible) > 1:
        raise BadTable(f"{path} counts out of different points; one lesson at a time.")
    return Grades(graded, possible.pop(), _lesson(tasks))


def _lesson(tasks):
    """What the lesson is called that has these tasks, as "3b"; "" if none or several.

    Each task has a file of its name there.
    """
    folders = {
        name: COURSE / "utils" / "exercises" / f"lesson_{name}"
        for name in lessons_with_exercises()
    }
    found = [
        name
        for name, folder in folders.items()
        if tasks and {*tasks} <= {file.stem for file in folder.glob("*.py")}
    ]
    return found[0].lstrip("0") if len(found) == 1 else ""
