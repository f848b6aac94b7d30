"""A cluster gives the table that one process gives, whatever becomes of its workers."""

import shutil

import pytest

from tests.tools import handed_in
from tests.tools.clusters import cluster, needs_dask
from tests.tools.submission_cells import TASKS
from tests.tools.walls import needs_a_wall
from tools import grade

pytestmark = [pytest.mark.long, needs_dask, needs_a_wall]

COUNT, KILLED_AFTER = 60, 20
OTHERS = {  # what some of the sixty are; the others are right
    2: "wrong",
    11: "missing_cell",
    17: "unsolved",
    23: "syntax_error",
    31: "crashes",
    38: "leaves",
    46: "writes_html",
    53: "unsolved",
}


@pytest.fixture(scope="module")
def two_workers():
    with cluster() as made:
        made.add_workers(1)
        made.add_workers(1)
        yield made


@pytest.fixture(scope="module")
def handed(tmp_path_factory):
    """A folder with sixty submissions, one of them no notebook."""
    folder = tmp_path_factory.mktemp("handed")
    for number in range(COUNT):
        kind = handed_in.KINDS[OTHERS.get(number, "right")]
        handed_in.hand_in(folder / f"{number:02}" / "x.ipynb", kind)
    (folder / "07" / "x.ipynb").write_text("[" * 1000)
    return folder


@pytest.fixture(scope="module")
def alone(handed):
    """The rows and the table as one process makes them."""
    rows = grade.grade_folder(handed, tell=lambda line: None)
    yield without_times(rows), (handed / "grades.csv").read_bytes()


def without_times(rows):
    return [(row.file, row.student, row.results, row.remark) for row in rows]


def graded_there(handed, folder, made, tell=lambda line: None):
    """The same of a copy of the folder, graded on a cluster."""
    copied = folder / "copy"
    shutil.copytree(handed, copied, ignore=shutil.ignore_patterns("grades.*"))
    rows = grade.grade_folder(copied, tell=tell, scheduler=made.address)
    return without_times(rows), (copied / "grades.csv").read_bytes()


def test_two_workers_give_the_table_of_one_process(
    handed, alone, two_workers, tmp_path
):
    said = []
    assert graded_there(handed, tmp_path, two_workers, said.append) == alone
    assert said[0].startswith("Each submission ran behind a wall, on 2 workers of a")
    assert len(said) == 1 + COUNT
    points = sum(
        state == "✓" for _, _, results, _ in alone[0] for state, _ in results.values()
    )
    assert points > 50 * len(TASKS)


def test_so_they_do_when_one_of_them_dies_in_the_middle(
    handed, alone, two_workers, tmp_path
):
    said, killed = [], []

    def tell(line):
        said.append(line)
        if len(said) == KILLED_AFTER:
            killed.append(two_workers.kill_a_busy_worker())

    assert graded_there(handed, tmp_path, two_workers, tell) == alone
    assert killed and killed[0] not in two_workers.client.nthreads()
