"""Run the trainings of an experiment, here or spread over a Dask cluster.

A training sets its seeds itself and takes plain values, and workers have a process for
trainings alone. So it gives the same wherever and after whatever it runs, but for what
another processor rounds otherwise.
"""

import functools
import os
import threading
from contextlib import contextmanager

from tests.benchmarks.own_process import Ended, OwnProcess
from tools.cluster.connect import NoCluster, connected
from tools.cluster.same_course import about_here, computer, refuse_another
from tools.cluster.spreading import Died
from tools.cluster.spreading import spread as spread_over

# What must be the same on all computers; not data/results, which grows meanwhile.
SAME = ("utils/**/*.py", "tests/benchmarks/*.py", "tests/lessons/*.py", "tools/*.py")
SAME += ("tools/cluster/*.py", "notebooks/*.ipynb", "requirements.txt")
SAME += ("data/*", "data/[!r]*/**/*")
KILLS = "{}{} ended every worker that ran it: run it without a scheduler, to see why."
HOSTS = {}  # what each computer is that has run something, by its name
_clients = []  # the cluster that is in use, if one is
_one_at_a_time = threading.Lock()  # whatever number of threads a worker has


@contextmanager
def over(scheduler):
    """Within it, `spread` uses the cluster of this address; none: this process.

    Raises NoCluster.
    """
    if not scheduler:
        yield
        return
    with connected(scheduler, SAME) as client:
        _clients.append(client)
        try:
            yield
        finally:
            _clients.pop()


def _tell(run):
    print("  ", run, flush=True)


def spread(function, jobs, tell=_tell):
    """Return what function(*job) returns for each job, in the jobs' order.

    function: of a module; it takes plain values, and returns a run, a flat dict. On a
    cluster each run gets its "host", the computer that it ran on. tell: is called with
    each run as it ends. Raises NoCluster.
    """
    jobs = [*jobs]
    if not _clients:
        runs = []
        for job in jobs:
            runs.append(function(*job))
            tell(runs[-1])
        return runs
    name, ours = (function.__module__, function.__name__), about_here(SAME)
    orders = [(name, job, ours) for job in jobs]
    found = {}
    for number, result in spread_over(_clients[-1], run_there, orders):
        if isinstance(result, Died):
            raise NoCluster(KILLS.format(function.__name__, jobs[number]))
        run, where = result
        HOSTS[where["host"]] = where["computer"]
        found[number] = run | {"host": where["host"]}
        tell(found[number])
    return [found[number] for number in range(len(jobs))]


def run_there(order):
    """On a worker: a run, and on which computer. Raises NotTheSame."""
    (module, function), job, theirs = order
    refuse_another(theirs, SAME)
    with _one_at_a_time:
        try:
            return _own_process().run(module, function, job), computer()
        except Ended:  # as it does when the worker itself is killed: others try
            os._exit(1)


@functools.cache
def _own_process():
    return OwnProcess()
