"""Run one submission: start its process, watch it, kill it at its limits, collect."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tools.grading.guard import TRIES
from tools.grading.processes import kill, memory_of
from tools.grading.scratch import SIZE, environment, font_cache
from tools.grading.wall import SCRATCH, NoWall
from tools.lessons import COURSE
from utils.checking.verdicts import State

MOST_REPORTED = 64 * 2**20  # characters; no honest submission comes near
MOST_TRIES = 200  # reports of one task that are kept
PAUSE = 0.1  # seconds between two looks at time and memory
GIB = 2**30


class Limits(NamedTuple):
    """What one submission may take; a single cell has a fifth of the time."""

    seconds: float = 300
    memory: float = 4 * GIB
    cores: int = 1


@dataclass
class Findings:
    """What came back from a submission's process."""

    reports: dict = field(default_factory=dict)  # lists of them, by the task's name
    tried: list = field(default_factory=list)  # what it had no business to do
    cell: int = 0  # that ran last, counted among the code cells
    end: str | None = None  # "done"; None if cut off
    is_full: bool = False  # its scratch folder
    is_flooded: bool = False  # the way that reports take
    remark: str = ""
    seconds: float = 0.0


class Stopped(Exception):
    """Whoever grades has stopped it: there are no findings."""


class Supervisor:
    """Runs submissions of one lesson; several threads may use it at once.

    wall: what stands around each. private: a folder that they must not read.
    """

    def __init__(self, lesson, limits, wall, private):
        self.lesson, self.limits, self.wall = lesson, limits, wall
        self.private, self.fonts = os.path.realpath(private), font_cache()
        self.stopped = threading.Event()

    def run(self, cells, asked, whole=False):
        """The Findings of running a notebook's code cells; raises Stopped.

        asked: names of tasks. Unless all of these are right after the cells that they
        need, all cells are run: an answer is wrong only then. The last run's reports
        come last.
        """
        first = self._run_once(cells, whole)
        if whole or first.end is None or all(_is_right(first, name) for name in asked):
            return first
        second = self._run_once(cells, whole=True)
        second.seconds += first.seconds
        for name, reports in first.reports.items():
            right = [report for report in reports if report.get("state") == RIGHT]
            second.reports[name] = [*right, *second.reports.get(name, [])]
        second.tried = [*dict.fromkeys(first.tried + second.tried)]
        return second

    def _run_once(self, cells, whole):
        findings, start = Findings(), time.monotonic()
        walled = not isinstance(self.wall, NoWall)
        with _scratch(walled) as scratch:
            order = {
                "nonce": secrets.token_hex(),
                "lesson": self.lesson,
                "cells": cells,
                "whole": whole,
                "seconds": self.limits.seconds,
                "cell_seconds": self.limits.seconds / 5,
                "memory": self.limits.memory,
                "walled": walled,
                "scratch": str(scratch),
                "fonts": self.fonts,
                "private": self.private,
            }
            process = self._start(scratch)
            try:
                reader = _listen(process, order, findings)
                findings.remark = self._watch(process, findings)
            finally:
                kill(process)
            reader.join(timeout=5)
            if not reader.is_alive():
                process.stdout.close()
        if self.stopped.is_set():
            raise Stopped
        if not findings.remark and findings.end is None:
            findings.remark = f"ended its own process in code cell {findings.cell}"
        if findings.is_full:
            size = SIZE // 2**20
            findings.remark = f"filled its scratch folder ({size} MiB or many files)"
        findings.seconds = time.monotonic() - start
        return findings

    def _start(self, scratch):
        threads = dict.fromkeys(THREADS, str(self.limits.cores))
        command = [sys.executable, "-m", "tools.grading.worker"]
        return subprocess.Popen(
            self.wall.command(command),
            cwd=COURSE,
            env=environment(scratch) | threads,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _watch(self, process, findings):
        """Wait for the process; say in a few words why it must end, if it must."""
        end = time.monotonic() + self.limits.seconds
        while process.poll() is None:
            if self.stopped.is_set():
                return "stopped"
            if findings.is_flooded:
                return f"reported without end in code cell {findings.cell}"
            if time.monotonic() > end:
                seconds = f"{self.limits.seconds:g} s"
                return f"stopped after {seconds} in code cell {findings.cell}"
            if memory_of(process.pid) > self.limits.memory:
                size = self.limits.memory / GIB
                return f"used more than {size:g} GiB in code cell {findings.cell}"
            time.sleep(PAUSE)
        return ""


RIGHT = State.RIGHT.value
THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "TF_NUM_INTRAOP_THREADS",
    "TF_NUM_INTEROP_THREADS",
)


def _is_right(findings, name):
    reports = findings.reports.get(name, [])
    return any(report.get("state") == RIGHT for report in reports)


@contextmanager
def _scratch(walled):
    """The scratch folder as the submission calls it; removed afterwards."""
    if walled:
        yield Path(SCRATCH)  # it is inside only, and goes with the wall
        return
    folder = Path(tempfile.mkdtemp(prefix="grading-")).resolve()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _listen(process, order, findings):
    """Send the order, note in `findings` what is reported; the nonce shows by whom."""

    def listen():
        remaining = MOST_REPORTED
        while line := process.stdout.readline(remaining):
            remaining -= len(line)
            with suppress(ValueError, RecursionError, MemoryError):
                message = json.loads(line)
                if isinstance(message, dict) and message.get("nonce") == order["nonce"]:
                    _note(message, findings)
            if remaining <= 0:
                findings.is_flooded = True
                break

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    with suppress(OSError):
        process.stdin.write(json.dumps(order).encode() + b"\n")
        process.stdin.close()
    return thread


def _note(message, findings):
    task, cell = message.get("task"), message.get("cell")
    if isinstance(task, str):
        reports = findings.reports.setdefault(task, [])
        if len(reports) < MOST_TRIES:
            reports.append(message)
    if isinstance(cell, int):
        findings.cell = cell
    if message.get("tried") in TRIES and message["tried"] not in findings.tried:
        findings.tried.append(message["tried"])
    if message.get("end") == "done":
        findings.end, findings.is_full = "done", message.get("full") is True
