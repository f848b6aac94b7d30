"""Run trainings, one after the other, in a process that does nothing else.

Dask's threads draw from Python's random numbers, of which Keras makes its seeds: in a
worker's own process, a training would depend on when they do.
"""

import json
import os
import subprocess
import sys
import traceback
from contextlib import suppress
from importlib import import_module

from tools.lessons import COURSE


class Ended(Exception):
    """The process has ended, such as for want of memory."""


class OwnProcess:
    """A process that runs functions of modules; it ends when this object's does."""

    def __init__(self):
        command = [sys.executable, "-m", "tests.benchmarks.own_process"]
        self.process = subprocess.Popen(
            command, cwd=COURSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(self, module, function, job):
        """What the function returns, a dict that JSON can hold.

        Raises Ended, and RuntimeError with the traceback of whatever it raises.
        """
        order = json.dumps([module, function, job]).encode() + b"\n"
        try:
            self.process.stdin.write(order)
            self.process.stdin.flush()
            reply = json.loads(self.process.stdout.readline())
        except (OSError, ValueError):  # nothing comes from what has ended
            raise Ended from None
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply["run"]

    def close(self):
        """End it, if it has not ended."""
        with suppress(OSError):  # an order may wait that nobody will read
            self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def main():
    """Do what the orders on stdin say, until there are no more."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a training prints is no reply
    for line in sys.stdin:
        module, function, job = json.loads(line)
        try:
            run = getattr(import_module(module), function)(*job)
            reply = json.dumps({"run": run})
        except Exception:
            reply = json.dumps({"error": traceback.format_exc()})
        print(reply, file=replies, flush=True)


if __name__ == "__main__":
    main()
