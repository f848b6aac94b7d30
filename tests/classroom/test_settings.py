"""The three ways to have a class on one server say the same, in keys that are known."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from traitlets.config import Config, PyFileConfigLoader

from classroom.course_settings import ONE_PROCESSOR, share_the_course
from classroom.open_workbook import FOLDER, LINKED
from tools.lessons import COURSE

HERE = COURSE / "classroom"
OPENS = "classroom/open_workbook.py"

# What the documentation of each names: of the chart's version 4, and of TLJH 2. The
# chart's own schema is in no package registry, so this is a list by hand, of what is
# used here.
KNOWN_TO_THE_CHART = {
    "hub.config.*.*",
    "singleuser.image.name",
    "singleuser.image.tag",
    "singleuser.cmd",
    "singleuser.defaultUrl",
    "singleuser.startTimeout",
    "singleuser.extraEnv.*",
    "singleuser.memory.guarantee",
    "singleuser.memory.limit",
    "singleuser.cpu.guarantee",
    "singleuser.cpu.limit",
    "singleuser.storage.type",
    "singleuser.storage.capacity",
    "singleuser.storage.homeMountPath",
    "cull.enabled",
    "cull.timeout",
    "cull.every",
    "proxy.https.enabled",
    "proxy.https.hosts",
    "proxy.https.letsencrypt.contactEmail",
}
KNOWN_TO_TLJH = {
    "users.admin",
    "users.allowed",
    "auth.type",
    "auth.FirstUseAuthenticator.create_users",
    "limits.memory",
    "limits.cpu",
    "user_environment.default_app",
    "services.cull.enabled",
    "services.cull.timeout",
    "services.cull.every",
    "https.enabled",
    "https.letsencrypt.email",
    "https.letsencrypt.domains",
}


@pytest.fixture
def values():
    return yaml.safe_load((HERE / "values.yaml").read_text("utf-8"))


@pytest.fixture
def tljh():
    return yaml.safe_load((HERE / "tljh_config.yaml").read_text("utf-8"))


@pytest.fixture
def shared():
    """What share_the_course sets."""
    config = Config()
    share_the_course(config, python="python")
    return config.Spawner


def keys(tree, path=()):
    """Every way to a value, with dots."""
    if not isinstance(tree, dict):
        return {".".join(path)}
    return {key for name, below in tree.items() for key in keys(below, (*path, name))}


def unknown(tree, known):
    patterns = [re.escape(key).replace(r"\*", "[^.]+") for key in known]
    return {k for k in keys(tree) if not any(re.fullmatch(p, k) for p in patterns)}


def test_only_documented_keys_are_used(values, tljh):
    assert unknown(values, KNOWN_TO_THE_CHART) == set()
    assert unknown(tljh, KNOWN_TO_TLJH) == set()
    assert unknown({"singleuser": {"memroy": {"limit": 1}}}, KNOWN_TO_THE_CHART)


def test_kubernetes_gives_learners_what_the_other_servers_give(values, shared):
    user, spawner = values["singleuser"], values["hub"]["config"]["KubeSpawner"]
    (*python, script) = user["cmd"]
    assert [*python, script.removeprefix("/srv/course/")] == [
        *shared.cmd[:-1],
        str(Path(shared.cmd[-1]).relative_to(COURSE)),
    ]
    assert script.endswith(OPENS) and (COURSE / OPENS).exists()
    assert user["extraEnv"] == {**ONE_PROCESSOR, "PYTHONPATH": "/srv/course"}
    assert user["defaultUrl"] == shared.default_url
    assert user["startTimeout"] == shared.start_timeout
    assert spawner["args"] == [
        a.replace(str(COURSE), "/srv/course") for a in shared.args
    ]
    assert spawner["notebook_dir"] == f"{user['storage']['homeMountPath']}/{FOLDER}"
    assert shared.notebook_dir == f"~/{FOLDER}"


def test_who_comes_in_and_who_is_ended_is_the_same_everywhere(values, tljh):
    config = values["hub"]["config"]
    assert config["JupyterHub"]["authenticator_class"] == tljh["auth"]["type"]
    assert config["FirstUseAuthenticator"]["create_users"] is False
    assert tljh["auth"]["FirstUseAuthenticator"]["create_users"] is False
    assert config["Authenticator"]["allowed_users"] == tljh["users"]["allowed"]
    assert values["cull"] == tljh["services"]["cull"]
    here = (HERE / "jupyterhub_config.py").read_text("utf-8")
    assert f"IDLE_SECONDS = {values['cull']['timeout']}\n" in here


def test_the_lines_for_tljh_find_the_course_through_a_link(tmp_path):
    if sys.platform == "win32":
        pytest.skip("TLJH runs on Ubuntu")
    (tmp_path / "course.py").symlink_to(HERE / "tljh_course.py")
    spawner = PyFileConfigLoader("course.py", str(tmp_path)).load_config().Spawner
    assert spawner.cmd == ["/opt/tljh/user/bin/python", "-P", str(COURSE / OPENS)]


def test_every_setting_of_a_learners_server_is_one_that_jupyterhub_has(values, shared):
    spawner = pytest.importorskip("jupyterhub.spawner").Spawner
    named = {*shared, *values["hub"]["config"]["KubeSpawner"]}
    assert named <= {*spawner.class_traits(config=True)}


def test_the_image_holds_what_learners_need():
    text = (HERE / "Dockerfile").read_text("utf-8")
    copied = {
        name
        for line in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE)
        for name in line.split()
    }
    assert all((COURSE / name).exists() for name in copied)
    assert copied >= {*LINKED, "utils", "tools", "notebooks", "classroom"}
    assert text.index("USER 1000") > text.rindex("COPY")  # the course is root's
    ignored = (HERE / "Dockerfile.dockerignore").read_text("utf-8").split()
    assert not copied & {*ignored}


def test_the_image_has_no_fault_that_a_linter_knows():
    program = Path(sys.executable).with_name("hadolint")
    linter = program if program.exists() else shutil.which("hadolint")
    if not linter:
        pytest.skip("hadolint not installed: requirements-hub.txt")
    command = [str(linter), str(HERE / "Dockerfile")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
