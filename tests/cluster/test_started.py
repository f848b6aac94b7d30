"""The files that start lesson 20's training on a cluster, read as there."""

import os
import re
import shutil
import subprocess

import pytest
import yaml

from tools.lessons import COURSE

SLURM, JOB = COURSE / "cluster" / "train.slurm", COURSE / "cluster" / "train-job.yaml"
# Of sbatch's manual, those that are used here.
OPTIONS = {
    "job-name": r"\S+",
    "nodes": r"\d+",
    "ntasks-per-node": r"\d+",
    "cpus-per-task": r"\d+",
    "mem": r"\d+[KMGT]",
    "time": r"\d+:\d\d:\d\d",
    "output": r"\S+",
    "requeue": None,
}
BASH = shutil.which("bash")
NEEDS_BASH = pytest.mark.skipif(
    os.name == "nt" or not BASH, reason="a cluster's shell, which this computer lacks"
)


def test_slurm_knows_every_option():
    given = re.findall(
        r"^#SBATCH --([a-z-]+)(?:=(.+))?$", SLURM.read_text("utf-8"), re.M
    )
    assert {name for name, _ in given} == set(OPTIONS)
    assert len(re.findall("^#SBATCH", SLURM.read_text("utf-8"), re.M)) == len(given)
    for name, value in given:
        assert re.fullmatch(OPTIONS[name] or "", value), name


@NEEDS_BASH
@pytest.mark.parametrize(("good", "tries"), [(1, 1), (3, 3), (9, 3)])
def test_slurm_names_all_workers_and_tries_again(tmp_path, good, tries):
    """With a Slurm that only pretends; `good` is its first srun that ends well."""
    _tool(tmp_path, "scontrol", 'test "$3" = "n[1-2]" && printf "n1\\nn2\\n"')
    _tool(
        tmp_path,
        "srun",
        f'echo "$WORKERS $@" >> {tmp_path}/log; '
        f"test $(wc -l < {tmp_path}/log) -ge {good}",
    )
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "SLURM_JOB_ID": "40007"}
    environment["SLURM_JOB_NODELIST"] = "n[1-2]"
    done = subprocess.run(
        [BASH, SLURM], env=environment, capture_output=True, text=True
    )
    said = (tmp_path / "log").read_text("utf-8").splitlines()
    assert done.returncode == (0 if good <= 3 else 1), done.stderr
    assert len(said) == tries
    line = "n1:20007,n2:20007 --kill-on-bad-exit=1 .venv/bin/python cluster/train.py "
    assert set(said) == {line + "--out saved/40007"}


def _tool(folder, name, command):
    path = folder / name
    path.write_text(f"#!{BASH}\n{command}\n", encoding="utf-8")
    path.chmod(0o755)


def test_kubernetes_schemas_hold():
    validate = pytest.importorskip(
        "kubernetes_validate", reason="needs requirements-class.txt"
    )
    for resource in _resources():
        validate.validate(resource, "1.37", strict=True)


def test_kubernetes_schemas_notice(tmp_path):
    validate = pytest.importorskip(
        "kubernetes_validate", reason="needs requirements-class.txt"
    )
    _, job = _resources()
    job["spec"]["completionmode"] = "Indexed"
    with pytest.raises(validate.ValidationError):
        validate.validate(job, "1.37", strict=True)


def test_kubernetes_containers_are_those_that_train_py_looks_for():
    service, job = _resources()
    name, spec = job["metadata"]["name"], job["spec"]
    pod = spec["template"]["spec"]
    assert spec["completionMode"] == "Indexed"
    assert spec["completions"] == spec["parallelism"]
    assert service["metadata"]["name"] == pod["subdomain"]
    assert service["spec"]["selector"] == {"job-name": name}
    (container,) = pod["containers"]
    environment = {one["name"]: one["value"] for one in container["env"]}
    port = service["spec"]["ports"][0]["port"]
    assert environment["WORKERS"].split(",") == [
        f"{name}-{k}.{pod['subdomain']}:{port}" for k in range(spec["completions"])
    ]
    mounted = {one["name"] for one in container["volumeMounts"]}
    assert mounted == {one["name"] for one in pod["volumes"]}


def _resources():
    return list(yaml.safe_load_all(JOB.read_text("utf-8")))
