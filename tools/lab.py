"""Open a lesson in JupyterLab, in the learner's own copy: `make lab LESSON=3`.

Brings what is missing in `workbook/`, and says of which copies the course has a newer
form. What follows the lesson on the command line is for JupyterLab.
"""

import sys

from tools.copying.copies import (
    WORKBOOK,
    State,
    Trouble,
    Unreadable,
    bring,
    copy_path,
    shown,
    state_of,
)
from tools.copying.editors import is_open
from tools.copying.sentences import called, renewing
from tools.lessons import COURSE, UnknownLesson, all_lessons, lesson_name

EXTENSIONS = COURSE / "tools" / "labextensions"  # figures' words, for screen readers
FIRST_TIME = (
    "In workbook/ is now a copy of every lesson, yours to write in: an update of the "
    "course leaves it as it is."
)


def bring_up_to_date(name):
    """Bring the copies of all lessons up to date; return what is to be told of them.

    name: the lesson that is to be opened. Raises Trouble if it cannot be, or if nothing
    can be stored.
    """
    lines = [] if WORKBOOK.exists() else [FIRST_TIME]
    older = []
    for lesson in all_lessons():
        try:
            state = state_of(lesson)
        except Unreadable as reason:
            if lesson == name:
                raise
            lines.append(str(reason))
            continue
        if state is State.UNTOUCHED and is_open(copy_path(lesson)):
            state = State.OLDER
        if state in (State.MISSING, State.UNTOUCHED):
            bring(lesson)
        elif state is State.OLDER:
            older.append(lesson)
    if older:
        lines.append(
            f"The course has a newer form of {called(older)}: {renewing(older[0])} "
            "brings it, with what you wrote."
        )
    return lines


def main():
    """Open the lesson that the command line names, or the first."""
    try:
        name = lesson_name("".join(sys.argv[1:2]) or "1")
        lines = bring_up_to_date(name)
    except (UnknownLesson, Trouble) as error:
        sys.exit(str(error))
    print(*lines, sep="\n", end="\n" if lines else "", flush=True)
    from jupyterlab.labapp import main as jupyter_lab

    jupyter_lab(
        [
            f"--ServerApp.root_dir={COURSE}",
            "--KernelManager.transport_encryption=auto",
            f"--LabApp.extra_labextensions_path={EXTENSIONS}",
            f"--LabApp.default_url=/lab/tree/{shown(copy_path(name))}",
            *sys.argv[2:],
        ]
    )


if __name__ == "__main__":
    main()
