"""Workers are started, waited for, killed; none is left, bad news is a sentence."""

import os
import re
import shutil
import socket
import subprocess
import sys

import numpy as np
import psutil
import pytest

from tools.lessons import COURSE
from utils.training.workers import free_addresses, run_workers, started

SAYS = """
import os, sys, time
print(os.environ.get("WORKERS"), os.environ.get("WORKER"), sys.argv[1:], flush=True)
if "fail" in sys.argv:
    sys.exit("no such folder")
if "stay" in sys.argv:
    time.sleep(60)
"""


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "says.py"
    path.write_text(SAYS, encoding="utf-8")
    return path


def test_addresses_are_free_and_differ():
    addresses = free_addresses(5)
    assert len(set(addresses)) == 5
    for address in addresses:
        host, port = address.split(":")
        with socket.socket() as one:
            one.bind((host, int(port)))


@pytest.mark.parametrize("number", [0, 1.5, "two"])
def test_so_many_workers_there_are_not(number):
    with pytest.raises((ValueError, TypeError)):
        free_addresses(number)


def test_each_knows_all_and_itself(script):
    with started(2, "a", only={1: ["b"]}, script=script) as workers:
        assert [worker.wait() for worker in workers] == [0, 0]
        said = [worker.said() for worker in workers]
    addresses = re.match(r"127\.0\.0\.1:\d+,127\.0\.0\.1:\d+ ", said[0])[0]
    assert said[0] == f"{addresses}0 ['a']\n"
    assert said[1] == f"{addresses}1 ['a', 'b']\n"


def test_one_alone_is_told_nothing_of_others(script, monkeypatch):
    monkeypatch.setenv("WORKERS", "somebody:1")
    monkeypatch.setenv("TF_CONFIG", "{}")
    with started(1, script=script) as (worker,):
        assert worker.wait() == 0 and worker.said() == "None None []\n"


def test_none_outlives_the_block(script):
    with pytest.raises(KeyError), started(2, "stay", script=script) as workers:
        for worker in workers:
            worker.wait_for("stay")
        assert len(psutil.Process().children()) >= 2
        ours = [worker._process.pid for worker in workers]
        raise KeyError
    assert not any(psutil.pid_exists(pid) for pid in ours)


def test_who_fails_is_named_in_one_sentence(script):
    with pytest.raises(RuntimeError) as told:
        run_workers(2, "fail", script=script)
    sentence = "Worker 0 ended with status 1; its last line is 'no such folder'."
    assert str(told.value) == sentence


def test_who_does_not_come_up_is_not_waited_for(script):
    with started(1, "stay", script=script) as (worker,):
        with pytest.raises(RuntimeError, match="has not said"):
            worker.wait_for("done", patience=0.2)
        with pytest.raises(RuntimeError, match="has not ended within"):
            worker.wait(0.2)
        worker.kill()
        with pytest.raises(RuntimeError, match="ended without"):
            worker.wait_for("done")


@pytest.mark.long
def test_two_are_as_one_without_a_network(tmp_path):
    """In a net of its own, where nothing but the loopback is there."""
    out, program = tmp_path / "out", tmp_path / "both.py"
    program.write_text(
        "import sys\nfrom utils.training.workers import run_workers\n"
        "for n in (1, 2):\n"
        "    run_workers(n, '--out', f'{sys.argv[1]}_{n}', '--steps', '4')\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(program), str(out)]
    if shutil.which("unshare") and _unshares():
        loopback = 'ip link set lo up 2>/dev/null; exec "$@"'
        command = ["unshare", "-rn", "sh", "-c", loopback, "sh", *command]
    environment = {**os.environ, "PYTHONPATH": str(COURSE)}
    subprocess.run(command, cwd=COURSE, env=environment, check=True, timeout=280)
    ends = [np.load(f"{out}_{n}/end.npz") for n in (1, 2)]
    for part in ends[0]:
        np.testing.assert_allclose(ends[0][part], ends[1][part], rtol=0, atol=1e-5)


def _unshares():
    up = "ip link set lo up"
    tried = subprocess.run(["unshare", "-rn", "sh", "-c", up], capture_output=True)
    return tried.returncode == 0
