"""A Dask cluster on this computer, of processes that a test may kill."""

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress

import psutil
import pytest

from tools.lessons import COURSE

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None or sys.platform == "win32",
    reason="needs pip install -r requirements-cluster.txt; not tried on Windows",
)
SECONDS_TO_START = 120


class Cluster:
    """A scheduler and its workers; `client` is the test's own, to look at them."""

    def __init__(self, folder, **environment):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.folder, self.environment = folder, os.environ | environment
        self.started = []
        local = ("--host", "127.0.0.1", "--port", str(self.port))
        self.scheduler = self._start("scheduler", *local)
        self.client = _client(self.address)

    def add_workers(self, count, *further):
        """Start workers and wait for them; returns the process that watches them."""
        here = len(self.client.nthreads())
        local = ("--workers", str(count), "--host", "127.0.0.1", *further)
        process = self._start("worker", self.address, *local)
        self.client.wait_for_workers(here + count, timeout=SECONDS_TO_START)
        return process

    def kill_a_busy_worker(self):
        """SIGKILL one that is at work; returns its address."""
        busy = {where for where, keys in self.client.processing().items() if keys}
        where = sorted(busy)[0]
        pid = self.client.run(os.getpid, workers=[where])[where]
        os.kill(pid, signal.SIGKILL)
        return where

    def close(self):
        """End all that was started."""
        self.client.close(timeout=5)
        for process in reversed(self.started):
            with suppress(psutil.Error):
                for child in psutil.Process(process.pid).children(recursive=True):
                    with suppress(psutil.Error):
                        child.kill()
            process.kill()
            process.wait()

    def _start(self, *arguments):
        command = [sys.executable, "-m", "tools.cluster.start", *arguments]
        log = open(self.folder / f"{len(self.started)}.log", "wb")
        with log:
            process = subprocess.Popen(
                command, cwd=COURSE, env=self.environment, stdout=log, stderr=log
            )
        self.started.append(process)
        return process


@contextmanager
def cluster(**environment):
    """A Cluster without workers; `environment`: variables of its processes."""
    from pathlib import Path

    with tempfile.TemporaryDirectory() as name:
        made = Cluster(Path(name), **environment)
        try:
            yield made
        finally:
            made.close()


def _client(address):
    from distributed import Client

    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return Client(address, timeout=5, set_as_default=False)
        except OSError:
            if time.monotonic() > end:
                raise
