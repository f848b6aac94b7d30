"""Grades as Canvas imports them, from the gradebook that it exports.

"How do I import grades in the Gradebook?", Canvas Instructor Guide
(https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807):
the columns on the student as they were exported, Section the last of them, then one for
the assignment, called "Title (its number)"; below the header a line of the points
possible. lib/gradebook_importer.rb of canvas-lms reads it. A title without a number
makes a new assignment. An empty cell deletes the grade that stands in Canvas, so
who has not handed in keeps what was exported.
"""

import re

from tools.lms.people import Person, name_forms
from tools.lms.tables import BadTable, number, written

NAME = "canvas.csv"
POINTS = "    Points Possible"
WHO = ("SIS User ID", "SIS Login ID", "Integration ID")
ITS_NUMBER = re.compile(r"\s*\(\d+\)$")
# What Canvas reads as one of its own sums, whatever stands before and behind it.
SUMS = re.compile(
    r"(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)", re.IGNORECASE
)
HIDDEN = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)
TEST_STUDENT = "Student, Test"


def is_gradebook(table):
    """Whether it is the gradebook, as Canvas exports it."""
    first = [name.casefold() for name in table.header[:3]]
    begins = first[:2] == ["student", "id"] or first == ["lastname", "firstname", "id"]
    return begins and table.column("Section") is not None


def people(table):
    """The roster, a list of Person; Canvas's test student is none."""
    at = table.column("ID")
    who = [column for column in map(table.column, WHO) if column is not None]
    found = []
    for row, cells in enumerate(table.rows):
        if _is_about_assignments(cells) or cells[0] == TEST_STUDENT:
            continue
        last, _, first = (
            cells[0].partition(", ") if at == 1 else (cells[0], "", cells[1])
        )
        names = [cells[0], *name_forms(first, last)]
        shown = cells[0] if at == 1 else f"{last}, {first}"
        ids = [cells[column] for column in who]
        found.append(Person(shown, names, ids, cells[at].strip(), row))
    return found


def import_table(table, matched, out_of, title, maximum=None):
    """(header, rows, sentences): what Canvas imports.

    matched: {row: Graded}. title: of the assignment, with or without its number.
    maximum: of the grade; where it is not given, the assignment's own, else the points.
    Raises BadTable.
    """
    if SUMS.search(title):
        raise BadTable(f"Canvas keeps the title {title} to itself: give another one.")
    at = _assignment(table, title)
    possible = _possible(table, at)
    most = maximum or possible or out_of
    if possible and most != possible:
        raise BadTable(
            f"{table.header[at]} has {written(possible)} points in Canvas, not "
            f"{written(most)}: leave --maximum away, or change it there."
        )
    section = table.column("Section")
    header = [*table.header[: section + 1], title if at is None else table.header[at]]
    rows = [[POINTS, *[""] * section, written(most)]]
    for person in people(table):
        cells = table.rows[person.row]
        each = matched.get(person.row)
        grade = cells[at] if at is not None else ""
        if each:
            grade = written(each.points / out_of * most)
        rows.append([*cells[: section + 1], grade])
    sentences = []
    if at is None:
        sentences.append(
            f"No assignment in {table.path} is called {title}: Canvas will ask, and "
            "make a new one."
        )
    return header, rows, sentences


def _is_about_assignments(cells):
    """Whether a line says something about the assignments, and is about nobody."""
    points = "points possible" in cells[0].casefold()
    return points or all(HIDDEN.fullmatch(cell) for cell in cells)


def _assignment(table, title):
    """The index of the assignment's column, or None where there is none of this title.

    Raises BadTable where there are several.
    """
    behind = range(table.column("Section") + 1, len(table.header))
    names = {at: table.header[at] for at in behind if _has_number(table.header[at])}
    found = [at for at, name in names.items() if name == title] or [
        at for at, name in names.items() if ITS_NUMBER.sub("", name) == title
    ]
    if len(found) > 1:
        called = " and ".join(names[at] for at in found)
        raise BadTable(f"{table.path} has several assignments {title}: say {called}.")
    return found[0] if found else None


def _has_number(name):
    return ITS_NUMBER.search(name) is not None


def _possible(table, at):
    """The points possible of the assignment in a column, or None."""
    if at is None:
        return None
    lines = [row for row in table.rows if "points possible" in row[0].casefold()]
    return number(lines[0][at]) if lines else None
