"""Grade one submission: start its process, watch it, kill it at its limits, collect."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import psutil

from tools.lessons import COURSE

COPIED = ("data", "images")  # what cells open by a path of their own
MOST_REPORTED = 64 * 2**20  # characters; no honest submission comes near
PAUSE = 0.1  # seconds between two looks at time and memory
GIB = 2**30


class Limits(NamedTuple):
    """What one submission may take; a single cell has a fifth of the time."""

    seconds: float = 300
    memory: float = 4 * GIB


@dataclass
class Findings:
    """What came back from a submission's process."""

    reports: dict = field(default_factory=dict)  # of each task, by its name
    cell: int = 0  # that ran last, counted among the code cells
    end: str | None = None  # "done"; "whole" if all cells are needed; None if cut off
    remark: str = ""
    seconds: float = 0.0


def grade_cells(lesson, cells, limits, private, whole=False):
    """The Findings of running a notebook's code cells; `private` must not be read."""
    findings = _run(lesson, cells, limits, private, whole)
    if findings.end == "whole":
        first = findings.seconds
        findings = _run(lesson, cells, limits, private, whole=True)
        findings.seconds += first
    return findings


def _run(lesson, cells, limits, private, whole):
    findings, start = Findings(), time.monotonic()
    with _scratch() as scratch:
        order = {
            "nonce": secrets.token_hex(),
            "lesson": lesson,
            "cells": cells,
            "whole": whole,
            "seconds": limits.seconds,
            "cell_seconds": limits.seconds / 5,
            "memory": limits.memory,
            "scratch": str(scratch),
            "folder": str(scratch / "notebooks"),
            "private": str(private),
        }
        process = _start(scratch)
        try:
            reader = _listen(process, order["nonce"], findings)
            with suppress(OSError):
                process.stdin.write(json.dumps(order).encode() + b"\n")
                process.stdin.close()
            findings.remark = _watch(process, limits, findings)
        finally:
            _kill(process)
        reader.join(timeout=5)
        if not reader.is_alive():
            process.stdout.close()
    if not findings.remark and findings.end is None:
        findings.remark = f"ended its own process in code cell {findings.cell}"
    findings.seconds = time.monotonic() - start
    return findings


@contextmanager
def _scratch():
    """A folder that looks like the course to a notebook, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="grading-")).resolve()
    try:
        for name in ("notebooks", "home", "tmp"):
            (folder / name).mkdir()
        for name in COPIED:
            shutil.copytree(COURSE / name, folder / name)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(scratch):
    home, tmp = str(scratch / "home"), str(scratch / "tmp")
    environment = os.environ | {
        "HOME": home,
        "IPYTHONDIR": home,
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": _matplotlib_cache(),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), tmp),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tools.grading.worker"],
        cwd=COURSE,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _matplotlib_cache():
    """Where Matplotlib's list of fonts lies, so that not each process makes its own."""
    import matplotlib.font_manager  # the import makes the list

    return matplotlib.get_cachedir()


def _listen(process, nonce, findings):
    """Note in `findings` what the process reports; the nonce shows what is its."""

    def listen():
        remaining = MOST_REPORTED
        while line := process.stdout.readline(remaining):
            remaining -= len(line)
            with suppress(ValueError, RecursionError):
                message = json.loads(line)
                if isinstance(message, dict) and message.get("nonce") == nonce:
                    _note(message, findings)
            if remaining <= 0:
                break

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    return thread


def _note(message, findings):
    if isinstance(message.get("task"), str):
        findings.reports.setdefault(message["task"], message)
    findings.cell = message.get("cell", findings.cell)
    findings.end = message.get("end", findings.end)


def _watch(process, limits, findings):
    """Wait for the process; say in a few words why it must be killed, if it must."""
    end = time.monotonic() + limits.seconds
    while process.poll() is None:
        if time.monotonic() > end:
            return f"stopped after {limits.seconds:g} s in code cell {findings.cell}"
        if _memory_of(process.pid) > limits.memory:
            size = limits.memory / GIB
            return f"used more than {size:g} GiB in code cell {findings.cell}"
        time.sleep(PAUSE)
    return ""


def _memory_of(pid):
    total = 0
    for process in _family(pid):
        with suppress(psutil.Error):
            total += process.memory_info().rss
    return total


def _family(pid):
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []


def _kill(process):
    """End the process and all that it has started."""
    if process.poll() is None:
        for member in _family(process.pid):
            with suppress(psutil.Error):
                member.kill()
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
