"""A computer without TensorFlow, and a file in the way of imports, get a sentence."""

import os
import platform
import subprocess
import sys
import sysconfig

import pytest

from tools import check_computer, check_imports
from tools.lessons import COURSE


@pytest.mark.parametrize(
    ("system", "machine"),
    [
        ("linux-x86_64", "x86_64"),
        ("linux-aarch64", "aarch64"),
        ("macosx-11.0-arm64", "arm64"),
        ("macosx-10.13-universal2", "arm64"),
        ("win-amd64", "AMD64"),
    ],
)
def test_a_computer_with_tensorflow_is_well(monkeypatch, system, machine):
    monkeypatch.setattr(sysconfig, "get_platform", lambda: system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert check_computer.what_is_wrong() is None


@pytest.mark.parametrize(
    ("system", "machine", "advice"),
    [
        ("macosx-10.15-x86_64", "x86_64", "Linux in a virtual machine"),
        ("macosx-10.13-universal2", "x86_64", "install a Python for it"),
        ("win-arm64", "ARM64", "called WSL"),
        ("win32", "AMD64", "64-bit Python"),
        ("linux-armv7l", "armv7l", "64-bit Python"),
        ("freebsd-14.1-release-amd64", "amd64", "use Linux"),
    ],
)
def test_a_computer_without_tensorflow_is_told(monkeypatch, system, machine, advice):
    monkeypatch.setattr(sysconfig, "get_platform", lambda: system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    sentence = check_computer.what_is_wrong()
    assert sentence.startswith("TensorFlow 2.21 has no edition for ")
    assert advice in sentence and sentence.endswith("(TROUBLE.md).")


def test_linux_with_musl_is_told(monkeypatch):
    monkeypatch.setattr(sysconfig, "get_platform", lambda: "linux-x86_64")
    abi = "cpython-312-x86_64-linux-musl"
    monkeypatch.setattr(sysconfig, "get_config_var", {"SOABI": abi}.get)
    assert "Linux with musl" in check_computer.what_is_wrong()


@pytest.mark.parametrize("version", [(3, 8, 1), (3, 10, 9), (3, 14, 0), (4, 0, 0)])
def test_another_python_is_told(monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", version)
    assert "needs Python 3.11, 3.12 or 3.13" in check_computer.what_is_wrong()


def test_the_sentences_name_the_tensorflow_that_is_pinned():
    version = check_computer.NONE_FOR.split()[1]
    assert f"\ntensorflow=={version}." in (COURSE / "requirements.txt").read_text(
        "utf-8"
    )


@pytest.fixture
def course(tmp_path):
    """A folder like the course's, as far as files can be in the way."""
    for folder in (
        "notebooks/saved",
        "workbook",
        "assignments",
        "utils",
        "tests",
        "tools",
    ):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "utils" / "__init__.py").touch()
    return tmp_path.resolve()


@pytest.fixture(autouse=True)
def no_python_path(monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)


def in_the_way(course, **more):
    return check_imports.what_is_wrong(course, **more) or ""


@pytest.mark.parametrize(
    "file",
    [
        "notebooks/utils.py",
        "notebooks/utils/__init__.py",
        "notebooks/keras.py",
        "notebooks/numpy/__init__.py",
        "notebooks/PIL.py",
        "notebooks/random.py",  # Python's own
        "notebooks/zmq.py",  # the kernel's
        "workbook/utils.py",
        "assignments/matplotlib.py",
        "tensorflow.py",
        "json.py",
    ],
)
def test_a_file_in_the_way_is_named(course, file):
    (course / file).parent.mkdir(exist_ok=True)
    (course / file).touch()
    named = file.removesuffix("/__init__.py")
    assert in_the_way(course).startswith(f"{named} would be imported in place of what")


def test_a_bare_folder_hides_the_helpers_only(course):
    (course / "notebooks" / "numpy").mkdir()
    assert "numpy" not in in_the_way(course)
    (course / "notebooks" / "utils").mkdir()
    assert in_the_way(course).startswith("notebooks/utils would be imported")


def test_files_of_other_names_are_nobody_s_concern(course):
    for name in ("helpers.py", "utils.txt", "numpy.ipynb", "my_keras.py", "tools.py"):
        (course / "notebooks" / name).touch()
    assert "would be imported" not in in_the_way(course)


def test_a_folder_of_the_environment_is_named(course, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "random.py").touch()
    path = os.pathsep.join([str(course), "", str(other)])
    assert "PYTHONPATH" not in in_the_way(course, python_path=path)
    (other / "utils.py").touch()
    sentence = in_the_way(course, python_path=path)
    assert sentence.startswith(str(other / "utils.py"))
    assert sentence.endswith("unset PYTHONPATH (TROUBLE.md).")


def test_a_course_that_was_moved_is_told(course):
    assert in_the_way(course) == (
        f"The environment in {sys.prefix} does not know the course in {course}, which "
        "may have been moved: delete the folder .venv, and set it up anew (make clean "
        "lab)."
    )


def test_a_python_without_an_environment_is_not_asked_for_one(course, monkeypatch):
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert in_the_way(course) == ""


def test_nothing_is_in_the_way_of_the_course_itself():
    script = COURSE / "tools" / "check_imports.py"
    result = subprocess.run([sys.executable, script], capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
