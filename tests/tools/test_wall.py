"""What hostile submissions try behind the wall comes to nothing outside of it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.tools import attacks_on_files, attacks_on_the_system, handed_in
from tests.tools.attacks import ATTACKS, HELPERS, cell_of
from tests.tools.submission_cells import SETTINGS, TASKS
from tests.tools.walls import needs_a_wall
from tools import grade
from tools.grading import records, wall
from tools.grading.scratch import environment
from tools.lessons import COURSE

pytestmark = [pytest.mark.long, needs_a_wall]

MODULES = (attacks_on_files, attacks_on_the_system)
NAME = "course-of-somebody"  # of a socket that listens outside
AS_NOBODY = """
set -e
mkdir -p "$2" && mount --bind "$1" "$2"
mount -t tmpfs home /root && mkdir -p "$1" && mount --bind "$2" "$1"
shift 2
exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
"""


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    """What the attempts are made on: other submissions, files, a socket, a secret."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "students").mkdir()
    (folder / "victim.txt").write_text("unharmed")
    handed_in.hand_in(folder / "students" / "last.ipynb", lambda cells: None)
    with (
        socket.socket(socket.AF_UNIX) as listener,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("LECTURERS_TOKEN", "secret")
        listener.bind(f"\0{NAME}")
        listener.listen()
        yield folder


@pytest.fixture(scope="module")
def attempts(outside):
    """The cells of all attempts."""
    places = {
        "STUDENTS": outside / "students",
        "VICTIM": outside / "victim.txt",
        "COURSE": COURSE,
        "SOCKET": NAME,
        "SECRET": Path.home() / ".bashrc",
    }
    return [HELPERS, *(cell_of(attack, **places) for attack in ATTACKS.values())]


@pytest.fixture(scope="module")
def rows(outside, attempts):
    """The rows of a submission that tries everything, and of an honest one after it."""
    told = (
        "def learning_step(*arguments):\n"
        "    raise ValueError(f'{len(breaches)} breaches: {breaches}')\n\n\n"
        "exercise.learning_step.check(learning_step)"
    )
    notebook = new_notebook(
        cells=[new_code_cell(cell) for cell in [SETTINGS, *attempts, told]]
    )
    nbformat.write(notebook, outside / "students" / "attacks.ipynb")
    before = records.course()
    rows = grade.grade_folder(outside / "students", jobs=1, tell=lambda line: None)
    assert records.course() == before
    return rows


def test_there_are_enough_attempts():
    own = [name for module in MODULES for name in vars(module) if name in ATTACKS]
    assert len(own) == len(ATTACKS) >= 40


def test_nothing_gets_through(rows):
    assert "0 breaches" in rows[0].results["learning_step"][1], rows[0]
    assert rows[0].points == 0


def test_what_was_tried_is_remarked(rows):
    for what in ("change files outside", "use the network", "read other submissions"):
        assert what in rows[0].remark


def test_the_others_keep_their_marks(rows):
    assert rows[1].points == len(TASKS) and not rows[1].remark


def test_nothing_outside_has_changed(rows, outside):
    assert (outside / "victim.txt").read_text() == "unharmed"
    assert {file.name for file in outside.iterdir()} == {"students", "victim.txt"}
    left = [p.info["cmdline"] for p in psutil.process_iter(["cmdline"])]
    assert not [words for words in left if words and "echo later" in words[-1]]


def in_words(attempts):
    """A program that makes all attempts and prints what got through."""
    return "\n\n".join([*attempts, "print(breaches)"])


def run(command, folder=COURSE, **variables):
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        env=environment(Path(wall.SCRATCH)) | variables,
        cwd=folder,
    )
    return done.stdout.strip() or done.stderr


def wall_of_kind(kind, hidden):
    if kind == "namespaces":
        return wall.Namespaces(hidden)
    if program := shutil.which("bwrap"):
        return wall.Bubblewrap(hidden, program)
    pytest.skip("bubblewrap is not installed")


def as_nobody(command, folder):
    """The command as an ordinary user, who sees Python in its place, but no home."""
    prefix, place = sys.base_prefix, str(folder / "python")
    return ["unshare", "-m", "sh", "-c", AS_NOBODY, "sh", prefix, place, *command]


