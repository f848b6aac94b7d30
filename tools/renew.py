"""Bring a lesson's newer form into the learner's copy: `make renew LESSON=3`.

What the learner wrote is carried over, and the older copy is kept beside it. Without a
lesson, all copies are renewed of which the course has a newer form.
"""

import sys
from datetime import date

from tools.copying.carrying import carry
from tools.copying.copies import (
    State,
    Trouble,
    bring,
    copy_path,
    fresh,
    read_copy,
    shown,
    state_of,
    storing,
)
from tools.copying.editors import is_open
from tools.copying.notebook_file import write
from tools.copying.sentences import called
from tools.lessons import UnknownLesson, all_lessons, lesson_name


def renew(name):
    """Renew the learner's copy of a lesson; return what is to be told, line by line.

    Raises Trouble where it cannot be renewed; then nothing is changed.
    """
    path, state = copy_path(name), state_of(name)
    if state is State.NEWEST:
        return [f"Your copy of {called([name])} is the newest form."]
    if state is State.MISSING:
        bring(name)
        return [f"{shown(path)} is there now."]
    if is_open(path):
        raise Trouble(
            f"{shown(path)} is open in JupyterLab: save it there, choose File ▸ Close "
            "and Shut Down Notebook, and type this once more."
        )
    if state is State.UNTOUCHED:
        bring(name)
        return [f"{shown(path)} is the newer form now; you had not written in it."]
    copy, lesson = read_copy(name), fresh(name)
    if "assignment" in copy["metadata"]:
        raise Trouble(f"{shown(path)} is an assignment: it stays as it was handed out.")
    carried = carry(copy, lesson)
    kept = keep_and_write(path, lesson)
    return [
        f"{shown(path)} is the newer form now.",
        *carried.lines(),
        f"Your older copy is kept, as it was: {shown(kept)}",
    ]


def keep_and_write(path, notebook):
    """Store a notebook in place of a copy, which gets another name; return that.

    Raises Trouble if this fails, with the copy where it was.
    """
    kept = unused_name(path)
    with storing():
        path.rename(kept)
        try:
            write(path, notebook)
        except BaseException:
            kept.rename(path)
            raise
    return kept


def unused_name(path):
    """A name for the older copy that no file has."""
    stem = f"{path.stem}_kept_{date.today()}"
    kept, number = path.with_stem(stem), 1
    while kept.exists():
        number += 1
        kept = path.with_stem(f"{stem}_{number}")
    return kept


def main():
    """Renew the copy that the command line names, or all that are older."""
    named = "".join(sys.argv[1:2]).strip()
    try:
        names = [lesson_name(named)] if named else all_lessons()
    except UnknownLesson as error:
        sys.exit(str(error))
    lines, problems = [], []
    for name in names:
        try:
            if named or state_of(name) in (State.UNTOUCHED, State.OLDER):
                lines += renew(name)
        except Trouble as reason:
            problems.append(str(reason))
    if not lines and not problems:
        lines = ["The course has no newer form of any lesson in workbook/."]
    print("".join(f"{line}\n" for line in lines), end="")
    sys.exit("\n".join(dict.fromkeys(problems)) or None)


if __name__ == "__main__":
    main()
