"""A real JupyterHub, and learners who work on it at once.

All of them finish, none reads another's files, and what is saved outlives the servers.

Three learners in `make test`; `make test-class` has thirty, of whom four run lesson 9
besides. `classroom/jupyterhub_config.py` is started as it is, in a room of its own
(room.py). The tests below ask of one such day what they are called.
"""

import importlib.util
import os
import shutil

import pytest

from classroom.sizes import class_rows, table
from tests.classroom import room
from tests.classroom.day import hold
from tests.classroom.intrusions import ATTEMPTS, THE_OWNER_CAN
from tools.lessons import COURSE, all_lessons

LEARNERS = int(os.environ.get("LEARNERS", "3"))
OF_THEM = min(4, LEARNERS // 7)  # who run lesson 9, too
PACKAGES = ("jupyterhub", "firstuseauthenticator", "jupyterhub_idle_culler")
PROXY = COURSE / "classroom" / "node_modules" / "configurable-http-proxy"
pytestmark = pytest.mark.long


def what_is_missing():
    """Why no class can be held here, in a few words; None if it can."""
    missing = [name for name in PACKAGES if not importlib.util.find_spec(name)]
    if missing:
        return f"{', '.join(missing)} not installed: requirements-hub.txt"
    if not shutil.which("node") or not PROXY.is_dir():
        return "needs Node.js, and `npm ci` in classroom/"
    if not shutil.which("useradd"):
        return "needs useradd"
    return room.why_not()


@pytest.fixture(scope="module")
def day():
    """What happened in the class."""
    if reason := what_is_missing():
        pytest.skip(reason)
    return hold(LEARNERS, OF_THEM)


def test_every_learner_finishes(day, capsys):
    told = [one.get("error") for one in day["learners"] if not one["finished"]]
    assert not told and "stopped" not in day, (told, day.get("stopped"), day.get("log"))
    assert len(day["learners"]) == LEARNERS
    assert day["figures"] == LEARNERS  # lessons are saved with what they showed
    with capsys.disabled():
        print(f"\n\n{table(*class_rows(day))}\n")


def test_learners_renew_their_copies_in_a_terminal(day):
    assert day["renewed"].strip() == "Your copy of lesson 2 is the newest form."


def test_none_reads_anothers_files(day):
    assert set(day["by_hand"]) == set(ATTEMPTS)
    assert {done for done in day["by_hand"].values()} <= {"PermissionError", "OSError"}
    # Who owns them can, so the attempts are aimed at what is there.
    assert day["by_the_owner"] == dict.fromkeys(THE_OWNER_CAN, "DONE")


def test_none_gets_at_anothers_files_by_the_web(day):
    assert len(day["by_the_web"]) >= 7
    assert set(day["by_the_web"].values()) <= {403, 404}
    assert day["own_by_the_web"] == 200


def test_killed_servers_keep_every_saved_notebook(day):
    killed = day["killed"]
    assert killed["killed"] == LEARNERS
    assert killed["notebooks"] == LEARNERS * len(all_lessons())
    assert killed["kept"]
    assert killed["handed_out_as_saved"] and all(killed["handed_out_as_saved"])


def test_servers_of_who_has_left_are_ended(day):
    assert day["culled"] == {"left": 0, "services": ["idle-culler"]}
