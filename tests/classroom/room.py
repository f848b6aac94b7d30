"""A computer of its own for a class, to be thrown away, as far as the class can see.

    unshare … python -m tests.classroom.room what is for python

As root, in new namespaces of Linux for mounts, processes and the network: users that
are made here, their homes, what is kept in /srv and in /tmp, ports and processes are
gone with it. The course and Python lie where they lie outside, read-only, even where
others than root could not get to them. Needs util-linux (unshare, mount), as every
Linux has.
"""

import os
import socket
import struct
import subprocess
import sys
from pathlib import Path

from tools.lessons import COURSE

UNSHARE = (
    *("unshare", "--mount", "--pid", "--net", "--ipc", "--fork"),
    *("--kill-child", "--mount-proc"),
)
OWN = {
    "/home": "755",
    "/srv": "755",
    "/root": "755",
    "/tmp": "1777",
    "/dev/shm": "1777",
}
STAGE = Path("/run/room")
SET_FLAGS, GET_FLAGS, UP = 0x8914, 0x8913, 1  # SIOCSIFFLAGS, SIOCGIFFLAGS, IFF_UP


def why_not():
    """Why there can be no such room here, in a few words; None if there can."""
    if sys.platform != "linux":
        return "needs Linux"
    from tools.grading.namespaces import is_really_root  # opens Linux's C library

    if not is_really_root():
        return "needs root, who makes users (in a container, say)"
    try:
        done = subprocess.run([*UNSHARE, "true"], capture_output=True, text=True)
    except OSError:
        return "needs util-linux's unshare"
    return done.stderr.strip() if done.returncode else None


def command(*words):
    """What to type so that `python words …` runs in the room."""
    return [*UNSHARE, sys.executable, "-m", "tests.classroom.room", *words]


def shown():
    """Folders that are seen as outside, read-only."""
    prefixes = {os.path.realpath(p) for p in (sys.prefix, sys.base_prefix)}
    folders = {str(COURSE), sys.prefix, *prefixes}
    inside = {f for f in folders if any(f.startswith(g + "/") for g in folders)}
    return sorted(f for f in folders - inside if not os.path.islink(f))


def closed_above(path):
    """The folders on the way to a path that only their owner may walk through."""
    return [str(p) for p in Path(path).parents if not p.stat().st_mode & 0o001]


def build():
    """Make the room round this process."""
    covered = {closed: "755" for path in shown() for closed in closed_above(path)}
    covered |= OWN
    covered = {p: mode for p, mode in covered.items() if os.path.isdir(p)}
    STAGE.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "-o", "mode=700", "room", STAGE)
    stages = {path: STAGE / str(number) for number, path in enumerate(shown())}
    for path, stage in stages.items():
        stage.mkdir()
        mount("--bind", path, stage)
    (STAGE / "etc").mkdir()
    subprocess.run(["cp", "-a", "/etc/.", STAGE / "etc"], check=True)
    mount("--bind", STAGE / "etc", "/etc")
    for path, mode in sorted(covered.items()):
        Path(path).mkdir(parents=True, exist_ok=True)
        mount("-t", "tmpfs", "-o", f"mode={mode}", "room", path)
    for path, stage in stages.items():
        Path(path).mkdir(parents=True, exist_ok=True)
        mount("--bind", stage, path)
        mount("-o", "remount,bind,ro", path)
    connect_to_itself()


def mount(*words):
    """The system's mount."""
    subprocess.run(["mount", *map(str, words)], check=True)


def connect_to_itself():
    """Bring the loopback up, which a new network has down."""
    import fcntl  # which only Unix has, and why_not() is asked anywhere

    with socket.socket() as any_socket:
        name = struct.pack("16sH14x", b"lo", 0)
        answer = fcntl.ioctl(any_socket, GET_FLAGS, name)
        (flags,) = struct.unpack("16xH14x", answer)
        up = struct.pack("16sH14x", b"lo", flags | UP)
        fcntl.ioctl(any_socket, SET_FLAGS, up)


def be_the_first_process(child):
    """Take leave of every process that has lost its parent; end as the child ends."""
    while True:
        pid, status = os.wait()
        if pid == child:
            sys.exit(abs(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    build()
    os.chdir(COURSE)
    if child := os.fork():
        be_the_first_process(child)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
