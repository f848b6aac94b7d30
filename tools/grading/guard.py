"""Keep a submission inside its folder, its memory and its process.

Python announces what it is about to do (sys.addaudithook), and what a submission has no
business to do is noticed, and refused with a sentence where no wall stands around it.
That stops slips and pranks, on every system; it is no prison for who calls C code to
get round it: see CLASSROOM.md.
"""

import os
import sys
from types import MappingProxyType

LARGEST_FILE = 2**30  # bytes that a submission may write into one file
MOST_PROCESSES = 512  # and threads, behind a wall; TensorFlow takes about fifty
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

TO_CHANGE = "change files outside its own folder"
TO_READ = "read other submissions"
TO_CONNECT = "use the network"
TO_START = "start another program"
TRIES = (  # whatever a submission may be said to have tried
    TO_CHANGE,
    TO_READ,
    TO_CONNECT,
    TO_START,
    "start another process",
    "send signals",
    "change its limits",
    "open a page",
    "open folders outside its own",
)

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
REACHES_OUT = {
    "socket.bind": TO_CONNECT,
    "socket.connect": TO_CONNECT,
    "socket.getaddrinfo": TO_CONNECT,
    "socket.gethostbyname": TO_CONNECT,
    "socket.sendmsg": TO_CONNECT,
    "socket.sendto": TO_CONNECT,
}
HARMLESS_BEHIND_A_WALL = {
    "os.exec": TO_START,
    "os.fork": "start another process",
    "os.forkpty": "start another process",
    "os.posix_spawn": TO_START,
    "os.spawn": TO_START,
    "os.startfile": TO_START,
    "os.system": TO_START,
    "pty.spawn": TO_START,
    "subprocess.Popen": TO_START,
    "os.kill": "send signals",
    "os.killpg": "send signals",
    "resource.prlimit": "change its limits",
    "resource.setrlimit": "change its limits",
    "webbrowser.open": "open a page",
}


def limit_resources(memory, seconds, walled):
    """Set the limits that the system itself keeps: memory in bytes, time of one core.

    Memory that is written to, not address space, of which TensorFlow reserves much. On
    macOS it does nothing, on Windows there is no such limit: the parent watches there.
    Processes are counted behind a wall only: elsewhere all of the user's own count.
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
    if walled:
        limits[resource.RLIMIT_NPROC] = MOST_PROCESSES
    for kind, limit in limits.items():
        hard = resource.getrlimit(kind)[1]
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(kind, (limit, limit))


def watch(folder, private, tell, refuse):
    """From now on, tell when something tries to leave `folder`, or to read `private`.

    tell: is called with what was tried, one of TRIES, once for each. refuse: whether to
    raise PermissionError in the code that tries. It cannot be undone in this process.
    """
    folder, private = os.path.realpath(folder), os.path.realpath(private)
    changes, forbidden = MappingProxyType({**CHANGES}), {**REACHES_OUT}
    if refuse:
        forbidden |= HARMLESS_BEHIND_A_WALL
    forbidden, told = MappingProxyType(forbidden), set()

    def notice(event, arguments):
        if event in forbidden:
            tried = forbidden[event]
        elif event == "open":
            tried = _tried_to_open(*arguments, folder, private, refuse)
        elif event in changes and _leaves(folder, changes[event], arguments):
            tried = TO_CHANGE
        else:
            return
        if tried and tried not in told:
            told.add(tried)
            tell(tried)
        if tried and refuse:
            raise PermissionError(f"a submission may not {tried}")

    sys.addaudithook(notice)
    if refuse:
        _announce_processes(notice)


def _announce_processes(notice):
    """Have multiprocessing announce what it starts, which Python leaves out."""
    try:
        import _posixsubprocess
    except ImportError:  # Windows
        return
    _posixsubprocess.fork_exec = lambda *_: notice("subprocess.Popen", ())


def _tried_to_open(path, _mode, flags, folder, private, refuse):
    if not isinstance(path, str | bytes | os.PathLike):
        return None  # a file that is open already
    file = os.path.realpath(os.fsdecode(path))
    if _is_inside(file, folder) or (not refuse and file.startswith("/dev/")):
        return None
    if flags & WRITING and file != os.devnull:
        return TO_CHANGE
    if _is_inside(file, private):
        return TO_READ
    if refuse and os.path.isdir(file):
        return "open folders outside its own"  # paths can start from an open folder
    return None


def _leaves(folder, places, arguments):
    for path, start in places:
        start = arguments[start] if start and start < len(arguments) else -1
        if not _is_inside(_entry(arguments[path], start), folder):
            return True
    return False


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
