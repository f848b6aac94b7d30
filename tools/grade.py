"""Grade a folder of notebooks: `make grade SUBMISSIONS=folder`.

Each is run in a process of its own and judged by the course's own checks; the table is
stored in the folder as grades.csv and grades.html. CLASSROOM.md says more.
"""

import os
import signal
import sys
from pathlib import Path

from tools.arguments import OneSentenceParser, positive_number
from tools.grading.evidence import confirm, is_confirmable
from tools.grading.report import (
    NOT_RUN,
    OPEN,
    RIGHT,
    WRONG,
    Row,
    as_csv,
    as_html,
    write_whole,
)
from tools.grading.submissions import (
    NothingToGrade,
    common_lesson,
    find_submissions,
)
from tools.grading.supervise import GIB, Limits, grade_cells
from tools.lessons import UnknownLesson, exercises_module, lesson_number
from utils.checking.record import exercises
from utils.checking.tasks import Task
from utils.checking.verdicts import State

CELLS_SECONDS = 300  # for a submission's cells; its checks have their own time
NOT_REACHED = "The submission was cut off before this."
UNCONFIRMED = "Its own process called this right, but its results do not show it:"


def grade_folder(folder, lesson=None, seconds=None, memory=4, whole=False, tell=print):
    """Grade all notebooks in a folder and store the table there; returns its rows.

    lesson: its two digits; told from the notebooks where it is not given.
    seconds, memory: what one submission may take, memory in GiB.
    whole: run every cell, also those that no answer needs.
    Raises NothingToGrade, UnknownLesson.
    """
    submissions = find_submissions(folder)
    lesson = lesson_number(lesson or common_lesson(submissions))
    tasks = {task.name: task for task in exercises(exercises_module(lesson), Task)}
    if seconds is None:
        seconds = CELLS_SECONDS + sum(task.seconds for task in tasks.values())
    limits, rows = Limits(seconds, memory * GIB), []
    for number, handed in enumerate(submissions, start=1):
        rows.append(_grade(handed, lesson, tasks, limits, folder, whole))
        row = rows[-1]
        place = f"{number:3} of {len(submissions)}"
        points = f"{row.points} of {len(tasks)} points, {row.seconds:5.1f} s"
        tell(f"{place}  {points}  {row.file}  {row.remark}".rstrip())
    _store(folder, rows, tasks, lesson)
    return rows


def _grade(handed, lesson, tasks, limits, folder, whole):
    if handed.problem:
        results = {name: (NOT_RUN, handed.problem) for name in tasks}
        return Row(handed.file, handed.student, results, handed.problem, 0.0)
    findings = grade_cells(lesson, handed.cells, limits, folder, whole)
    results = {
        name: _result(task, findings.reports.get(name)) for name, task in tasks.items()
    }
    remarks = [findings.remark]
    if handed.lesson not in (lesson, None):
        remarks.append(f"is a notebook of lesson {handed.lesson}, not {lesson}")
    forged = [name for name in tasks if UNCONFIRMED in results[name][1]]
    if forged:
        remarks.append(f"claims what it does not show: {', '.join(forged)}")
    remark = "; ".join(filter(None, remarks))
    return Row(handed.file, handed.student, results, remark, findings.seconds)


def _result(task, report):
    """The (state, sentence) of a task; that it is right is confirmed over here."""
    if report is None:
        return NOT_RUN, NOT_REACHED
    state, text = report.get("state"), str(report.get("text"))
    if state != State.RIGHT.value:
        shown = {State.WRONG.value: WRONG, State.OPEN.value: OPEN}
        return shown.get(state, NOT_RUN), text
    if not is_confirmable(task):
        return RIGHT, text
    verdict = confirm(task, report.get("evidence"))
    if verdict.state is State.RIGHT:
        return RIGHT, text if task.examine else verdict.text
    return WRONG, f"{UNCONFIRMED}\n{verdict.text}"


def _store(folder, rows, tasks, lesson):
    notes = [
        "One point for each task that is right. Open: not answered yet. Not run: the "
        "notebook never got there, or has no such cell."
    ]
    by_its_word = [name for name, task in tasks.items() if not is_confirmable(task)]
    if by_its_word:
        notes.append(
            "Judged in the submission's own process, as a network must be built where "
            f"its code is: {', '.join(by_its_word)}."
        )
    page = as_html(rows, tasks, f"Lesson {int(lesson)}: {len(rows)} submissions", notes)
    write_whole(Path(folder) / "grades.html", page)
    # With its byte order mark, spreadsheets read it as UTF-8.
    write_whole(Path(folder) / "grades.csv", as_csv(rows, tasks), "utf-8-sig")


def main():
    """Grade what the command line names; the exit status is 0 if it could be graded."""
    parser = OneSentenceParser(prog="python -m tools.grade", description=__doc__)
    parser.add_argument("folder", help="where the notebooks are")
    parser.add_argument("--lesson", default="", help="its number, as in 03")
    parser.add_argument("--seconds", type=positive_number, help="for each submission")
    parser.add_argument(
        "--memory", type=positive_number, default=4, help="GiB for each"
    )
    parser.add_argument("--whole", action="store_true", help="run every cell")
    given = parser.parse_args()
    if not given.folder:
        sys.exit("Say where the notebooks are: make grade SUBMISSIONS=folder")
    folder = os.path.expanduser(given.folder)  # zsh leaves ~ alone in SUBMISSIONS=~/x
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # stops the submission too
    try:
        grade_folder(folder, given.lesson, given.seconds, given.memory, given.whole)
    except (NothingToGrade, UnknownLesson) as error:
        sys.exit(str(error))
    print(f"The table: {Path(folder) / 'grades.html'} and grades.csv")


if __name__ == "__main__":
    main()
