"""Turn grades into what Moodle or Canvas imports: `make gradebook ROSTER=file`.

The table of `make grade` and a roster, which the LMS has exported, are brought together
into `moodle.csv` or `canvas.csv`, beside the table. CLASSROOM.md says more.
"""

import os
import sys
from pathlib import Path

from tools.arguments import OneSentenceParser, positive_number
from tools.grading.report import shown
from tools.lms import canvas, moodle
from tools.lms.grades import read_grades
from tools.lms.people import match
from tools.lms.tables import BadTable, as_text, read_table
from tools.whole_files import write_whole

TABLE = "grades.csv"
HOW = {
    "worksheet": "In Moodle: the assignment, Submissions, Upload grading worksheet.",
    "list": "In Moodle: Grades, Import, CSV file; map {who} to the user, and {title} "
    "to the grade item.",
    "canvas": "In Canvas: Grades, Import.",
}


def make_gradebook(folder, roster, title=None, maximum=None):
    """Write what the LMS imports beside a folder's grades; returns (path, sentences).

    title: of the grade's column; "Lesson 3" where it is not given. maximum: of the
    grade, where the LMS does not say it. Raises BadTable.
    """
    folder = Path(folder)
    if not (folder / TABLE).exists():
        raise BadTable(
            f"There is no {TABLE} in {folder}: make grade SUBMISSIONS={folder} first."
        )
    grades, table = read_grades(folder / TABLE), read_table(roster)
    title = title or (f"Lesson {grades.lesson}" if grades.lesson else "")
    kind = kind_of(table)
    if not title and kind != "worksheet":
        raise BadTable(
            "The tasks are of no lesson here: say what the grade is called, as in "
            'GRADEFLAGS="--title Homework".'
        )
    lms = canvas if kind == "canvas" else moodle
    people = lms.people(table)
    found = match(grades.graded, people)
    if kind == "worksheet":
        made = moodle.worksheet(table, found.grades, grades.out_of, maximum)
    else:
        made = lms.import_table(table, found.grades, grades.out_of, title, maximum)
    header, rows, more = made
    missing = [person.name for person in people if person.row not in found.grades]
    sentences = [*found.sentences, *more]
    if missing:
        names = "; ".join(missing)
        sentences.append(f"Without a submission, {len(missing)}: {names}.")
    if not found.grades:
        raise BadTable(
            f"No submission in {folder} is of anybody on the roster {roster}, so "
            f"nothing was written. {sentences[0]}"
        )
    path = folder / lms.NAME
    write_whole(path, as_text(header, rows))
    count = f"{len(found.grades)} of {len(people)} on the roster have a grade: {path}"
    return path, [*sentences, count, HOW[kind].format(who=header[0], title=title)]


def kind_of(table):
    """Which of the rosters it is: "worksheet", "list" or "canvas". Raises BadTable."""
    if moodle.is_worksheet(table):
        return "worksheet"
    if canvas.is_gradebook(table):
        return "canvas"
    if moodle.is_list(table):
        return "list"
    raise BadTable(
        f"{table.path} is no roster: it needs the columns of a gradebook exported from "
        f"Canvas, or one of {', '.join(moodle.WHO)}, as Moodle exports them in English."
    )


def main():
    """Make the table of what the command line names."""
    parser = OneSentenceParser(prog="python -m tools.gradebook", description=__doc__)
    parser.add_argument("folder", help="where make grade has stored its table")
    parser.add_argument("roster", help="the CSV file that Moodle or Canvas exported")
    parser.add_argument("--title", help="of the assignment or column there")
    parser.add_argument("--maximum", type=positive_number, help="of the grade there")
    given = parser.parse_args()
    if not given.folder or not given.roster:
        sys.exit(
            "Say where the grades and the roster are: make gradebook "
            "SUBMISSIONS=folder ROSTER=file.csv"
        )
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # whatever the terminal can show
    try:
        _, sentences = make_gradebook(
            os.path.expanduser(given.folder),
            os.path.expanduser(given.roster),
            given.title,
            given.maximum,
        )
    except BadTable as error:
        sys.exit(shown(error))
    except OSError as error:
        sys.exit(shown(f"Nothing can be stored in {given.folder}: {error.strerror}."))
    print("\n".join(shown(sentence) for sentence in sentences))


if __name__ == "__main__":
    main()
