"""What is spread over a cluster is done once each; what cannot be is one sentence."""

import re
import subprocess
import sys

import pytest
from packaging.requirements import Requirement

from tests.tools import cluster_jobs, handed_in
from tests.tools.clusters import cluster, needs_dask
from tests.tools.walls import needs_a_wall
from tools import grade
from tools.cluster import connect, same_course, start
from tools.cluster.connect import NoCluster, connected
from tools.cluster.spreading import Died, spread
from tools.grading import judge, report, there
from tools.grading.submissions import Handed
from tools.grading.supervise import Findings
from tools.lessons import COURSE

PIN = re.compile(r"^([\w-]+)==([\w.]+)", re.MULTILINE)
AN_OLDER = {"course": "an older one"}
ALL = ("tools/cluster/*.py",)


@pytest.fixture(scope="module")
def two_workers():
    # A job is a suspect after two deaths, not four: each takes seconds.
    allowed = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    with cluster(**allowed) as made:
        made.add_workers(2)
        yield made


@pytest.mark.long
@needs_dask
def test_each_job_is_done_once(two_workers):
    found = [*spread(two_workers.client, cluster_jobs.squared, range(50))]
    assert sorted(found) == [(number, number**2) for number in range(50)]


@pytest.mark.long
@needs_dask
def test_no_job_is_no_work(two_workers):
    assert [*spread(two_workers.client, cluster_jobs.squared, [])] == []


@pytest.mark.long
@needs_dask
def test_what_a_killed_worker_was_doing_is_done_by_others(two_workers):
    jobs, found = range(30), {}
    for number, result in spread(two_workers.client, cluster_jobs.squared_slowly, jobs):
        assert number not in found
        found[number] = result
        if len(found) == 10:
            two_workers.kill_a_busy_worker()
    assert found == {number: number**2 for number in jobs}


@pytest.mark.long
@needs_dask
def test_who_kills_every_worker_is_named_and_nobody_else(two_workers):
    jobs = range(12)
    found = dict(spread(two_workers.client, cluster_jobs.kills_its_worker, jobs))
    died = {number for number, result in found.items() if isinstance(result, Died)}
    assert died == {3, 7}
    others = {n: result for n, result in found.items() if n not in died}
    assert others == {n: n**2 for n in jobs if n not in died}


@pytest.mark.long
@needs_dask
def test_an_error_of_a_job_is_raised_here(two_workers):
    with pytest.raises(ValueError, match=r"^\d on "):
        [*spread(two_workers.client, cluster_jobs.fails, range(3))]


@pytest.mark.long
@needs_dask
def test_workers_with_another_course_are_refused(two_workers, monkeypatch):
    with connected(two_workers.address, ALL) as client:
        assert client.nthreads()
    monkeypatch.setattr(connect, "about_here", lambda _: {"course": "another"})
    with pytest.raises(NoCluster, match="has another version of the course: bring"):
        with connected(two_workers.address, ALL):
            pass


@pytest.mark.long
@needs_dask
@needs_a_wall
def test_a_worker_that_comes_later_with_another_course_is_refused(
    two_workers, tmp_path, monkeypatch
):
    handed_in.hand_in(tmp_path / "x.ipynb", handed_in.KINDS["right"])
    monkeypatch.setattr(there, "about_here", lambda _: AN_OLDER)
    with pytest.raises(same_course.NotTheSame, match="another version of the course"):
        grade.grade_folder(
            tmp_path, tell=lambda line: None, scheduler=two_workers.address
        )
    assert {file.name for file in tmp_path.iterdir()} == {"x.ipynb", "grades.jsonl"}
    assert not (tmp_path / "grades.jsonl").read_bytes()


@pytest.mark.long
@needs_dask
def test_a_worker_without_a_wall_is_refused(two_workers, tmp_path, monkeypatch):
    handed_in.hand_in(tmp_path / "x.ipynb", handed_in.KINDS["right"])
    monkeypatch.setattr(there, "wall_there", cluster_jobs.no_wall)
    with pytest.raises(NoCluster, match="has no wall to put around submissions"):
        grade.grade_folder(
            tmp_path, tell=lambda line: None, scheduler=two_workers.address
        )
    assert [file.name for file in tmp_path.iterdir()] == ["x.ipynb"]


@pytest.mark.long
@needs_dask
def test_a_scheduler_without_workers_is_one_sentence(tmp_path):
    with cluster() as made:
        with pytest.raises(NoCluster, match="has no workers: on each computer"):
            with connected(made.address, ALL):
                pass
        made.add_workers(1)
        work = spread(made.client, cluster_jobs.squared_slowly, range(50), patience=1)
        next(work)
        for process in made.started[1:]:
            process.terminate()
        with pytest.raises(NoCluster, match="All workers have gone"):
            list(work)


