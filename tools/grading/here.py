"""Submissions are run on this computer, several at once, behind its wall."""

import os
from concurrent.futures import ThreadPoolExecutor, as_completed

import psutil

from tools.grading.records import KEY_FOLDER
from tools.grading.supervise import Supervisor
from tools.grading.wall import find_wall

WALL = "Each submission ran behind a wall: {}."
NO_WALL = (
    "There was no wall around the submissions ({}): who wrote one may have read and "
    "changed whatever you can. Read those that you do not trust; CLASSROOM.md says how "
    "to get a wall."
)


class Here:
    """This computer. about: a sentence on its wall; wall: the best, unless given."""

    def __init__(self, lesson, limits, wall, folder, jobs):
        wall = wall or find_wall([folder, KEY_FOLDER])
        self.has_wall, self.jobs = bool(wall.name), jobs
        self.about = WALL.format(wall.name) if wall.name else NO_WALL.format(wall.why)
        self.supervisor = Supervisor(lesson, limits, wall, folder)

    def run(self, runs, whole):
        """Yield (submission, its Findings) as they end; runs: with the tasks asked."""
        running = {}
        with ThreadPoolExecutor(self.jobs) as pool:
            try:
                for handed, asked in runs:
                    job = pool.submit(self.supervisor.run, handed.cells, asked, whole)
                    running[job] = handed
                for job in as_completed(running):
                    yield running[job], job.result()
            finally:  # where somebody stops it, too
                self.supervisor.stopped.set()
                pool.shutdown(cancel_futures=True)


def jobs_for(memory):
    """How many submissions of so many bytes this computer can run at once."""
    room = psutil.virtual_memory().available // memory
    return int(max(1, min(os.cpu_count() or 1, room)))
