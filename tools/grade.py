"""Grade a folder of notebooks: `make grade SUBMISSIONS=folder`.

The way of a submission: collected (submissions), run behind a wall (supervise, wall),
judged outside of it (judge, evidence), recorded (records), reported (report). The
table is stored in the folder as grades.csv and grades.html. CLASSROOM.md says more.
"""

import os
import signal
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from tools.arguments import OneSentenceParser, positive_number, positive_whole
from tools.cluster.connect import NoCluster, connected
from tools.cluster.same_course import NotTheSame
from tools.grading.evidence import is_confirmable, is_confirmable_in_part
from tools.grading.here import Here, jobs_for
from tools.grading.judge import judge, unread
from tools.grading.needed_cells import untouched
from tools.grading.records import Records
from tools.grading.report import as_csv, as_html, shown
from tools.grading.submissions import (
    NothingToGrade,
    code_cells,
    common_lesson,
    find_submissions,
    not_looked_at,
)
from tools.grading.supervise import GIB, Limits
from tools.grading.there import SAME, There
from tools.lessons import (
    UnknownLesson,
    exercises_module,
    lesson_number,
    notebook_path,
)
from tools.whole_files import write_whole
from utils.checking.record import exercises
from utils.checking.tasks import Task

CELLS_SECONDS = 300  # for a submission's cells; its checks have their own time
LEFT_OUT = "Not looked at, as it is no notebook: {}."


def grade_folder(
    folder,
    lesson=None,
    seconds=None,
    memory=4,
    whole=False,
    jobs=None,
    wall=None,
    tell=print,
    scheduler=None,
):
    """Grade all notebooks in a folder and store the table there; returns its rows.

    lesson: its two digits; told from the notebooks where it is not given.
    seconds, memory: what one submission may take, memory in GiB.
    whole: run every cell, also those that no answer needs.
    jobs: how many are run at once; as many as there are cores and memory for.
    wall: from tools.grading.wall; the best that stands here, where it is not given.
    scheduler: the address of a Dask cluster, whose workers run the submissions then.
    Raises NothingToGrade, UnknownLesson, NoCluster, NotTheSame.
    """
    submissions = find_submissions(folder)
    lesson = lesson_number(lesson or common_lesson(submissions))
    tasks = {task.name: task for task in exercises(exercises_module(lesson), Task)}
    if seconds is None:
        seconds = CELLS_SECONDS + sum(task.seconds for task in tasks.values())
    jobs = jobs or jobs_for(memory * GIB)
    limits = Limits(seconds, memory * GIB, max(1, (os.cpu_count() or 1) // jobs))
    with ExitStack() as until_the_end:
        if scheduler:
            client = until_the_end.enter_context(connected(scheduler, SAME))
            place = There(client, scheduler, lesson, limits, folder)
        else:
            place = Here(lesson, limits, wall, folder, jobs)
        about_the_run = [place.about, *map(LEFT_OUT.format, not_looked_at(folder))]
        for sentence in about_the_run:
            tell(sentence)
        records = Records(folder, [lesson, seconds, memory, whole, place.has_wall])
        waiting = [handed for handed in submissions if not records.find(handed)]
        done = len(submissions) - len(waiting)
        if done:
            tell(
                f"{done} of {len(submissions)} were graded before and have not changed."
            )
        with closing(_run(waiting, place, tasks, lesson, whole)) as graded:
            for handed, row in graded:
                records.add(handed, row)
                done += 1
                number = f"{done:3} of {len(submissions)}"
                points = f"{row.points} of {len(tasks)} points, {row.seconds:5.1f} s"
                tell(shown(f"{number}  {points}  {row.file}  {row.remark}".rstrip()))
    rows = [records.find(handed) for handed in submissions]
    _store(folder, rows, tasks, lesson, about_the_run)
    return rows


def _run(waiting, place, tasks, lesson, whole):
    """Yield each submission with its Row as it ends, several being run at once."""
    stubs = code_cells(notebook_path(lesson).read_bytes())
    left = {id(h): untouched(h.cells, tasks, stubs) for h in waiting}
    runs = []
    for handed in waiting:
        if handed.problem:
            yield handed, unread(handed, tasks)
        else:
            asked = [name for name in tasks if name not in left[id(handed)]]
            runs.append((handed, asked))
    with closing(place.run(runs, whole)) as ended:
        for handed, findings in ended:
            yield handed, judge(handed, findings, tasks, left[id(handed)], lesson)


def _store(folder, rows, tasks, lesson, about_the_run):
    notes = [
        *about_the_run,
        "One point for each task that is right, in its best try. Open: not answered "
        "yet. Not run: the notebook never got there, or has no such cell.",
    ]
    by_its_word = [name for name, task in tasks.items() if not is_confirmable(task)]
    if by_its_word:
        notes.append(
            "Judged in the submission's own process, as a network must be built where "
            "its code is, so somebody determined can forge them: "
            f"{', '.join(by_its_word)}."
        )
    in_part = [name for name, task in tasks.items() if is_confirmable_in_part(task)]
    if in_part:
        notes.append(
            "Results are compared outside of it, but what else is asked is seen in the "
            f"submission's own process only: {', '.join(in_part)}."
        )
    title = f"Lesson {lesson.lstrip('0')}: {len(rows)} submissions"
    page = as_html(rows, tasks, title, notes)
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
    parser.add_argument("--jobs", type=positive_whole, help="run so many at once")
    parser.add_argument("--scheduler", help="of a Dask cluster that runs them")
    given = parser.parse_args()
    if given.scheduler and given.jobs:
        parser.error(
            "--jobs says how many run at once on this computer; on a cluster, say it "
            "where the workers are started"
        )
    if not given.folder:
        sys.exit("Say where the notebooks are: make grade SUBMISSIONS=folder")
    folder = os.path.expanduser(given.folder)  # zsh leaves ~ alone in SUBMISSIONS=~/x
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # stops the submissions too
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # whatever the terminal can show
    try:
        grade_folder(
            *(folder, given.lesson, given.seconds, given.memory, given.whole),
            jobs=given.jobs,
            scheduler=given.scheduler,
        )
    except (NothingToGrade, UnknownLesson, NoCluster, NotTheSame) as error:
        sys.exit(shown(error))
    except KeyboardInterrupt:
        sys.exit(
            "\nStopped. What is graded is stored; the same command goes on from there."
        )
    print(f"The table: {shown(Path(folder) / 'grades.html')} and grades.csv")


if __name__ == "__main__":
    main()
