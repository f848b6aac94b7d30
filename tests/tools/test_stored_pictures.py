"""Pictures are stored small, and anew only where they look otherwise."""

import io
import json
import re
import subprocess
import sys

import nbformat.v4
import pytest
from PIL import Image

from tests.tools.drawn_pictures import (
    NOTEBOOKS,
    animation,
    as_text,
    figure,
    notebook,
    photo,
    shown,
    stored,
    write,
)
from tools import stored_pictures
from tools.small_png import smaller


@pytest.fixture
def course(tmp_path):
    """A folder under git, and a function that commits what is in it."""

    def git(*arguments):
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(
            ["git", *identity, *arguments],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    def commit():
        git("add", ".")
        git("commit", "-m", "all", "--no-gpg-sign")

    git("init")
    return tmp_path, commit


@pytest.mark.parametrize("draw", [figure, photo])
def test_the_same_picture_keeps_the_stored_bytes(draw):
    before, kind = stored(draw())
    assert kind == "reduced"
    assert stored(draw(), before) == (before, "kept")


def test_a_picture_that_differs_unseen_keeps_the_stored_bytes():
    before, _ = stored(photo())
    assert photo() != photo(change=1)
    assert stored(photo(change=1), before) == (before, "kept")


@pytest.mark.parametrize(
    ("draw", "change"),
    [
        (figure, {"title": "accuracy 0.96"}),
        (figure, {"title": "accuracy 0.9B"}),
        (figure, {"shift": 2}),
        (photo, {"change": 40}),
        (photo, {"stroke": 120}),
    ],
    ids=["digit", "letter", "line", "photo", "stroke"],
)
def test_a_changed_picture_is_stored_anew(draw, change):
    before, _ = stored(draw())
    after, kind = stored(draw(**change), before)
    assert kind == "reduced"
    assert after == smaller(draw(**change)) != before


def test_a_picture_of_another_size_is_stored_anew():
    before, _ = stored(photo())
    assert stored(figure(), before) == (smaller(figure()), "reduced")


def test_what_was_made_small_stays_though_the_one_before_looks_the_same():
    small = smaller(photo(change=1))
    assert stored(small, smaller(photo())) == (small, "left")


def test_a_picture_that_was_stored_large_is_reduced():
    assert stored(figure(), figure()) == (smaller(figure()), "reduced")


def test_a_picture_with_transparency_is_kept_or_left():
    drawn = figure(transparent=True)
    assert stored(drawn, drawn) == (drawn, "kept")
    assert stored(drawn) == (drawn, "left")
    old = Image.open(io.BytesIO(drawn))
    written_otherwise = io.BytesIO()
    old.save(written_otherwise, "PNG", compress_level=1)
    before = written_otherwise.getvalue()
    assert stored(drawn, before) == (before, "kept")


def test_pictures_belong_together_by_cell_and_order():
    before = notebook(figure("one"), figure("two"))
    stored_pictures.store_pictures(before, {"cells": []})
    one, two = shown(before)
    anew = notebook(figure("one"), figure("other"), figure("two"))
    stored_pictures.store_pictures(anew, before)
    assert shown(anew) == [one, smaller(figure("other")), two]
    anew = notebook(figure("one"))
    anew["cells"][1]["id"] = "elsewhere"
    tally = stored_pictures.store_pictures(anew, before)
    assert tally == {"kept": 0, "reduced": 1, "left": 0}


def test_cells_without_ids_have_nothing_from_before():
    before, anew = notebook(smaller(figure())), notebook(figure("other"))
    for cell in (*before["cells"], *anew["cells"]):
        del cell["id"]
    assert stored_pictures.store_pictures(anew, before)["reduced"] == 1


def test_a_damaged_picture_from_before_is_replaced():
    before = notebook(figure())
    before["cells"][1]["outputs"][0]["data"]["image/png"] = "iVBORw0KGgo*"
    anew = notebook(figure())
    stored_pictures.store_pictures(anew, before)
    assert shown(anew) == [smaller(figure())]


def test_a_notebook_is_compared_with_the_committed_one(course):
    folder, commit = course
    path = write(folder / "Größe 1.ipynb", notebook(figure()))
    assert "0 kept, 1 reduced, 0 left" in stored_pictures.store_notebook(path)
    text = path.read_bytes()
    commit()
    write(path, notebook(figure()))
    assert "1 kept, 0 reduced, 0 left" in stored_pictures.store_notebook(path)
    assert path.read_bytes() == text
    write(path, notebook(figure("other")))
    stored_pictures.store_notebook(path)
    anew = path.read_bytes()
    assert anew != text
    stored_pictures.store_notebook(path)  # again, though the committed one is another
    assert path.read_bytes() == anew
    assert [file for file in folder.iterdir() if file.name != ".git"] == [path]


def test_without_git_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    path = write(tmp_path / "lesson.ipynb", notebook(figure()))
    stored_pictures.store_notebook(path)
    monkeypatch.setenv("PATH", "")
    write(path, notebook(figure()))
    said = stored_pictures.store_notebook(path)
    assert re.fullmatch(
        r"lesson.ipynb: 0 kept, 1 reduced, 0 left; 0\.0\d MB before, 0\.0\d MB after",
        said,
    )


def test_a_notebook_is_written_as_nbformat_writes_it(tmp_path):
    path = write(
        tmp_path / "lesson.ipynb",
        notebook(figure(), html=animation([figure("ü")], "a" * 32)),
    )
    stored_pictures.store_notebook(path)
    text = path.read_text("utf-8")
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"
    nbformat.validate(nbformat.reads(text, as_version=4))


@pytest.mark.parametrize("lesson", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_is_written_differs_in_nothing_but_pictures(lesson):
    text = lesson.read_text("utf-8")
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n" == text


def test_a_notebook_without_new_pictures_is_not_touched(tmp_path):
    path = tmp_path / "lesson.ipynb"
    path.write_text(json.dumps(notebook(smaller(figure()))))  # in a form of its own
    text, before = path.read_bytes(), path.stat().st_mtime_ns
    stored_pictures.store_notebook(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (text, before)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "can't be read: .*No such file"),
        (b"\xff", "can't be read"),
        (b"{", "is no notebook of format 4"),
        (b"[]", "is no notebook of format 4"),
        (b'{"nbformat": 3, "cells": []}', "is no notebook of format 4"),
        (b'{"nbformat": 4, "cells": [1]}', "is no notebook of format 4"),
    ],
)
def test_what_is_no_notebook_is_said_in_one_sentence(
    tmp_path, monkeypatch, content, sentence
):
    path = tmp_path / "lesson.ipynb"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(sys, "argv", ["stored_pictures", str(path)])
    with pytest.raises(SystemExit, match=sentence) as stop:
        stored_pictures.main()
    assert str(path) in str(stop.value.code)
    assert "\n" not in stop.value.code
    assert content is None or path.read_bytes() == content


@pytest.mark.parametrize(
    "damaged", ["iVBORw0KGgo*", as_text(b"no picture"), as_text(figure()[:2000])]
)
def test_a_damaged_picture_is_said_and_nothing_is_written(tmp_path, damaged):
    broken = notebook(figure(), figure())
    broken["cells"][1]["outputs"][1]["data"]["image/png"] = damaged
    path = write(tmp_path / "lesson.ipynb", broken)
    text = path.read_bytes()
    with pytest.raises(
        stored_pictures.NotANotebook,
        match=r"lesson.ipynb: a picture of the cell draw is",
    ):
        stored_pictures.store_notebook(path)
    assert path.read_bytes() == text
    assert list(tmp_path.glob("*")) == [path]
