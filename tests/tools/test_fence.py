"""Where no wall stands, the weaker fence in the process holds against plain Python."""

import os

import pytest

from tests.tools import handed_in
from tests.tools.submission_cells import TASKS, first
from tools import grade
from tools.grading import records
from tools.grading.wall import NoWall
from tools.lessons import COURSE

pytestmark = pytest.mark.long

OVER_AN_OPEN_FOLDER = f"""
import os
folder = os.open({str(COURSE)!r}, os.O_RDONLY)
os.open("utils/__init__.py", os.O_WRONLY | os.O_APPEND, dir_fd=folder)
"""
WITH_THE_GUARD_OFF = """
import sys
for module in list(sys.modules.values()):
    for name in ("REFUSED", "REACHES_OUT", "HARMLESS_BEHIND_A_WALL", "CHANGES"):
        getattr(module, name, {}).clear()
open(VICTIM, "w")
"""
SPAWNED = """
import multiprocessing, os
multiprocessing.get_context("spawn").Process(target=os.remove, args=(VICTIM,)).start()
"""
OUT_AND_ASIDE = """
import urllib.request
try:
    urllib.request.urlopen("http://127.0.0.1:9/")
except OSError:
    print(open(OTHER).read())
"""
ATTEMPTS = [OVER_AN_OPEN_FOLDER, WITH_THE_GUARD_OFF, SPAWNED, OUT_AND_ASIDE]
TRIES = dict(zip(TASKS, ATTEMPTS, strict=True))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no open folders")
def test_what_plain_python_tries_is_refused_and_remarked(tmp_path, monkeypatch):
    victim, other = tmp_path / "victim.txt", tmp_path / "students" / "other.ipynb"
    victim.write_text("unharmed")

    def change(cells):
        for name, code in TRIES.items():
            places = {"VICTIM": repr(str(victim)), "OTHER": repr(str(other))}
            for place, path in places.items():
                code = code.replace(place, path)
            first(cells, name, code)

    handed_in.hand_in(other, lambda cells: None)
    handed_in.hand_in(other.with_name("attack.ipynb"), change)
    said, before = [], records.course()
    monkeypatch.chdir(tmp_path)
    attack, honest = grade.grade_folder(
        "students", jobs=1, wall=NoWall("for the test"), tell=said.append
    )
    assert victim.read_text() == "unharmed" and records.course() == before
    assert honest.points == len(TASKS) and not honest.remark
    assert attack.points == 0
    for _, sentence in attack.results.values():
        assert "a submission may not" in sentence
    assert attack.remark.startswith("tried to ")
    for what in ("start another program", "use the network", "read other submissions"):
        assert what in attack.remark
    page = (other.parent / "grades.html").read_text("utf-8")
    assert page.index("no wall around the submissions (for the test)") < page.index(
        "<table"
    )
    assert said[0].startswith("There was no wall")
