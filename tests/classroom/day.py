"""Holds a class in a room of its own, and hands back what happened there."""

import json
import subprocess

from tests.classroom.room import command
from tools.lessons import COURSE


def hold(learners, of_them):
    """What class_day.hold tells, of that many learners, of whom some run lesson 9 too.

    Raises RuntimeError, with what was said, if it tells nothing.
    """
    words = ("-m", "tests.classroom.class_day", str(learners), str(of_them))
    done = subprocess.run(
        command(*words), cwd=COURSE, capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-5000:])
    return json.loads(done.stdout.strip().splitlines()[-1])
