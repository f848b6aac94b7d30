"""The packages of the live lessons are Pyodide's own, wherever they come from."""

import hashlib
import json
import zipfile

import pytest

from course_site import live_packages
from course_site.live_contents import (
    THE_SITE,
    as_started,
    collect_contents,
    linked_to_the_site,
    live_notebooks,
)
from course_site.live_packages import LOCK, Refused, closure, lay_out

PACKAGES = {
    "numpy": {"file_name": "numpy.whl", "depends": []},
    "scipy": {"file_name": "scipy.whl", "depends": ["numpy", "open_blas"]},
    "open-blas": {"file_name": "blas.zip", "depends": []},
    "other": {"file_name": "other.whl", "depends": ["scipy"]},
}


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A Pyodide of a few bytes, and a carrier of its packages: (core, downloads)."""
    core, downloads = tmp_path / "core", tmp_path / "downloads"
    core.mkdir()
    downloads.mkdir()
    for name in live_packages.CORE_FILES:
        (core / name).write_text(name)
    entries = {
        name: {**package, "sha256": hashlib.sha256(name.encode()).hexdigest()}
        for name, package in PACKAGES.items()
    }
    lock = {"info": {"version": "1.2.3"}, "packages": entries}
    (core / LOCK).write_text(json.dumps(lock))
    monkeypatch.setattr(live_packages, "CORE", core)
    monkeypatch.setattr(live_packages, "WANTED", ("scipy",))
    monkeypatch.setattr(live_packages, "CARRIER", "some-carrier==0.1")
    return downloads


def carry(downloads, **contents):
    """Write the carrier's wheel with these contents of packages' files."""
    with zipfile.ZipFile(downloads / "some_carrier-0.1-py3-none-any.whl", "w") as it:
        for name, content in contents.items():
            place = PACKAGES[name.replace("_", "-")]["file_name"]
            it.writestr(f"some/folder/{place}", content)


def locked(target):
    return json.loads((target / LOCK).read_text())["packages"]


def test_what_is_wanted_comes_with_all_it_depends_on():
    assert list(closure(PACKAGES, ["scipy"])) == ["numpy", "open-blas", "scipy"]


def test_packages_that_agree_with_the_lock_are_laid_out(course, tmp_path):
    carry(course, numpy="numpy", scipy="scipy", open_blas="open-blas", other="?")
    assert lay_out(tmp_path / "to", course, {}) is True
    assert (tmp_path / "to" / "blas.zip").read_text() == "open-blas"
    assert not (tmp_path / "to" / "other.whl").exists()
    assert locked(tmp_path / "to")["scipy"]["file_name"] == "scipy.whl"


def test_a_package_that_differs_is_refused(course, tmp_path):
    carry(course, numpy="numpy, altered", scipy="scipy", open_blas="open-blas")
    with pytest.raises(Refused, match=r"numpy\.whl is not the file that Pyodide's"):
        lay_out(tmp_path / "to", course, {})
    assert not (tmp_path / "to" / "numpy.whl").exists()


def test_a_carrier_that_lacks_some_is_refused(course, tmp_path):
    carry(course, numpy="numpy")
    with pytest.raises(Refused, match=r"lacks blas\.zip, scipy\.whl"):
        lay_out(tmp_path / "to", course, {})


@pytest.mark.parametrize("offline", [True, False])
def test_without_a_carrier_the_lock_names_the_usual_address(
    course, tmp_path, monkeypatch, offline
):
    monkeypatch.setattr(live_packages, "_download", lambda *_: False)
    assert lay_out(tmp_path / "to", course, {}, offline) is False
    numpy = locked(tmp_path / "to")["numpy"]
    assert numpy["file_name"].endswith("/pyodide/v1.2.3/full/numpy.whl")
    assert numpy["sha256"] == hashlib.sha256(b"numpy").hexdigest()  # as ever


def test_wheels_of_our_own_join_the_lock(course, tmp_path, monkeypatch):
    monkeypatch.setattr(live_packages, "_download", lambda *_: False)
    wheel = tmp_path / "typing_extensions-4.0-py3-none-any.whl"
    wheel.write_text("wheel")
    lay_out(tmp_path / "to", course, {"typing_extensions": wheel})
    entry = locked(tmp_path / "to")["typing-extensions"]
    assert (entry["file_name"], entry["version"]) == (wheel.name, "4.0")
    assert entry["sha256"] == hashlib.sha256(b"wheel").hexdigest()


def test_the_lessons_start_unsolved_with_a_greeting():
    import nbformat

    assert [path.name[:3] for path in live_notebooks()][::2] == [
        "01_",
        "02_",
        "03_",
        "04_",
    ]
    notebook = as_started(nbformat.read(live_notebooks()[0], as_version=4))
    assert "runs in your browser" in notebook.cells[1].source
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    nbformat.validate(notebook)


def test_links_to_what_does_not_run_here_lead_to_the_site():
    text = "[a](02_relu.ipynb#You-can-now) [b](05_why_convnets.ipynb#The-bet)"
    assert linked_to_the_site(f"{text} [c](../README.md) ![d](../images/x.png)") == (
        "[a](02_relu.ipynb#You-can-now) "
        f"[b]({THE_SITE}notebooks/05_why_convnets.html#the-bet) "
        f"[c]({THE_SITE}README.html) ![d](../images/x.png)"
    )


def test_the_contents_are_what_the_lessons_open(tmp_path):
    collect_contents(tmp_path)
    lessons = {path.name for path in (tmp_path / "utils/exercises").glob("lesson_*")}
    assert len(lessons) == len(live_notebooks()) == 8
    for file in ("utils/page/quiet.py", "utils/keras_home/keras.json"):
        assert (tmp_path / file).is_file()
    for file in ("images/camera.png", "images/README.md", "data/mnist.npz"):
        assert (tmp_path / file).is_file()
    assert not (tmp_path / "data/efficientnet_lite0.npz").exists()
    assert not list(tmp_path.rglob("*.pyc"))
