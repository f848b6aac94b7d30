"""Spread jobs over the workers of a Dask cluster, whatever becomes of the workers.

When a worker dies, the scheduler has others do what it was doing. A job whose workers
have died again and again (Dask's `allowed-failures`) may have killed them, or was only
near: it is tried once more when all others are done and nothing else is running.
"""

import time
import uuid
from typing import NamedTuple

from tools.cluster.connect import NoCluster

AHEAD = 3  # jobs for each thread of a worker that are under way at once
PAUSE = 5  # seconds between two looks at whether there are workers at all
PATIENCE = 120  # seconds without any worker
ALL_GONE = (
    "All workers have gone, or the scheduler has: start them again, then type the same "
    "command once more."
)


class Died(NamedTuple):
    """In place of a result: with this job alone running, its workers died."""

    worker: str


def spread(client, function, jobs, patience=PATIENCE):
    """Yield (number of a job, its result) as they end, all of them, each once.

    function: one that the workers can import; jobs: what it is called with, one each.
    The result is Died for a job that kills every worker it is given to. An exception of
    the function is raised here. Raises NoCluster if the cluster has gone.
    """
    suspects = []
    for numbers, ahead in ((range(len(jobs)), AHEAD), (suspects, None)):
        crowd = _Crowd(client, function, jobs, ahead, patience)
        try:
            for number, result in crowd.run(numbers):
                if isinstance(result, Died) and numbers is not suspects:
                    suspects.append(number)
                else:
                    yield number, result
        finally:
            crowd.leave()


class _Crowd:
    """Jobs that are under way at the same time."""

    def __init__(self, client, function, jobs, ahead, patience):
        self.client, self.function, self.jobs = client, function, jobs
        self.ahead, self.patience, self.running = ahead, patience, {}
        self.seen = time.monotonic()  # when there was a worker

    def run(self, numbers):
        """Yield (number, result) of these jobs; ahead: None has them run one by one."""
        waiting = [*reversed(numbers)]
        while waiting or self.running:
            room = self._room()
            while waiting and len(self.running) < room:
                self._submit(waiting.pop())
            for future in self._ended():
                if (result := self._result(future)) is not None:
                    yield self.running.pop(future), result[0]
                    future.release()

    def leave(self):
        """Give up what is still under way."""
        if self.running:
            self.client.cancel([*self.running], force=True)
        self.running.clear()

    def _room(self):
        """How many may be under way: few, so that none is blamed for many deaths."""
        threads = sum(self._threads().values())
        now = time.monotonic()
        self.seen = now if threads else self.seen
        if now - self.seen > self.patience:
            raise NoCluster(ALL_GONE)
        return 1 if self.ahead is None else max(1, self.ahead * threads)

    def _threads(self):
        try:
            return self.client.nthreads()
        except Exception:  # OSError, or what Dask makes of it
            raise NoCluster(ALL_GONE) from None

    def _submit(self, number):
        key = f"{self.function.__name__}-{number}-{uuid.uuid4().hex}"
        job = self.jobs[number]
        future = self.client.submit(self.function, job, key=key, pure=False)
        self.running[future] = number

    def _ended(self):
        from distributed import CancelledError, wait

        try:
            with self.client.as_current():
                wait([*self.running], timeout=PAUSE, return_when="FIRST_COMPLETED")
        except TimeoutError:
            pass
        except CancelledError:
            raise NoCluster(ALL_GONE) from None
        return [future for future in self.running if future.done()]

    def _result(self, future):
        """The result in a tuple, or None: it was on a worker that has gone since."""
        from distributed import CancelledError, KilledWorker

        try:
            if future.status != "error":
                return (future.result(timeout=PAUSE),)
            error = future.exception(timeout=PAUSE)
        except TimeoutError:
            return None
        except CancelledError:
            raise NoCluster(ALL_GONE) from None
        if isinstance(error, KilledWorker):
            return (Died(str(error.last_worker.address)),)
        raise error
