"""How Moodle and Canvas read what is imported, written anew from their own rules.

Moodle: grade/import/csv/classes/load_data.php, and importgradeslib.php and
locallib.php of mod/assign/feedback/offline. Canvas: lib/gradebook_importer.rb.
"""

import csv
import io
import re


class Refused(Exception):
    """The LMS would not import the file."""


def lines_of(text):
    return list(csv.reader(io.StringIO(text)))


def canvas(text, assignments, students):
    """{student's number: {title: grade}} and {title: points possible}.

    assignments: {number: title}, students: their numbers, as Canvas has them. A title
    that is new gets None for its number.
    """
    header, *rows = lines_of(text)
    if len(header) < 4 or "Student" not in header[0] or "ID" not in header[1]:
        raise Refused("Invalid header row")
    about = 3
    if "SIS Login ID" in header[2]:
        about = 4
    elif "SIS User ID" in header[2] and "SIS Login ID" in header[3]:
        about = 5
    if "Section" not in header[about - 1]:
        raise Refused("Invalid header row")
    titles = {}
    for at, name in enumerate(header[about:], start=about):
        parts = re.fullmatch(r"(.*) \((\d+)\)", name)
        titles[at] = assignments.get(parts[2], None) if parts else name
        if titles[at] is None:
            raise Refused(f"no assignment {name}")
    grades, possible = {}, {}
    for row in rows:
        if "Points Possible" in row[0]:
            possible = {titles[at]: row[at] for at in titles}
            continue
        if row[1] not in students:
            raise Refused(f"no student {row}")
        grades[row[1]] = {titles[at]: row[at] for at in titles}
    return grades, possible


def moodle_import(text, who, users):
    """{user: {item: grade}}; who: the field mapped to the user; users: its values."""
    header, *rows = lines_of(text)
    at, grades = header.index(who), {}
    for row in rows:
        if row[at] not in users:
            raise Refused(f"User mapping error: {who} {row[at]}")
        grades[row[at]] = {
            header[i]: None if cell in ("", "-") else float(cell)
            for i, cell in enumerate(row)
            if i != at and header[i] not in ("Email address", "ID number", "Username")
        }
    return grades


def moodle_worksheet(text, maximum):
    """{number of the participant: (grade, comment)} of those that are changed."""
    header, *rows = lines_of(text)
    at = {name: i for i, name in enumerate(header)}
    if not {"Identifier", "Grade", "Last modified (grade)"} <= {*at}:
        raise Refused("invalidgradeimport")
    changed = {}
    for row in rows:
        number = row[at["Identifier"]][len("Participant ") :]
        grade = row[at["Grade"]]
        if number.isdigit() and grade and 0 <= float(grade) <= maximum:
            changed[number] = float(grade), row[at["Feedback comments"]]
    return changed
