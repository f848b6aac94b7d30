"""`make doctor` says of each thing whether it is well, and what to do if it is not."""

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import venv
from types import SimpleNamespace

import psutil
import pytest

from tests.tools.walls import HAS_WALL, WALL
from tools import doctor
from tools.lessons import COURSE

SCRIPTS = ("doctor", "check_computer", "check_imports")


def test_packages_at_other_versions_are_told(monkeypatch):
    versions = {**doctor.installed(), "numpy": "1.26.4", "keras": None}
    monkeypatch.setattr(doctor, "installed", lambda: versions)
    with pytest.raises(doctor.No) as told:
        doctor.check_packages()
    sentence = r"numpy is 1\.26\.4 and should be [\d.]+ \(and 1 more\): delete .*\.venv"
    assert re.match(sentence, str(told.value))


def test_a_missing_package_is_told(monkeypatch):
    monkeypatch.setattr(
        doctor, "installed", lambda: {**dict(doctor._pinned()), "keras": None}
    )
    with pytest.raises(doctor.No, match="keras is missing and should be"):
        doctor.check_packages()


def test_every_pinned_package_is_looked_at():
    lines = (COURSE / "requirements.txt").read_text("utf-8").splitlines()
    pinned = [line.partition("==")[0] for line in lines if re.match(r"[\w-]+==", line)]
    if sys.platform != "linux":
        pinned.remove("onnxruntime")
    assert list(doctor.installed()) == pinned and "tensorflow" in pinned
    assert doctor.check_packages().startswith(f"{len(pinned)} at the versions")


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_what_linux_alone_gets_is_missed_there_only(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", "linux")
    on_linux = set(doctor.installed())
    monkeypatch.setattr(sys, "platform", platform)
    assert on_linux - set(doctor.installed()) == {"onnxruntime"}


def test_little_memory_is_told(monkeypatch):
    memory = SimpleNamespace(available=0.7 * doctor.GIB, total=4 * doctor.GIB)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory)
    with pytest.raises(doctor.No, match=r"^0\.7 of 4\.0 GiB are free, .* close other"):
        doctor.check_memory()
    memory.available = 3.6 * doctor.GIB
    assert doctor.check_memory() == "3.6 of 4.0 GiB are free"


def test_a_full_disk_is_told(monkeypatch):
    disk = SimpleNamespace(free=doctor.GIB)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: disk)
    assert doctor.check_disk() == "1.0 GiB are free"
    with pytest.raises(doctor.No, match=r"^1\.0 GiB are free, 4 are needed"):
        doctor.check_disk(doctor.FREE_DISK_TO_SET_UP)


@pytest.mark.parametrize("place", ["notebooks", "temporary files"])
def test_where_nothing_can_be_stored_is_told(monkeypatch, tmp_path, place):
    absent = tmp_path / "absent"
    if place == "notebooks":
        monkeypatch.setattr(doctor, "NOTEBOOKS", absent)
    else:
        monkeypatch.setattr("tempfile.tempdir", str(absent))
    named = "a folder for temporary files" if place.startswith("temp") else absent
    with pytest.raises(doctor.No) as told:
        doctor.check_writing()
    assert str(told.value).startswith(f"nothing can be stored in {named} (")


def test_writing_is_tried_where_learners_work(tmp_path):
    (tmp_path / "tools").mkdir()
    script = shutil.copy(COURSE / "tools" / "doctor.py", tmp_path / "tools")
    assert runpy.run_path(script)["NOTEBOOKS"].name == "notebooks"
    (tmp_path / "workbook").mkdir()
    assert runpy.run_path(script)["NOTEBOOKS"].name == "workbook"


def test_another_python_behind_the_kernel_is_told(monkeypatch):
    monkeypatch.setattr(doctor, "run", lambda script: "/usr/bin/other/python3")
    with pytest.raises(doctor.No, match="/usr/bin/other/python3 runs the notebooks"):
        doctor.check_kernel()


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import sys; sys.exit('Keras is broken.')", "Keras is broken"),
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such"),
        ("import os; os._exit(3)", "exit status 3"),
        ("import time; time.sleep(60)", "no answer within 2 seconds"),
        ("import os; os.kill(os.getpid(), 9)", "as memory ran out"),
        ("import os; os.kill(os.getpid(), 4)", "lacks instructions (AVX)"),
    ],
)
def test_a_script_that_fails_is_told(monkeypatch, tmp_path, program, sentence):
    if "os.kill" in program and os.name == "nt":
        pytest.skip("Windows has no such signals")
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "try_training.py").write_text(program)
    monkeypatch.setattr(doctor, "COURSE", tmp_path)
    monkeypatch.setattr(doctor, "SECONDS", 2)
    with pytest.raises(doctor.No, match=re.escape(sentence)) as told:
        doctor.check_training()
    assert "\n" not in str(told.value)


def test_whatever_is_broken_the_others_are_looked_at(capsys):
    def broken():
        raise ImportError("DLL load failed")

    def ill():
        raise doctor.No("ill: rest")

    checks = {"memory": broken, "kernel": ill, "disk": lambda: "enough"}
    assert doctor.examine(checks) == 2
    assert capsys.readouterr().out.splitlines() == [
        "no  memory: ImportError: DLL load failed (TROUBLE.md)",
        "no  kernel: ill: rest",
        "ok  disk: enough",
    ]


def test_before_the_set_up_it_says_what_comes_next(tmp_path):
    venv.create(tmp_path, symlinks=os.name != "nt")  # without a single package
    python = tmp_path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [str(python), str(COURSE / "tools" / "doctor.py")]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    said = result.stdout.splitlines()
    assert result.returncode == 1 and not result.stderr
    assert [line.partition(":")[0][4:] for line in said[:5]] == [
        *doctor.BEFORE,
        "disk",
        "packages",
    ]
    assert said[0].startswith("ok  computer: Python 3.")
    assert said[4].startswith("no  packages: none is installed for this Python yet: ")
    assert said[5].endswith(" to mend.")


@pytest.mark.long
def test_where_all_is_well_it_says_so():
    command = [sys.executable, str(COURSE / "tools" / "doctor.py")]
    said = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    lines = {line.partition(":")[0][4:]: line for line in said[:-1]}
    assert [*lines] == [*doctor.BEFORE, *doctor.AFTER]
    for name in ("computer", "imports", "packages", "kernel", "training"):
        assert lines[name].startswith("ok"), said
    all_well = all(line.startswith("ok") for line in lines.values())
    assert (said[-1] == "Ready for class.") == all_well


def test_a_lecturer_is_told_about_the_wall(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "BEFORE", {})
    monkeypatch.setattr(doctor, "AFTER", {})
    monkeypatch.setattr(sys, "argv", ["doctor.py", "--class"])
    with pytest.raises(SystemExit):
        doctor.main()
    (line, _) = capsys.readouterr().out.splitlines()
    if HAS_WALL:
        assert re.fullmatch(rf"ok  wall: {WALL.name}; graded at once: \d+", line)
    else:
        assert line.startswith("no  wall: none can be built around submissions here")
        assert line.endswith("or grade in a container (CLASSROOM.md)")


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_old_python_can_read_it(name):
    source = (COURSE / "tools" / f"{name}.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 8))
