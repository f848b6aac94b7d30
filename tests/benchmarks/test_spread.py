"""Spread over a cluster, trainings give what they give here, and it is said where."""

import ast
import json
import socket

import pytest

from tests.benchmarks import __main__, spread
from tests.benchmarks.__main__ import IN_ONE_PROCESS, LONG, SPREAD, main
from tests.benchmarks.own_process import Ended, OwnProcess
from tests.tools.clusters import cluster, needs_dask
from tools.cluster.connect import NoCluster
from tools.cluster.same_course import computer
from tools.lessons import COURSE
from utils.files import datasets

JOBS = [(units, seed) for seed in range(3) for units in (1, 3)]


def trained(told=None, jobs=JOBS):
    from tests.benchmarks import tiny_question

    told = [] if told is None else told
    return spread.spread(tiny_question.train, jobs, tell=told.append)


@pytest.fixture(scope="module")
def here():
    return trained()


@pytest.fixture(scope="module")
def two_workers():
    with cluster() as made:
        made.add_workers(2)
        yield made


def with_host(runs):
    return [run | {"host": socket.gethostname()} for run in runs]


@pytest.mark.long
def test_a_training_gives_the_same_after_whatever_ran(here):
    told = []
    assert trained(told, JOBS[::-1]) == here[::-1] == told


@pytest.mark.long
@needs_dask
def test_a_cluster_gives_the_same_in_the_same_order(here, two_workers):
    told = []
    with spread.over(two_workers.address):
        assert trained(told) == with_host(here)
    assert len(told) == len(JOBS)
    assert trained() == here  # after it, here again


@pytest.mark.long
@needs_dask
def test_so_it_does_when_a_worker_dies(here, two_workers):
    killed = []

    class Killer(list):
        def append(self, run):
            if not killed:
                killed.append(two_workers.kill_a_busy_worker())

    with spread.over(two_workers.address):
        assert trained(Killer()) == with_host(here)
    assert killed and killed[0] not in two_workers.client.nthreads()


@pytest.mark.long
def test_what_ran_where_is_stored(here, monkeypatch, tmp_path):
    from tests.benchmarks.bench_depth import FUNCTIONS, LESSON
    from tests.benchmarks.store import store_result
    from utils.files.results import load_result, provenance

    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    store_result("tiny", here, LESSON, FUNCTIONS)
    stored = load_result("tiny")
    assert stored["runs"] == json.loads(json.dumps(here)) and "hosts" not in stored
    assert stored["computer"] == computer()["computer"]
    kinds = {"a": "Linux x86_64, 8 cores", "b": "Linux arm64, 2 cores"}
    kinds["c"] = kinds["a"]
    monkeypatch.setattr(spread, "HOSTS", kinds)
    monkeypatch.setattr("tests.benchmarks.store.HOSTS", kinds)
    hosts = ["a", "b", "c", "a", "a", "a"]
    runs = [run | {"host": host} for run, host in zip(here, hosts, strict=True)]
    store_result("tiny", runs, LESSON, FUNCTIONS)
    stored = load_result("tiny")
    assert [run["host"] for run in stored["runs"]] == hosts
    assert stored["hosts"] == kinds
    assert "(2 of Linux x86_64, 8 cores; 1 of Linux arm64, 2 cores; " in provenance(
        stored
    )


def test_those_that_are_spread_are_those_that_spread():
    for question, place in LONG.items():
        module = place.partition(".")[0]
        page = ast.parse((COURSE / f"tests/benchmarks/{module}.py").read_text("utf-8"))
        imported = {
            alias.name
            for node in page.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        assert ("spread" in imported) == (question in SPREAD), question


def test_the_others_say_that_they_run_in_one_process(monkeypatch, capsys):
    answered = []
    monkeypatch.setattr(
        __main__, "answer", lambda place: answered.append(place) or True
    )
    assert main(["--long", "--scheduler", "tcp://127.0.0.1:9", "gan"]) == 0
    assert capsys.readouterr().out == IN_ONE_PROCESS.format("gan") + "\n"
    assert answered == [LONG["gan"]]


def test_without_dask_nothing_runs(monkeypatch, capsys):
    monkeypatch.setitem(__main__.sys.modules, "distributed", None)
    monkeypatch.setattr(__main__, "answer", lambda place: 1 / 0)
    with pytest.raises(SystemExit, match=r"needs the package distributed"):
        main(["--long", "--scheduler", "tcp://127.0.0.1:9", "depth"])


def test_quick_ones_are_not_spread():
    with pytest.raises(SystemExit, match=r"^Only the long experiments are spread"):
        main(["--scheduler", "tcp://127.0.0.1:9", "start"])


def test_a_training_that_kills_all_workers_stops_the_question(monkeypatch):
    from tools.cluster.spreading import Died

    monkeypatch.setattr(spread, "_clients", [None])
    monkeypatch.setattr(spread, "spread_over", lambda *_: iter([(0, Died("a"))]))
    with pytest.raises(NoCluster, match=r"^main\(1, 2\) ended every worker"):
        spread.spread(main, [(1, 2)])


def test_an_own_process_runs_raises_and_ends(capfd):
    own = OwnProcess()
    assert own.run("tests.tools.cluster_jobs", "printed", (2,)) == {"number": 2}
    with pytest.raises(RuntimeError, match=r"ValueError: 3 on "):
        own.run("tests.tools.cluster_jobs", "fails", (3,))
    assert own.run("tests.tools.cluster_jobs", "printed", (4,)) == {"number": 4}
    with pytest.raises(Ended):
        own.run("tests.tools.cluster_jobs", "kills_its_worker", (3,))
    with pytest.raises(Ended):
        own.run("tests.tools.cluster_jobs", "printed", (5,))
    own.close()
    assert own.process.returncode is not None
