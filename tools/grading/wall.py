"""The wall around a submission: what it sees, where it may write, how it ends.

A wall is the system's own, outside the process, so nothing in there can take it down:
on Linux, namespaces of the kernel, or bubblewrap, which makes them where only it may.
Other systems have none here. Which one stands is found by trying.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.grading import scratch
from tools.lessons import COURSE

SCRATCH = "/grading"  # what the scratch folder is called behind a wall
SYSTEM = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store"),
    *("/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/etc/alternatives"),
)
OF_THE_COURSE = ("utils", "tools", "data", "images")
BUILDER = str(Path(__file__).with_name("namespaces.py"))
SECONDS_TO_TRY = 60
TRIAL = """
import os, sys, numpy
import tools.grading.worker
hidden, course, own = sys.argv[1:]
assert not os.path.isdir(hidden) or not os.listdir(hidden), "other submissions are seen"
kernel = "/proc/sys/kernel/core_pattern"
assert not os.access(kernel, os.W_OK), "the kernel's settings can be changed"
try:
    open(os.path.join(course, "utils", "written"), "w")
except OSError:
    open(os.path.join(own, "written"), "w")
    print("stands")
"""


@dataclass
class NoWall:
    """No wall at all; `why` says why not."""

    why: str = ""
    name: str = ""

    def command(self, command):
        """What to type instead of a command, so that it runs inside."""
        return command


@dataclass
class Namespaces:
    """Namespaces of the Linux kernel, made by namespaces.py."""

    hidden: list
    name: str = "namespaces of the Linux kernel"

    def command(self, command):
        """What to type instead of a command, so that it runs inside."""
        order = {
            "base": "/sys",  # any folder that nothing is needed from
            "readable": readable(),
            "hidden": self.hidden,
            "scratch": SCRATCH,
            "size": scratch.SIZE,
            "files": scratch.FILES,
            "folder": str(COURSE),
        }
        return [sys.executable, "-I", "-S", BUILDER, json.dumps(order), *command]


@dataclass
class Bubblewrap:
    """The same by the program bwrap, for systems where only it may make namespaces.

    Not for root: inside, bwrap would be root's own process, and settings of the kernel
    in /proc/sys are root's to write.
    """

    hidden: list
    program: str
    name: str = "bubblewrap"

    def command(self, command):
        """What to type instead of a command, so that it runs inside."""
        shown = readable()
        seen = [
            ("--ro-bind-try", path, path) for path in shown if not os.path.islink(path)
        ]
        links = [path for path in shown if os.path.islink(path)]
        in_tmp = any(path.startswith("/tmp/") for path in shown)
        link = ("--symlink", f"{SCRATCH}/tmp", "/tmp")
        own = ("--perms", "1777", "--size", str(64 * 2**20), "--tmpfs", "/tmp")
        covered = [path for path in self.hidden if _is_below(path, shown)]
        return [
            *(self.program, "--unshare-all", "--unshare-user", "--disable-userns"),
            *("--uid", "65534", "--gid", "65534", "--cap-drop", "ALL"),
            *("--die-with-parent", "--new-session"),
            *(own if in_tmp else link),
            *(word for words in seen for word in words),
            *(w for path in links for w in ("--symlink", os.readlink(path), path)),
            *(w for path in covered for w in ("--size", "4096", "--tmpfs", path)),
            *("--proc", "/proc", "--dev", "/dev"),
            *("--size", str(64 * 2**20), "--tmpfs", "/dev/shm"),
            *("--size", str(scratch.SIZE), "--tmpfs", SCRATCH),
            *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", str(COURSE)),
            *("--", *command),
        ]


def find_wall(hidden):
    """The first wall that stands when tried, or a NoWall.

    hidden: folders that nothing inside may see, wherever they lie; the first is tried.
    """
    hidden = [os.path.realpath(folder) for folder in hidden]
    if sys.platform != "linux":
        return NoWall(f"this system ({sys.platform}) has none that the course can use")
    reasons = []
    bubblewrap = None if os.geteuid() == 0 else shutil.which("bwrap")
    walls = [Namespaces(hidden)]
    if bubblewrap:
        walls.append(Bubblewrap(hidden, bubblewrap))
    for wall in walls:
        reason = what_is_wrong(wall)
        if not reason:
            return wall
        reasons.append(f"{wall.name}: {reason}")
    if not bubblewrap:
        reasons.append("bubblewrap: not installed, or not for root")
    return NoWall("; ".join(reasons))


def what_is_wrong(wall):
    """Why a wall does not stand here, in a few words; None if it does."""
    trial = [sys.executable, "-c", TRIAL, wall.hidden[0], str(COURSE), SCRATCH]
    with tempfile.TemporaryDirectory() as name:
        try:
            done = subprocess.run(
                wall.command(trial),
                cwd=COURSE,
                env=scratch.environment(Path(name)) | {"PYTHONPATH": str(COURSE)},
                capture_output=True,
                text=True,
                errors="replace",
                timeout=SECONDS_TO_TRY,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
    if done.stdout.strip() == "stands":
        return None
    said = done.stderr.strip().splitlines() or ["the course can be changed from inside"]
    return said[-1]


def readable():
    """What a submission needs to see: the system, Python, the course without the rest.

    Not what lies beside it, such as other submissions, nor anybody's home.
    """
    paths = [
        *SYSTEM,
        *(str(COURSE / name) for name in OF_THE_COURSE),
        *(os.path.realpath(path) for path in (sys.prefix, sys.base_prefix)),
        sys.prefix,
        scratch.font_cache(),
    ]
    paths = [path for path in dict.fromkeys(paths) if os.path.lexists(path)]
    return [p for p in paths if not _is_below(os.path.dirname(p), paths)]


def _is_below(path, folders):
    """Whether a path is one of the folders, or lies in one of them."""
    places = [folder for folder in folders if not os.path.islink(folder)]
    return any(path == p or path.startswith(p.rstrip(os.sep) + os.sep) for p in places)