@pytest.mark.long
@needs_dask
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "tcp://", "x:y"])
def test_where_no_scheduler_answers_nothing_is_written(tmp_path, address, monkeypatch):
    monkeypatch.setattr(connect, "SECONDS_TO_ANSWER", 1)
    handed_in.hand_in(tmp_path / "x.ipynb", handed_in.KINDS["right"])
    command = ["grade", "--scheduler", address, str(tmp_path)]
    monkeypatch.setattr("sys.argv", command)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with pytest.raises(SystemExit) as told:
        grade.main()
    said = str(told.value)
    assert said.startswith(f"No scheduler answers at {address} (") and "\n" not in said
    assert [file.name for file in tmp_path.iterdir()] == ["x.ipynb"]


def test_without_dask_it_says_what_to_install_and_writes_nothing(tmp_path, monkeypatch):
    handed_in.hand_in(tmp_path / "x.ipynb", handed_in.KINDS["right"])
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match=r"pip install -r requirements-cluster.txt"):
        grade.grade_folder(tmp_path, scheduler="tcp://127.0.0.1:9")
    assert [file.name for file in tmp_path.iterdir()] == ["x.ipynb"]
    for what in (["scheduler"], ["worker", "tcp://127.0.0.1:9"]):
        monkeypatch.setattr("sys.argv", ["start", *what])
        with pytest.raises(SystemExit, match="which is not installed"):
            start.main()


def test_what_runs_in_one_process_does_without_dask():
    program = (
        "import sys\nimport tools.grade, tests.benchmarks.__main__\n"
        "print({'dask', 'distributed'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=COURSE, capture_output=True, text=True)
    assert result.stdout == "set()\n"


def test_who_kills_its_worker_is_judged_as_who_ends_its_own_process():
    handed = Handed("x.ipynb", "Zoë")
    ended = Findings(remark="ended its own process in code cell 0")
    class_of = {"a": None, "b": None}
    found = [
        judge.judge(handed, findings, class_of, set(), "01")
        for findings in (Findings(remark=there.KILLS), ended)
    ]
    assert found[0].results == found[1].results
    assert {state for state, _ in found[0].results.values()} == {report.NOT_RUN}
    assert all(row.remark.startswith("ended its own process") for row in found)


def test_it_is_said_what_another_computer_has_otherwise():
    here = same_course.about_here(ALL)
    assert same_course.what_differs(here, {**here}, "there") is None
    for name in here:
        sentence = same_course.what_differs(here, here | {name: "0.1"}, "there")
        assert sentence.startswith("The worker there has ") and "start" in sentence
    other = {name: value for name, value in here.items() if name != "keras"}
    assert "keras missing" in same_course.what_differs(here, other, "there")


def test_a_course_is_known_by_names_and_texts_but_not_by_line_ends(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(same_course, "COURSE", tmp_path)
    file = tmp_path / "a.py"
    seen = []
    for text in (b"1\n2\n", b"1\r\n2\r\n", b"1\n3\n"):
        file.write_bytes(text)
        seen.append(same_course.fingerprint(["*.py"]))
    file.rename(tmp_path / "b.py")
    seen.append(same_course.fingerprint(["*.py"]))
    assert seen[0] == seen[1] and len({*seen}) == 3


def test_each_worker_has_room_and_a_core():
    gib = 2**30
    assert start.workers_for(8, 100 * gib) == 8
    assert start.workers_for(8, 17 * gib) == 4
    assert start.workers_for(8, gib) == 1


def test_a_worker_needs_an_address(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("sys.argv", ["start", "worker"])
    with pytest.raises(SystemExit, match=r"^Say where the scheduler is: make worker"):
        start.main()


def test_how_many_at_once_is_the_workers_business(monkeypatch):
    command = ["grade", "--scheduler", "tcp://x:1", "--jobs", "2", "folder"]
    monkeypatch.setattr("sys.argv", command)
    with pytest.raises(SystemExit, match=r"^--jobs says how many run at once"):
        grade.main()


def test_dask_is_pinned_and_goes_with_the_other_pins():
    metadata = pytest.importorskip("importlib.metadata")
    text = (COURSE / "requirements-cluster.txt").read_text("utf-8")
    assert set(dict(PIN.findall(text))) == {"distributed"}
    pytest.importorskip("distributed")
    assert metadata.version("distributed") == dict(PIN.findall(text))["distributed"]
    pins = dict(PIN.findall((COURSE / "requirements.txt").read_text("utf-8")))
    asked = map(Requirement, metadata.requires("distributed"))
    asked = [wish for wish in asked if not wish.marker or wish.marker.evaluate()]
    held = [wish for wish in asked if wish.name in pins]
    assert held and all(wish.specifier.contains(pins[wish.name]) for wish in held)
