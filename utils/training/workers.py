"""Starts cluster/train.py several times on this computer, as a cluster does on several.

Written for lesson 20. The workers talk over the loopback, so no network is needed, and
none of them outlives the block that started it.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from utils.files.arguments import whole_number

COURSE = Path(__file__).resolve().parents[2]
SCRIPT = COURSE / "cluster" / "train.py"
# One thread for each: a worker stands for a machine, and shall not take the other's
# core. A collective step waits inside TensorFlow, so it needs a second thread to run.
THREADS = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "2",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",  # two processes cannot share a GPU's memory
}
OURS = ("WORKERS", "WORKER", "TF_CONFIG", "SLURM_PROCID", "JOB_COMPLETION_INDEX")


class Worker:
    """A worker that runs: number, and what `started` documents."""

    def __init__(self, number, arguments, environment, log, script):
        self.number, self._log = number, log
        self._process = subprocess.Popen(
            [sys.executable, str(script), *map(str, arguments)],
            cwd=COURSE,
            env=environment,
            stdin=subprocess.PIPE,  # closes when we end: see --hang-at
            stdout=log,
            stderr=subprocess.STDOUT,
        )

    def said(self):
        """All that it has written so far, a text."""
        self._log.flush()
        return Path(self._log.name).read_text(encoding="utf-8", errors="replace")

    def wait_for(self, words, patience=600):
        """Wait until it has said these words.

        Raises RuntimeError, one sentence, if it ends before, or has not said them
        after so many seconds.
        """
        end = time.monotonic() + patience
        while words not in self.said():
            ended = self._process.poll() is not None
            if ended and words not in self.said():
                raise RuntimeError(self._complaint(f"ended without {words!r}"))
            if time.monotonic() > end:
                late = f"has not said {words!r} within {patience} seconds"
                raise RuntimeError(self._complaint(late))
            time.sleep(0.05)

    def wait(self, patience=600):
        """Wait for its end, return its exit status; RuntimeError if it takes longer."""
        try:
            return self._process.wait(patience)
        except subprocess.TimeoutExpired:
            late = f"has not ended within {patience} seconds"
            raise RuntimeError(self._complaint(late)) from None

    def kill(self):
        """End it at once, without a word to anybody, if it has not ended by itself."""
        self._process.kill()
        self._process.wait()

    def close(self):
        """Kill it, and close what it wrote to."""
        self.kill()
        self._process.stdin.close()

    def _complaint(self, what):
        lines = [line for line in self.said().splitlines() if line.strip()]
        last = f"its last line is {lines[-1][:200]!r}" if lines else "it said nothing"
        return f"Worker {self.number} {what}; {last}."


def free_addresses(number):
    """Return so many addresses of this computer, "127.0.0.1:45671", not in use now."""
    with ExitStack() as stack:
        sockets = [
            stack.enter_context(socket.socket())
            for _ in range(whole_number(number, "number", 1))
        ]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [f"127.0.0.1:{one.getsockname()[1]}" for one in sockets]


@contextmanager
def started(number, *arguments, only=None, script=SCRIPT):
    """Start so many workers, and end them with the block; a list of `Worker`.

    arguments: of the script, for all of them. only: {number of a worker: a list of
    arguments for it alone}. script: what is started, by the Python that runs now. A
    single worker is started without WORKERS, so it is alone.
    """
    addresses = free_addresses(number)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        workers = []
        for k in range(number):
            environment = {n: v for n, v in os.environ.items() if n not in OURS}
            path = os.pathsep.join([str(COURSE), os.environ.get("PYTHONPATH", "")])
            environment |= {**THREADS, "PYTHONPATH": path.rstrip(os.pathsep)}
            if number > 1:
                environment |= {"WORKERS": ",".join(addresses), "WORKER": str(k)}
            log = stack.enter_context(open(folder / f"{k}.log", "w", encoding="utf-8"))
            own = [*arguments, *(only or {}).get(k, [])]
            workers.append(Worker(k, own, environment, log, script))
            stack.callback(workers[-1].close)
        yield workers


def run_workers(number, *arguments, patience=900, script=SCRIPT):
    """Start so many workers and wait until all are done.

    Raises RuntimeError, one sentence, if one fails or is not done in time.
    """
    end = time.monotonic() + patience
    with started(number, *arguments, script=script) as workers:
        for worker in workers:
            if status := worker.wait(max(1, end - time.monotonic())):
                raise RuntimeError(worker._complaint(f"ended with status {status}"))
