"""How long does grading a class take, and does each cost its own marks only?

One, then thirty honest and whole notebooks of lesson 3, in seconds and in processor
seconds; the target for the thirty is a minute on two idle cores. Then every kind of
submission that tests/tools/handed_in.py makes of lesson 1, each within 100 seconds and
2 GiB: each must get exactly the points that it has earned.
"""

import os
import tempfile
import time
from pathlib import Path

import nbformat

from tests.tools import handed_in
from tests.tools.submission_cells import TASKS
from tools.assignment import assignment
from tools.grade import grade_folder
from tools.lessons import exercises_module

LESSON, CLASS_SIZE, SECONDS, GIB = "03", 30, 100, 2
POINTS = {  # where it is not all of them
    "bends_every_check_in_memory": 3,
    "brings_its_own_exercises": 0,
    "closes_its_channel": 2,
    "crashes": 2,
    "endless_answer": 3,
    "endless_cell": 3,
    "endless_in_c": 2,
    "exits": 3,
    "floods_its_channel": 2,
    "hands_in_the_solution_of_the_check": 3,
    "hoards_in_nameless_files": 2,
    "hungry": 3,
    "hungry_in_a_way_that_is_not_limited": 2,
    "leaves": 2,
    "missing_cell": 3,
    "replaces_the_check": 3,
    "stops_half_way": 3,
    "syntax_error": 3,
    "tells_what_it_prints": 3,
    "unsolved": 0,
    "uses_the_network": 3,
    "writes_html": 2,
    "writes_its_own_report": 3,
    "wrong": 2,
}
OWN_END = ("starts_programs", "forks_without_end")  # earn what they get to


def run():
    """Print the times, and a line for each submission; True if all got their points."""
    for count in (1, CLASS_SIZE):
        with tempfile.TemporaryDirectory() as name:
            for number in range(count):
                hand_in_solved(Path(name) / f"{number:02}.ipynb")
            start, work = time.monotonic(), processor_seconds()
            rows = grade_folder(name, LESSON, tell=lambda line: None)
            took, work = time.monotonic() - start, processor_seconds() - work
        best = max(row.points for row in rows)
        all_right = all(row.points == len(row.results) == best for row in rows)
        print(f"  {count:2} honest: {took:.1f} s, {work:.1f} processor seconds")
        if not all_right:
            print("  not all of them got all their points")
            return False
    return each_costs_its_own_marks_only()


def hand_in_solved(path):
    """Store the whole lesson with all its tasks solved."""
    notebook = assignment(LESSON)
    for cell in notebook.cells:
        if name := cell.metadata.get("exercise"):
            task = getattr(exercises_module(LESSON), name)
            cell.source = f"{task.code}\n\n\nexercise.{name}.check({name})"
    nbformat.write(notebook, path)


def processor_seconds():
    """Of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def each_costs_its_own_marks_only():
    with tempfile.TemporaryDirectory() as name:
        kinds = sorted({*handed_in.KINDS} - {*OWN_END})
        for number, kind in enumerate(kinds, start=1):
            path = Path(name) / f"{number:02}" / f"{kind}.ipynb"
            handed_in.hand_in(path, handed_in.KINDS[kind], short=False)
        start = time.monotonic()
        rows = grade_folder(name, seconds=SECONDS, memory=GIB)
        took = time.monotonic() - start
    earned = [POINTS.get(kind, len(TASKS)) for kind in kinds]
    wrong = [row for row, own in zip(rows, earned, strict=True) if row.points != own]
    for row in wrong:
        print(f"  {row.file} got {row.points} points, which it has not earned")
    print(f"  {len(kinds)} of all kinds: {took:.0f} s")
    return not wrong
