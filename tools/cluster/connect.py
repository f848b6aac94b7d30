"""Reach a Dask cluster, or say in one sentence why it cannot be used.

The scheduler gives work out, workers do it: CLASSROOM.md says how they are started.
Dask is imported inside functions: what runs in one process does without it.
"""

import asyncio
import logging
from contextlib import contextmanager

from tools.cluster.same_course import about_here, about_worker, what_differs

SECONDS_TO_ANSWER = 15
MISSING = (
    "Spreading work over computers needs the package distributed, which is not "
    "installed: .venv/bin/python -m pip install -r requirements-cluster.txt (make does "
    "it where a scheduler is named)."
)
NO_ANSWER = (
    "No scheduler answers at {} ({}): start one by `make scheduler`, and name the "
    "address that it prints, such as tcp://192.168.0.7:8786."
)
NO_WORKERS = (
    "The scheduler at {0} has no workers: on each computer that is to work, type "
    "`make worker SCHEDULER={0}` in the course's folder."
)
NO_COURSE = (
    "The worker {} does not find the course ({}): start it in the course's folder, by "
    "`make worker SCHEDULER={}`."
)


class NoCluster(Exception):
    """The cluster cannot be used, or no longer; the message says why."""


@contextmanager
def connected(address, patterns):
    """A Dask client whose workers all have the course that is here.

    patterns: which of the course's files must be the same, such as "utils/**/*.py".
    Raises NoCluster.
    """
    client = _client(address)
    try:
        _refuse_another_course(client, patterns, address)
        yield client
    finally:
        client.close(timeout=5)


def ask_all(client, function, *arguments, address):
    """What a function of the course answers on each worker, by the worker's address.

    Raises NoCluster if there are no workers or one does not find the course.
    """
    answers = client.run(function, *arguments, on_error="return")
    if not answers:
        raise NoCluster(NO_WORKERS.format(address))
    for where, answer in answers.items():
        if isinstance(answer, BaseException) and "ModuleNotFound" in repr(answer):
            raise NoCluster(NO_COURSE.format(where, answer, address))
        if isinstance(answer, BaseException):
            raise NoCluster(f"The worker {where} cannot work: {answer}.")
    return answers


def _client(address):
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster(MISSING) from None
    _be_quiet()
    try:
        asyncio.run(_reach(address))  # a Client that fails goes on trying, and says so
        return Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except Exception as error:  # whatever the address makes of the network
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise NoCluster(NO_ANSWER.format(address, reason)) from None


async def _reach(address):
    from distributed import Security
    from distributed.core import connect

    arguments = Security().get_connection_args("client")
    comm = await connect(address, timeout=SECONDS_TO_ANSWER, **arguments)
    await comm.close()


def _be_quiet():
    """Dask's log says in paragraphs what NoCluster says in a sentence."""
    import dask

    # A submission may be large.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GiB"})
    for name in [n for n in logging.root.manager.loggerDict if n[:11] == "distributed"]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _refuse_another_course(client, patterns, address):
    ours = about_here(patterns)
    answers = ask_all(client, about_worker, patterns, address=address)
    for where, theirs in sorted(answers.items()):
        if sentence := what_differs(ours, theirs, where):
            raise NoCluster(sentence)