@pytest.mark.parametrize("kind", ["namespaces", "bubblewrap"])
def test_each_kind_of_wall_holds_for_an_ordinary_user(
    kind, outside, attempts, tmp_path
):
    if kind == "bubblewrap":  # its process 1 may be traced: it has no rights either
        names = dict(zip(ATTACKS, attempts[1:], strict=True))
        own = ("trace_process_1", "read_the_memory_of_1")
        attempts = [HELPERS, *(names[name] for name in names if name not in own)]
    command = [sys.executable, "-c", in_words(attempts)]
    command = wall_of_kind(kind, [str(outside / "students")]).command(command)
    if os.geteuid() == 0:
        command = as_nobody(command, tmp_path)
    assert run(command) == "[]"
    assert (outside / "victim.txt").read_text() == "unharmed"


def test_the_attempts_are_real(outside, attempts):
    """Without a wall, some of them get through: they would be noticed."""
    folder = outside / "open"
    folder.mkdir()
    harmless = ["list_the_others", "read_another", "read_another_through_c"]
    chosen = [
        cell
        for cell, name in zip(attempts[1:], ATTACKS, strict=False)
        if name in harmless
    ]
    found = run([sys.executable, "-c", in_words([HELPERS, *chosen])], folder)
    folder.rmdir()
    assert found == str(harmless)


def test_folders_in_what_it_sees_are_hidden_too(tmp_path):
    hidden = [str(tmp_path), str(COURSE / "data" / "photos")]
    code = f"import os; print(os.listdir({hidden[1]!r}), os.path.exists({hidden[0]!r}))"
    found = run(wall.Namespaces(hidden).command([sys.executable, "-c", code]))
    assert found == "[] False"


@pytest.mark.skipif(COURSE.is_relative_to("/tmp"), reason="the next test is for that")
@pytest.mark.parametrize("kind", ["namespaces", "bubblewrap"])
def test_what_a_notebook_stores_in_tmp_stays_inside(kind, tmp_path):
    code = (
        "import os; os.mkdir('/grading/tmp'); open('/tmp/note.txt', 'w').close(); "
        "print(os.listdir('/grading/tmp'))"
    )
    command = [sys.executable, "-c", code]
    found = run(wall_of_kind(kind, [str(tmp_path)]).command(command))
    assert found == "['note.txt']"


@pytest.mark.parametrize("kind", ["namespaces", "bubblewrap"])
def test_where_the_course_lies_in_tmp_there_is_room_beside_it(kind, monkeypatch):
    code = """
import os
open("/tmp/note.txt", "w").close()
print(os.path.exists("/tmp/note.txt"), os.listdir("utils"), end=" ")
try:
    open("utils/written", "w")
except OSError as error:
    print(error.strerror)
"""
    with tempfile.TemporaryDirectory(dir="/tmp") as course:
        monkeypatch.setattr(wall, "COURSE", Path(course))
        (Path(course) / "utils" / "page").mkdir(parents=True)
        command = [sys.executable, "-c", code]
        found = run(wall_of_kind(kind, [f"{course}/none"]).command(command))
    assert found == "True ['page'] Read-only file system"
    assert not os.path.exists("/tmp/note.txt")


def test_keys_of_the_system_are_left_outside():
    """In the session's key ring, a lecturer's tickets, or what another has left."""
    code = """
import ctypes, os
from tools.grading.guard import JOIN_SESSION_KEYRING, KEYCTL, leave_the_keys
keyctl, call = KEYCTL.get(os.uname().machine, 219), ctypes.CDLL(None).syscall
if call(keyctl, JOIN_SESSION_KEYRING, b"ticket") < 0:
    print("no key rings")
else:
    ring = call(keyctl, 0, -3, 0)
    leave_the_keys()
    print(call(keyctl, 0, -3, 0) != ring)
"""
    assert run([sys.executable, "-c", code]) in ("True", "no key rings")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid(), reason="needs root")
def test_a_wall_that_leaves_its_inside_root_does_not_count(tmp_path):
    """In a user namespace of root's own, where user 0 is still root to the kernel."""
    code = (
        "import sys; from tools.grading.wall import find_wall; "
        "print(find_wall(sys.argv[1:]).why)"
    )
    command = ["unshare", "-Urm", sys.executable, "-c", code, str(tmp_path)]
    found = run(command, MPLCONFIGDIR=str(tmp_path / "fonts"))
    assert "the kernel's settings can be changed" in found


def test_where_no_wall_stands_the_reasons_are_told(monkeypatch, tmp_path):
    monkeypatch.setattr(wall, "what_is_wrong", lambda wall: "may not")
    monkeypatch.setattr(shutil, "which", lambda program: None)
    found = wall.find_wall([tmp_path])
    assert found.why == (
        "namespaces of the Linux kernel: may not; "
        "bubblewrap: not installed, or not for root"
    )
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "darwin" in wall.find_wall([tmp_path]).why
