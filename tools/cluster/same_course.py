"""Is the course on another computer the same as here? Asked before it works for us."""

import functools
import hashlib
import os
import platform
import socket
from importlib import metadata

import psutil

from tools.lessons import COURSE

PACKAGES = ("numpy", "keras", "tensorflow")


class NotTheSame(Exception):
    """A worker has another course, another Python or other packages; says which."""


def fingerprint(patterns):
    """sha256 of the course's files that match, by path and text.

    A text's line ends do not count, as git stores other ones on Windows.
    """
    found = hashlib.sha256()
    for file in _files(patterns):
        text = file.read_bytes().replace(b"\r\n", b"\n")
        name = file.relative_to(COURSE).as_posix().encode()
        found.update(b"%d %s %d " % (len(name), name, len(text)) + text)
    return found.hexdigest()


def _files(patterns):
    found = {file for pattern in patterns for file in COURSE.glob(pattern)}
    return sorted(file for file in found if file.is_file())


def versions():
    """What is installed here, by name."""
    found = {"Python": ".".join(platform.python_version_tuple()[:2])}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "missing"
    return found


def about_here(patterns):
    """What must be the same on two computers that do the same work."""
    return {"course": fingerprint(patterns), **versions()}


def about_worker(patterns):
    """The same of a worker; but what has changed since it started, it does not run."""
    changed = max(file.stat().st_mtime for file in _files(patterns))
    if changed > psutil.Process().create_time():
        return about_here(patterns) | {"course": "changed since the worker started"}
    return about_here(patterns)


def computer():
    """The name of this computer, what it is, and how many cores it has."""
    cores = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    kind = f"{platform.system()} {platform.machine()}, {cores} cores"
    return {"host": socket.gethostname(), "computer": kind}


def what_differs(ours, theirs, where):
    """One sentence on what another computer has otherwise; None if all is the same."""
    for name, own in ours.items():
        other = theirs.get(name, "missing")
        if other == own:
            continue
        if name == "course":
            return (
                f"The worker {where} has another version of the course: bring it to "
                "the one that is here, and start the worker again."
            )
        return (
            f"The worker {where} has {name} {other}, and here it is {own}: set the "
            "worker up with this course's make, and start it again."
        )
    return None


def refuse_another(theirs, patterns):
    """On a worker, which may have come later than the others; raises NotTheSame."""
    if sentence := what_differs(
        theirs, _about_this_worker(patterns), computer()["host"]
    ):
        raise NotTheSame(sentence)


@functools.cache
def _about_this_worker(patterns):
    return about_worker(patterns)
