"""What learners saved comes back byte for byte; what others must not see stays shut."""

import os
import subprocess
import sys

import pytest

from tools.lessons import COURSE

BACKUP = COURSE / "classroom" / "backup"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs GNU tar")


@pytest.fixture
def homes(tmp_path):
    """Two learners, with what lies in a workbook, also what is odd."""
    homes = tmp_path / "homes"
    for name in ("ada", "grace"):
        workbook = homes / name / "cnn-course" / "workbook"
        (workbook / "saved").mkdir(parents=True)
        (workbook / "01_convolution.ipynb").write_bytes(name.encode() + os.urandom(999))
        (workbook / "my own\nnotes ü.ipynb").write_bytes(b"{}")
        (workbook / "saved" / "network.keras").write_bytes(os.urandom(99))
        (workbook / "01_convolution.ipynb").chmod(0o600)
        (workbook / ".ipynb_checkpoints").mkdir()
        (workbook / ".ipynb_checkpoints" / "old.ipynb").write_text("old")
        (workbook / "to_the_secret").symlink_to("/etc/shadow")
        (homes / name / "private.txt").write_text("no workbook")
    return homes


def back_up(homes, folder, *more):
    """The file that a backup stores."""
    command = [str(BACKUP), str(homes), str(folder), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def restored(file, into):
    """{path: bytes} of what comes back, in an empty folder."""
    into.mkdir()
    subprocess.run(["tar", "-xpf", file, "-C", str(into)], check=True)
    return files_of(into)


def files_of(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def test_a_backup_brings_every_saved_file_back_byte_for_byte(homes, tmp_path):
    file = back_up(homes, tmp_path / "kept")
    back = restored(file, tmp_path / "back")
    saved = {
        path: data
        for path, data in files_of(homes).items()
        if "/workbook/" in path and ".ipynb_checkpoints" not in path
    }
    assert len(saved) == 6 and back == saved
    notebook = "ada/cnn-course/workbook/01_convolution.ipynb"
    assert (tmp_path / "back" / notebook).stat().st_mode & 0o777 == 0o600


def test_one_learners_notebook_comes_back_alone(homes, tmp_path):
    file = back_up(homes, tmp_path / "kept")
    lost = homes / "ada" / "cnn-course" / "workbook" / "01_convolution.ipynb"
    other = homes / "grace" / "cnn-course" / "workbook" / "01_convolution.ipynb"
    before = lost.read_bytes()
    lost.unlink()
    other.write_bytes(b"newer")
    which = "./ada/cnn-course/workbook"
    subprocess.run(
        ["tar", "-xpzf", file, "-C", str(homes), "--wildcards", f"{which}/*"]
    )
    assert lost.read_bytes() == before and other.read_bytes() == b"newer"


def test_nobody_but_root_reads_it_and_old_ones_go(homes, tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    for day in range(1, 5):
        (kept / f"workbooks-2026-01-0{day}T000000Z.tar.gz").touch()
    (kept / "of somebody else.txt").touch()
    file = back_up(homes, kept, "3")
    assert os.stat(file).st_mode & 0o077 == 0
    names = sorted(path.name for path in kept.iterdir())
    assert names[:3] == [
        "of somebody else.txt",
        "workbooks-2026-01-03T000000Z.tar.gz",
        "workbooks-2026-01-04T000000Z.tar.gz",
    ]
    assert len(names) == 4  # and the new one; no draft is left


def test_where_nothing_can_be_stored_it_says_so_and_leaves_nothing(homes, tmp_path):
    (tmp_path / "kept").write_text("a file")
    command = [str(BACKUP), str(homes), str(tmp_path / "kept")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode and "kept" in done.stderr
