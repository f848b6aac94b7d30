"""Keep a submission inside its folder, its memory and its process.

Python announces what it is about to do (sys.addaudithook), and what a submission has no
business to do is refused with a sentence. That stops slips and pranks, on every system;
it is no prison for who calls C code to get round it: see CLASSROOM.md.
"""

import os
import sys

LARGEST_FILE = 2**30  # bytes that a submission may write into one file
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# Event of the audit hook: where among its arguments the paths stand that change, and
# with each the place of the open folder (dir_fd) which it starts from.
CHANGES = {
    "os.chmod": [(0, 2)],
    "os.chown": [(0, 3)],
    "os.link": [(0, 2), (1, 3)],
    "os.mkdir": [(0, 2)],
    "os.remove": [(0, 1)],
    "os.rename": [(0, 2), (1, 3)],
    "os.rmdir": [(0, 1)],
    "os.symlink": [(1, 2)],
    "os.truncate": [(0, None)],
    "os.utime": [(0, 3)],
    "shutil.rmtree": [(0, 1)],
    "sqlite3.connect": [(0, None)],
}
REFUSED = {
    "os.exec": "start another program",
    "os.fork": "start another process",
    "os.forkpty": "start another process",
    "os.posix_spawn": "start another program",
    "os.spawn": "start another program",
    "os.startfile": "start another program",
    "os.system": "start another program",
    "pty.spawn": "start another program",
    "subprocess.Popen": "start another program",
    "os.kill": "send signals",
    "os.killpg": "send signals",
    "resource.prlimit": "change its limits",
    "resource.setrlimit": "change its limits",
    "socket.bind": "use the network",
    "socket.connect": "use the network",
    "socket.getaddrinfo": "use the network",
    "socket.gethostbyname": "use the network",
    "socket.sendmsg": "use the network",
    "socket.sendto": "use the network",
    "webbrowser.open": "open a page",
}


def limit_resources(memory, seconds):
    """Set the limits that the system itself keeps: memory in bytes, time of one core.

    Memory that is written to, not address space, of which TensorFlow reserves much. On
    macOS it does nothing, on Windows there is no such limit: the parent watches there.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: int(seconds * (os.cpu_count() or 1)) + 1,
        resource.RLIMIT_DATA: int(memory),
        resource.RLIMIT_FSIZE: LARGEST_FILE,
    }
    for kind, limit in limits.items():
        hard = resource.getrlimit(kind)[1]
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(kind, (limit, limit))


def stay_inside(folder, private):
    """From now on, refuse to change files outside `folder`, or to read in `private`.

    Raises PermissionError in the code that tries; cannot be undone in this process.
    """
    folder, private = os.path.realpath(folder), os.path.realpath(private)

    def refuse(event, arguments):
        if event in REFUSED:
            raise PermissionError(f"a submission may not {REFUSED[event]}")
        if event == "open":
            _refuse_to_open(*arguments, folder, private)
        elif event in CHANGES:
            for path, start in CHANGES[event]:
                start = arguments[start] if start and start < len(arguments) else -1
                if not _is_inside(_entry(arguments[path], start), folder):
                    _forbid_change()

    sys.addaudithook(refuse)


def _refuse_to_open(path, _mode, flags, folder, private):
    if not isinstance(path, str | bytes | os.PathLike):
        return  # a file that is open already
    file = os.path.realpath(os.fsdecode(path))
    if flags & WRITING and file != os.devnull and not _is_inside(file, folder):
        _forbid_change()
    if _is_inside(file, private) and not _is_inside(file, folder):
        raise PermissionError("a submission may not read other submissions")


def _forbid_change():
    raise PermissionError("a submission may not change files outside its own folder")


def _entry(path, start):
    """The path of a directory's entry: links are followed up to it, not through it."""
    if isinstance(path, int):
        return _folder_of(path)
    above = _folder_of(start) if isinstance(start, int) and start >= 0 else ""
    head, name = os.path.split(os.path.join(above, os.fsdecode(path)).rstrip(os.sep))
    if name in ("", os.curdir, os.pardir):
        return os.path.realpath(os.path.join(head, name))
    return os.path.join(os.path.realpath(head), name)


def _folder_of(handle):
    """The path of what is open under this number; the root where it is not known."""
    try:
        return os.readlink(f"/proc/self/fd/{handle}")
    except OSError:
        return _folder_of_on_macos(handle)


def _folder_of_on_macos(handle):
    try:
        import fcntl

        name = fcntl.fcntl(handle, fcntl.F_GETPATH, bytes(1024))
    except (ImportError, AttributeError, OSError):
        return os.path.abspath(os.sep)
    return os.fsdecode(name.rstrip(b"\0"))


def _is_inside(path, folder):
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
