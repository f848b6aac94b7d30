"""A class does not lose its afternoon: rows are stored as they come, and taken up."""

import json
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.tools import handed_in
from tests.tools.submission_cells import TASKS, first
from tools import grade
from tools.grading import records, report
from tools.grading.submissions import Handed, NothingToGrade
from tools.grading.supervise import Findings, Supervisor
from tools.grading.wall import NoWall
from tools.lessons import COURSE

ODD_NAMES = [
    b"caf\xe9",
    b"\x1b[31m",
    b"two\nlines",
    b"\xe2\x80\xaegpj",
    b'"=1+1',
    b"=1",
]


@pytest.fixture(autouse=True)
def own_key(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "KEY_FOLDER", tmp_path / "key")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "students").mkdir()
    return tmp_path / "students"


def handed(number):
    return Handed(f"{number}.ipynb", "", digest=f"digest of {number}")


def row(number):
    results = {"task": (report.RIGHT, "well done")}
    return report.Row(f"{number}.ipynb", "Zoë", results, "", 1.5)


def test_a_row_is_found_again(folder):
    records.Records(folder, "settings").add(handed(1), row(1))
    again = records.Records(folder, "settings")
    assert again.find(handed(1)) == row(1) and again.find(handed(2)) is None


def test_what_has_changed_is_graded_again(folder, monkeypatch):
    records.Records(folder, "settings").add(handed(1), row(1))
    edited = Handed("1.ipynb", "", digest="another")
    assert records.Records(folder, "settings").find(edited) is None
    monkeypatch.setattr(records, "course", lambda: "changed")
    assert records.Records(folder, "settings").find(handed(1)) is None


def test_other_settings_count_anew(folder):
    records.Records(folder, "settings").add(handed(1), row(1))
    assert records.Records(folder, "others").find(handed(1)) is None


def test_a_line_that_was_handed_in_counts_for_nothing(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(records, "KEY_FOLDER", tmp_path / "key of a student")
    records.Records(folder, "settings").add(handed(1), row(1))
    monkeypatch.setattr(records, "KEY_FOLDER", tmp_path / "key")
    assert records.Records(folder, "settings").rows == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for some users only")
def test_records_that_are_a_link_lead_nowhere(folder, tmp_path):
    (folder / records.NAME).symlink_to(tmp_path / "a file of the lecturer")
    records.Records(folder, "settings").add(handed(1), row(1))
    assert not (tmp_path / "a file of the lecturer").exists()
    assert records.Records(folder, "settings").find(handed(1)) == row(1)


def test_where_nothing_can_be_stored_nothing_is_graded(folder):
    (folder / records.NAME).mkdir()
    with pytest.raises(NothingToGrade, match="grades cannot be stored in"):
        records.Records(folder, "settings")


@pytest.mark.parametrize("spoil", ["half", "points", "nonsense"])
def test_a_spoilt_line_counts_for_nothing_and_the_others_do(folder, spoil):
    stored = records.Records(folder, "settings")
    stored.add(handed(1), row(1))
    stored.add(handed(2), row(2))
    one, two = (folder / records.NAME).read_text("utf-8").splitlines()
    if spoil == "half":
        two = two[: len(two) // 2]
    elif spoil == "points":
        two = json.dumps(json.loads(two) | {"key": "other"})
    else:
        two = "[" * 50_000
    (folder / records.NAME).write_text(f"{one}\n{two}", "utf-8")
    again = records.Records(folder, "settings")
    assert again.find(handed(1)) == row(1) and again.find(handed(2)) is None
    again.add(handed(3), row(3))
    assert records.Records(folder, "settings").find(handed(3)) == row(3)


def test_an_interrupted_run_is_taken_up_again(folder, monkeypatch):
    for number in range(4):
        handed_in.hand_in(folder / f"{number}.ipynb", lambda cells: None)
    ran, said = [], []

    def run(supervisor, cells, asked, whole=False):
        student = next(cell for cell in cells if "student" in cell)
        ran.append(student)
        if len(ran) == 3:
            raise KeyboardInterrupt
        return Findings(end="done")

    monkeypatch.setattr(Supervisor, "run", run)
    with pytest.raises(KeyboardInterrupt):
        grade.grade_folder(folder, jobs=1, wall=NoWall("x"), tell=said.append)
    done = len((folder / records.NAME).read_text("utf-8").splitlines())
    assert done == 2 and not (folder / "grades.csv").exists()
    first = ran.copy()
    rows = grade.grade_folder(folder, jobs=1, wall=NoWall("x"), tell=said.append)
    assert len(rows) == 4 and (folder / "grades.csv").exists()
    assert not {*ran[len(first) :]} & {*first[:2]}, "graded twice"
    assert "2 of 4 were graded before and have not changed." in said


@pytest.mark.skipif(sys.platform != "linux", reason="no such names elsewhere")
def test_odd_names_cost_nobody_anything(folder, capsys):
    for name in ODD_NAMES:
        with open(os.path.join(os.fsencode(folder), name + b".ipynb"), "w") as file:
            file.write("{")
    rows = grade.grade_folder(folder, "01", wall=NoWall("x"))
    assert len(rows) == len(ODD_NAMES)
    page = (folder / "grades.html").read_text("utf-8")
    table = (folder / "grades.csv").read_text("utf-8")
    for shown in (capsys.readouterr().out, page, table):
        assert "\\x1b[31m.ipynb" in shown and "\\u202egpj.ipynb" in shown
        assert "caf\\xe9.ipynb" in shown and "two\\nlines.ipynb" in shown
        assert "\x1b" not in shown and "\u202e" not in shown
    assert "'=1.ipynb" in table and "There was no wall" in page


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="signals are others on Windows")
def test_ctrl_c_ends_all_and_keeps_what_is_done(folder):
    def sleeps(cells):
        first(cells, next(iter(TASKS)), "import time\ntime.sleep(3600)")

    handed_in.hand_in(folder / "a.ipynb", lambda cells: None)
    handed_in.hand_in(folder / "b.ipynb", sleeps)
    command = [sys.executable, "-m", "tools.grade", str(folder), "--jobs", "1"]
    process = subprocess.Popen(
        command,
        cwd=COURSE,
        stdout=-1,
        stderr=-1,
        text=True,
        start_new_session=True,
        # who tests in the background (`make test &`) has Ctrl-C ignored, down to here
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    stored = folder / records.NAME
    inside = []
    while not (inside and has_a_line(stored)) and process.poll() is None:
        time.sleep(0.2)
        inside = psutil.Process(process.pid).children(recursive=True)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert "the same command goes on from there" in said and process.returncode
    assert len(stored.read_text("utf-8").splitlines()) == 1
    assert inside and not [child for child in inside if is_alive(child)]


def has_a_line(file):
    return file.exists() and file.read_text("utf-8").endswith("\n")


def is_alive(process):
    try:
        return process.status() not in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
    except psutil.NoSuchProcess:
        return False
