"""How long does grading a class take, and does each cost its own marks only?

Thirty whole notebooks of lesson 1: every kind that tests/tools/handed_in.py makes,
and right ones for the rest. All are graded in one run, each within 100 seconds and 2
GiB. The
target is that each gets exactly the points that it has earned; times have none.
"""

import statistics
import tempfile
from pathlib import Path

from tests.tools import handed_in
from tests.tools.submission_cells import TASKS
from tools.grade import grade_folder

CLASS_SIZE, SECONDS, GIB = 30, 100, 2
POINTS = {  # where it is not all of them
    "asks_for_input": 3,
    "bends_every_check_in_memory": 3,
    "brings_its_own_exercises": 0,
    "endless_answer": 3,
    "endless_cell": 3,
    "endless_in_c": 2,
    "exits": 3,
    "hands_in_the_solution_of_the_check": 3,
    "hungry": 3,
    "hungry_in_a_way_that_is_not_limited": 2,
    "leaves": 2,
    "missing_cell": 3,
    "replaces_the_check": 3,
    "starts_programs": 2,
    "stops_half_way": 3,
    "syntax_error": 3,
    "tells_what_it_prints": 3,
    "unsolved": 0,
    "uses_the_network": 3,
    "writes_html": 2,
    "writes_its_own_report": 3,
    "wrong": 2,
}


def run():
    """Print a line for each submission; True if all got the points that they earned."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kinds = [*handed_in.KINDS, *["right"] * CLASS_SIZE][:CLASS_SIZE]
        for number, kind in enumerate(kinds, start=1):
            path = folder / f"{number:02}" / f"{kind}.ipynb"
            handed_in.hand_in(path, handed_in.KINDS[kind], short=False)
        rows = grade_folder(folder, seconds=SECONDS, memory=GIB)
    earned = [POINTS.get(kind, len(TASKS)) for kind in kinds]
    wrong = [row for row, own in zip(rows, earned, strict=True) if row.points != own]
    for row in wrong:
        print(f"  {row.file} got {row.points} points, which it has not earned")
    print(f"  all together: {sum(row.seconds for row in rows):.0f} s")
    honest = [row.seconds for row in rows if row.points == len(TASKS)]
    print(f"  one that is all right: {statistics.median(honest):.1f} s (median)")
    return not wrong
