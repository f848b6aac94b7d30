"""Submissions are run on a Dask cluster: each worker has a wall of its own.

A submission's cells travel to a worker, its findings back; it is judged here, and no
worker holds the key that seals the records. A worker that has no wall is refused: who
gets hold of one computer of a cluster has got hold of all.
"""

import asyncio
import functools
import os

from tools.cluster.connect import NoCluster, ask_all
from tools.cluster.same_course import NotTheSame, about_here, computer, refuse_another
from tools.cluster.spreading import Died, spread
from tools.grading.records import DECIDES, KEY_FOLDER
from tools.grading.supervise import THREADS, Findings, Supervisor
from tools.grading.wall import find_wall

# What must be the same on all of its computers.
SAME = (*DECIDES, "tools/*.py", "tools/cluster/*.py", "data/*", "data/[!r]*/**/*")
WALLS = "Each submission ran behind a wall, on {} {} of a cluster: {}."
NO_WALL_THERE = (
    "The worker {} has no wall to put around submissions ({}): on a cluster they need "
    "one. CLASSROOM.md says how to get it; or start no worker there."
)
KILLS = "ended its own process, and each time the worker that ran it"


class There:
    """The workers of a cluster. about: a sentence on their walls."""

    has_wall = True

    def __init__(self, client, scheduler, lesson, limits, folder):
        self.client = client
        private = os.path.realpath(folder)
        self.order = {
            "lesson": lesson,
            "limits": limits,
            "private": private,
            "course": about_here(SAME),
        }
        walls = ask_all(client, wall_there, private, address=scheduler)
        for where, (name, why) in sorted(walls.items()):
            if not name:
                raise NoCluster(NO_WALL_THERE.format(where, why))
        names = ", ".join(sorted({name for name, _ in walls.values()}))
        workers = "worker" if len(walls) == 1 else "workers"
        self.about = WALLS.format(len(walls), workers, names)

    def run(self, runs, whole):
        """Yield (submission, its Findings) as they end; runs: with the tasks asked."""
        orders = [
            self.order | {"cells": handed.cells, "asked": asked, "whole": whole}
            for handed, asked in runs
        ]
        for number, found in spread(self.client, run_there, orders):
            if isinstance(found, Died):  # as one whose process has ended
                found = Findings(remark=KILLS)
            yield runs[number][0], found


async def wall_there(private):
    """On a worker: the name of the best wall, and if there is none, why."""
    wall = await asyncio.to_thread(_wall, private)
    return wall.name, getattr(wall, "why", "")


def run_there(order):
    """On a worker: the Findings of a submission. Raises NotTheSame."""
    refuse_another(order["course"], SAME)
    supervisor = _supervisor(order["lesson"], order["limits"], order["private"])
    return supervisor.run(order["cells"], order["asked"], order["whole"])


@functools.cache
def _wall(private):
    return find_wall([private, KEY_FOLDER])


@functools.lru_cache(4)
def _supervisor(lesson, limits, private):
    wall = _wall(private)
    if not wall.name:  # it has come later than the others
        raise NotTheSame(NO_WALL_THERE.format(computer()["host"], wall.why))
    cores = min(int(os.environ.get(name, "1")) for name in THREADS)
    return Supervisor(lesson, limits._replace(cores=max(1, cores)), wall, private)
