"""Start a scheduler, or this computer's workers: `make scheduler`, `make worker`.

    python -m tools.cluster.start scheduler …
    python -m tools.cluster.start worker ADDRESS [--workers 2] …

Both run until they are stopped. Whatever else is added is handed on to Dask, such as
its options for TLS; CLASSROOM.md says more.
"""

import os
import sys
import tempfile

import psutil

from tools.arguments import OneSentenceParser, positive_whole
from tools.cluster.connect import MISSING
from tools.grading.supervise import GIB, THREADS

GIB_EACH = 4  # what a submission may take, and a training seldom does
OPEN_DOOR = (
    "Whoever reaches this scheduler or a worker can run programs on all of them: keep "
    "them in a closed network, or use TLS (CLASSROOM.md)."
)


def workers_for(cores, memory):
    """How many workers, each for one thing at a time, so much has room for."""
    return int(max(1, min(cores, memory // (GIB_EACH * GIB))))


def scheduler_arguments(further):
    """What Dask's scheduler is started with."""
    return ["--no-dashboard", "--dashboard-address", "127.0.0.1:0", *further]


def worker_arguments(address, count, folder, further):
    """What Dask's workers are started with: one thing at a time, anew if they die.

    They watch no memory: the grader does, and knows whose it is.
    """
    return [
        *(address, "--nthreads", "1", "--nworkers", str(count)),
        *("--memory-limit", "0", "--local-directory", folder),
        *("--no-dashboard", "--dashboard-address", "127.0.0.1:0", *further),
    ]


def main():
    """Do what the command line says, until somebody stops it."""
    what, *further = sys.argv[1:]
    try:
        from distributed.cli import dask_scheduler, dask_worker
    except ImportError:
        sys.exit(MISSING)
    if what == "scheduler":
        print(OPEN_DOOR, file=sys.stderr, flush=True)
        dask_scheduler.main(scheduler_arguments(further))
        return
    address, *further = further or [""]
    if not address or address.startswith("-"):
        sys.exit(
            "Say where the scheduler is: make worker SCHEDULER=tcp://192.168.0.7:8786"
        )
    parser = OneSentenceParser(prog="worker", allow_abbrev=False, add_help=False)
    parser.add_argument("--workers", type=positive_whole)
    given, further = parser.parse_known_args(further)
    cores = os.cpu_count() or 1
    count = given.workers or workers_for(cores, psutil.virtual_memory().available)
    for name in THREADS:  # each has its share of the cores
        os.environ.setdefault(name, str(max(1, cores // count)))
    with tempfile.TemporaryDirectory(prefix="worker-") as folder:
        dask_worker.main(worker_arguments(address, count, folder, further))


if __name__ == "__main__":
    main()
