"""A process and all that it has started: how much memory they hold, and their end."""

import os
import signal
import stat
from contextlib import suppress

import psutil


def memory_of(pid):
    """Bytes that a process and its children hold, as far as the system tells."""
    total = 0
    for process in _family(pid):
        with suppress(psutil.Error):
            total += process.memory_info().rss
            total += _size_of_nameless_files(process.pid)
    return total


def _size_of_nameless_files(pid):
    """Bytes of memory in files that only a process knows, made by memfd_create."""
    size = 0
    # It may end meanwhile, and other systems have no /proc.
    with suppress(OSError), os.scandir(f"/proc/{pid}/fd") as entries:
        for entry in entries:
            found = os.stat(entry.path)
            if stat.S_ISREG(found.st_mode) and not found.st_nlink:
                size += 512 * found.st_blocks
    return size


def _family(pid):
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []


def kill(process):
    """End the process and all that it has started; a wall takes all with it."""
    if process.poll() is None:
        for member in _family(process.pid):
            with suppress(psutil.Error):
                member.kill()
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
