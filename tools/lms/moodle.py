"""Grades as Moodle imports them, from one of two lists that it exports in English.

- An assignment's offline grading worksheet, which comes back with its grades filled in
  ("Assignment settings", https://docs.moodle.org/401/en/Assignment_settings; read by
  mod/assign/feedback/offline/importgradeslib.php). Moodle asks for the columns
  Identifier, Grade and Last modified (grade), and passes over who has no grade.
- A list of participants or grades, out of which a table for Grades > Import > CSV file
  is made ("Grade import", https://docs.moodle.org/405/en/Grade_import; read by
  grade/import/csv/classes/load_data.php): who it is, by e-mail address, ID number or
  username, and a grade. One unknown user stops the whole import there, and an empty
  grade deletes what stood in Moodle, so only those who have handed in are in it.
"""

from tools.grading.report import RIGHT
from tools.lms.people import Person, forms_of, name_forms
from tools.lms.tables import BadTable, number, plain, safe, written

NAME = "moodle.csv"
WORKSHEET = ("Identifier", "Grade", "Last modified (grade)")
WHO = ("Email address", "ID number", "Username")
FIRST, LAST = ("First name",), ("Last name", "Surname")
FULL = ("Full name",)
NUMBER = "Participant "  # stands before the number in a worksheet's column Identifier
MAXIMUM = "Maximum Grade"
CHANGEABLE = "Grade can be changed"
COMMENTS = "Feedback comments"
USUAL = 100  # the maximum of a new grade item, unless somebody changes it


def is_worksheet(table):
    """Whether it is an assignment's offline grading worksheet."""
    return all(table.column(name) is not None for name in WORKSHEET)


def is_list(table):
    """Whether it is a list of people that Moodle could tell apart."""
    return any(table.column(name) is not None for name in WHO)


def people(table):
    """The roster, a list of Person."""
    first, last = _first_of(table, FIRST), _first_of(table, LAST)
    full, identifier = _first_of(table, FULL), table.column(WORKSHEET[0])
    who = [at for at in map(table.column, WHO) if at is not None]
    found = []
    for row, cells in enumerate(table.rows):
        names = [] if full is None else forms_of(cells[full])
        if first is not None and last is not None:
            names = name_forms(cells[first], cells[last])
        ids = [cells[at] for at in who]
        number = ""
        if is_worksheet(table):
            ids.append(cells[identifier])
            number = cells[identifier].removeprefix(NUMBER)
        shown = next((text for text in map(str.strip, (*names, *ids)) if text), "")
        found.append(Person(shown, names, ids, number, row))
    return found


def worksheet(table, matched, out_of, maximum=None):
    """(header, rows, sentences): the worksheet with the grades filled in.

    matched: {row: Graded}. maximum: of the grades, where the worksheet does not say it.
    A comment that stands there stays; elsewhere the state of each task is written.
    """
    grade, comments = table.column(WORKSHEET[1]), table.column(COMMENTS)
    stated, changeable = table.column(MAXIMUM), table.column(CHANGEABLE)
    rows, sentences = [[*cells] for cells in table.rows], []
    for row, each in matched.items():
        cells = rows[row]
        most = maximum or (number(cells[stated]) if stated is not None else None)
        if not most or most <= 0:
            raise BadTable(
                f"{table.path}, line {table.lines[row]}: it does not say the maximum "
                'of the grade: give it, as in GRADEFLAGS="--maximum 100".'
            )
        cells[grade] = written(each.points / out_of * most)
        if comments is not None and not cells[comments].strip():
            cells[comments] = comment(each)
        if changeable is not None and plain(cells[changeable]) == "no":
            sentences.append(
                f"Moodle does not let the grade of line {table.lines[row]} be changed, "
                "and will pass over it."
            )
    return table.header, rows, sentences


def import_table(table, matched, out_of, title, maximum=None):
    """(header, rows, sentences): for Grades > Import > CSV file.

    matched, maximum: as for the worksheet; the maximum is 100 unless it is given.
    """
    columns = [at for at in map(table.column, WHO) if at is not None]
    header = [table.header[at] for at in columns] + [title]
    rows, sentences = [], []
    for row, each in sorted(matched.items()):
        who = [table.rows[row][at].strip() for at in columns]
        grade = written(each.points / out_of * (maximum or USUAL))
        if not any(who):
            sentences.append(
                f"The roster's line {table.lines[row]} has nothing by which Moodle "
                f"knows people: enter {grade} by hand."
            )
        elif any(safe(text) != text for text in who):
            sentences.append(
                f"The roster's line {table.lines[row]} begins like a formula, so it is "
                f"left out: enter {grade} by hand."
            )
        else:
            rows.append([*who, grade])
    return header, rows, sentences


def comment(each):
    """What a student reads: the state of each task."""
    states = ", ".join(f"{name}: {state}" for name, state in each.states.items())
    return states.replace(RIGHT, "right")


def _first_of(table, names):
    return next((at for at in map(table.column, names) if at is not None), None)
