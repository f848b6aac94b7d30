"""What does it cost to grade 1 000 or 10 000 submissions on a cluster?

Whole notebooks of lesson 3, right ones, are graded by one worker and by two, on this
computer. A line through one worker's times gives what is paid once and what each costs;
halved, it must foretell those of two workers. Beyond so many workers the one process
that reads, sends out, judges and stores is what takes longest: its share is measured in
processor seconds. A cell or two of a submission that is wrong trains nothing here, but
it is run twice, so such a class costs up to twice as much.
"""

import pickle
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil

from tests.benchmarks.bench_grading import LESSON, hand_in_solved
from tests.benchmarks.measure import print_table
from tests.tools.clusters import cluster
from tools.cluster.same_course import about_here
from tools.cluster.spreading import spread
from tools.grade import grade_folder
from tools.grading.submissions import find_submissions
from tools.grading.supervise import Limits
from tools.grading.there import SAME

COUNTS, TRANSFERS = (2, 8, 20), 100
ASKED, WORKERS = (1_000, 10_000), (1, 2, 10, 50, 200)
NEAR = 0.7, 1.4  # two workers' time as a multiple of what is foretold


def run():
    """Print measured times and the model's table; True if it foretells two workers."""
    with cluster() as made:
        made.add_workers(1)
        _graded(made, 1)  # imports, compiled modules, the list of fonts
        before = _processor_seconds(made)
        seconds = [_graded(made, count) for count in COUNTS]
        centre, work = (_processor_seconds(made) - before) / sum(COUNTS)
        transfer, size = _transfer(made)
        made.add_workers(1)
        _graded(made, 2)
        both = [_graded(made, count) for count in COUNTS]
    each, once = np.polyfit(COUNTS, seconds, 1)
    ratios = [
        took / (once + each * n / 2) for n, took in zip(COUNTS, both, strict=True)
    ]
    rows = [
        ["once, before the first, seconds", f"{once:.1f}"],
        ["each, on a worker, seconds", f"{each:.2f}"],
        ["  of that its way there and back, seconds", f"{transfer:.3f}"],
        ["  its way there, KiB", f"{size / 1024:.0f}"],
        ["each, on a worker, processor seconds", f"{work:.2f}"],
        ["each, in the middle, processor seconds", f"{centre:.3f}"],
        ["two workers, as a multiple of what one foretells", f"{ratios[-1]:.2f}"],
    ]
    print_table("Measured: whole notebooks of lesson 3, all right", ["", ""], rows)
    print_table(
        "Foretold: computers like this one, a core for each worker",
        ["submissions", "workers", "hours", "core-hours", "times as fast as one"],
        list(_foretold(once, each, work, centre)),
    )
    most = each / centre
    print(f"  beyond {most:.0f} workers, more bring nothing: the middle is busy")
    return NEAR[0] <= ratios[-1] <= NEAR[1]


def _foretold(once, each, work, centre):
    for count in ASKED:
        for workers in WORKERS:
            took, alone = (once + count * max(each / n, centre) for n in (workers, 1))
            hours, cores = took / 3600, count * (work + centre) / 3600
            shown = f"{hours:.2f}", f"{cores:.1f}", f"{alone / took:.1f}"
            yield [f"{count}", f"{workers}", *shown]


def _graded(made, count):
    """Seconds to grade so many on the cluster, from reading to the stored table."""
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            hand_in_solved(Path(name) / f"{number:03}.ipynb")
        start = time.monotonic()
        rows = grade_folder(
            name, LESSON, tell=lambda line: None, scheduler=made.address
        )
        took = time.monotonic() - start
    if not all(row.points == len(row.results) for row in rows):
        raise ValueError("not all of them got all their points")
    return took


def _transfer(made):
    """Seconds for a submission to get to a worker and back, and its bytes."""
    with tempfile.TemporaryDirectory() as name:
        hand_in_solved(Path(name) / "x.ipynb")
        (handed,) = find_submissions(name)
    order = {"cells": handed.cells, "course": about_here(SAME), "limits": Limits()}
    jobs = [order] * TRANSFERS
    for _ in spread(made.client, travel, jobs[:4]):  # imports this module there
        pass
    start = time.monotonic()
    for _ in spread(made.client, travel, jobs):
        pass
    return (time.monotonic() - start) / TRANSFERS, len(pickle.dumps(order))


def travel(order):
    """On a worker: do nothing with a submission."""
    return order["limits"]


def children_seconds():
    """On a worker: processor seconds of the submissions that it has run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _processor_seconds(made):
    """In the middle (this process, the scheduler), and of all submissions."""
    scheduler = sum(psutil.Process(made.scheduler.pid).cpu_times()[:2])
    work = sum(made.client.run(children_seconds).values())
    return np.array([time.process_time() + scheduler, work])
