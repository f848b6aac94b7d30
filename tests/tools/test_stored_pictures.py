"""Pictures are stored small, and anew only where they look otherwise."""

import base64
import io
import json
import re
import subprocess
import sys

import matplotlib.pyplot as plt
import nbformat.v4
import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter

from tools import small_png, stored_pictures
from tools.lessons import COURSE
from tools.small_png import seen_difference, smaller

NOTEBOOKS = sorted((COURSE / "notebooks").glob("*.ipynb"))


def figure(title="accuracy 0.98", shift=0, transparent=False):
    """A drawing as Matplotlib stores it (bytes): 600 by 400 pixels."""
    figure, axes = plt.subplots(figsize=(6, 4), dpi=100)
    axes.set_title(title, fontsize=11)
    axes.axhline(0.5 + shift / 308, color="tab:orange")  # the axes are 308 pixels high
    axes.plot(np.linspace(0, 1, 50) ** 2)
    axes.set_ylim(0, 1)
    buffer = io.BytesIO()
    figure.savefig(buffer, transparent=transparent)
    plt.close(figure)
    return buffer.getvalue()


def photo(change=0):
    """A picture with an alpha channel (bytes): smooth colours beside coarse texture."""
    rows, columns = np.mgrid[:160, :240]
    smooth = np.stack([rows, columns, 255 - rows], axis=-1)
    noise = gaussian_filter(
        np.random.default_rng(0).normal(size=smooth.shape), (1, 1, 0)
    )
    pixels = smooth + 200 * noise * (columns > 120)[..., None]
    pixels[20:30, 20:30] += change
    pixels[:, :10] = 255
    buffer = io.BytesIO()
    picture = Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).convert("RGBA")
    picture.save(buffer, "PNG", dpi=(100, 100))
    return buffer.getvalue()


def pixels(png, mode="RGB"):
    return np.asarray(Image.open(io.BytesIO(png)).convert(mode))


def as_text(png):
    return base64.b64encode(png).decode()


def animation(frames, name):
    """HTML as Matplotlib writes it: a backslash ends each line of a frame."""
    lines = [
        base64.encodebytes(frame).decode().replace("\n", "\\\n") for frame in frames
    ]
    texts = [
        f'frames[{i}] = "data:image/png;base64,{t}"\n' for i, t in enumerate(lines)
    ]
    return f'<img id="_anim_img{name}">\n' + "".join(texts) + f"anim{name} = 1;\n"


def notebook(*pictures, html=None):
    """A notebook (as JSON holds it) with a cell that shows these."""
    shown = [{"image/png": as_text(png), "text/plain": "<Figure>"} for png in pictures]
    shown += [{"text/html": html}] if html else []
    outputs = [nbformat.v4.new_output("display_data", data) for data in shown]
    text = nbformat.v4.new_markdown_cell("Größe × 2", id="text")
    code = nbformat.v4.new_code_cell("draw()", id="draw", outputs=outputs)
    node = nbformat.v4.new_notebook(cells=[text, code])
    return json.loads(nbformat.writes(node))


def shown(notebook):
    """The pictures (bytes) in a notebook's outputs."""
    outputs = notebook["cells"][1]["outputs"]
    pngs = [output["data"].get("image/png") for output in outputs]
    return [base64.b64decode(png) for png in pngs if png]


def html_of(notebook):
    return "".join(notebook["cells"][1]["outputs"][-1]["data"]["text/html"])


def stored(drawn, before=None):
    """What is stored of a figure just drawn, and how it was counted."""
    anew = notebook(drawn)
    old = notebook(before) if before else {"cells": []}
    tally = stored_pictures.store_pictures(anew, old)
    (kind,) = (kind for kind, number in tally.items() if number)
    return *shown(anew), kind


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


def write(path, notebook):
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


# One PNG


def test_a_drawing_gets_a_palette_and_looks_as_before():
    drawn = figure()
    small = smaller(drawn)
    with Image.open(io.BytesIO(small)) as picture, Image.open(io.BytesIO(drawn)) as was:
        assert picture.mode == "P"
        assert picture.size == was.size
        assert picture.info["dpi"] == was.info["dpi"]
    assert len(small) < len(drawn) / 2
    assert seen_difference(pixels(small), pixels(drawn)) <= small_png.MOST_SEEN[1]
    assert seen_difference(pixels(small), pixels(drawn), 3) <= small_png.MOST_SEEN[3]
    ground = (pixels(drawn) == 255).all(axis=-1)
    assert (pixels(small)[ground] == 255).all()


def test_few_colours_are_stored_exactly():
    colours = np.random.default_rng(0).integers(256, size=(48, 4), dtype=np.uint8)
    colours[:, 3] = 255
    drawn = io.BytesIO()
    values = colours[np.arange(9600).reshape(80, 120) // 7 % 48]
    Image.fromarray(values).save(drawn, "PNG")
    assert (pixels(smaller(drawn.getvalue())) == values[..., :3]).all()


def test_a_photo_keeps_its_colours_and_gradients():
    drawn = photo()
    small = smaller(drawn)
    with Image.open(io.BytesIO(small)) as picture:
        assert picture.mode == "RGB"
    assert len(small) < 0.6 * len(drawn)
    wrong = abs(pixels(small).astype(int) - pixels(drawn))
    assert wrong[:, :100].max() <= 1  # smooth: a step of 1 is the smallest there is
    assert wrong.max() <= 7
    assert not wrong[:, :8].any()  # white
    assert seen_difference(pixels(small)[:, :100], pixels(drawn)[:, :100]) < 1


def test_a_gradient_of_greys_shows_no_steps():
    ramp = np.tile(np.linspace(0, 255, 400).astype(np.uint8), (200, 1))
    drawn = io.BytesIO()
    Image.fromarray(ramp).convert("RGBA").save(drawn, "PNG")
    small = pixels(smaller(drawn.getvalue()))[0, :, 0].astype(int)
    assert abs(small - ramp[0]).max() <= 2
    assert np.diff(small).max() <= 4


def test_transparency_stays():
    drawn = figure(transparent=True)
    assert (pixels(drawn, "RGBA")[..., 3] < 255).any()
    assert smaller(drawn) == drawn


def test_what_is_small_already_stays():
    for small in (smaller(figure()), smaller(photo())):
        assert smaller(small) == small


@pytest.mark.parametrize("dot", [(0, 0), (199, 299), (100, 150)])
def test_the_difference_is_that_of_the_worst_place(dot):
    white = np.full((200, 300, 3), 255, np.uint8)
    other = white.copy()
    other[dot] = 0
    assert seen_difference(white, other) > 10
    assert seen_difference(white, white) == 0
    assert seen_difference(white, white[1:]) == np.inf


def test_lab_is_that_of_the_standard():
    colours = np.array([[255, 255, 255], [255, 0, 0], [0, 0, 0]], np.uint8)
    expected = [[100, 0, 0], [53.24, 80.09, 67.2], [0, 0, 0]]  # of sRGB, D65
    assert small_png._lab(colours) == pytest.approx(np.array(expected), abs=0.1)


# What looks the same, and what does not


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
    ],
    ids=["digit", "letter", "line", "photo"],
)
def test_a_changed_picture_is_stored_anew(draw, change):
    before, _ = stored(draw())
    after, kind = stored(draw(**change), before)
    assert kind == "reduced"
    assert after == smaller(draw(**change)) != before


def test_a_picture_of_another_size_is_stored_anew():
    before, _ = stored(photo())
    assert stored(figure(), before) == (smaller(figure()), "reduced")


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


def test_a_damaged_picture_from_before_is_replaced():
    before = notebook(figure())
    before["cells"][1]["outputs"][0]["data"]["image/png"] = "iVBORw0KGgo*"
    anew = notebook(figure())
    stored_pictures.store_pictures(anew, before)
    assert shown(anew) == [smaller(figure())]


# Animations


def test_an_animation_that_looks_the_same_stays_whole():
    frames = [figure("one"), figure("two")]
    before = notebook(html=animation(frames, "a" * 32))
    assert stored_pictures.store_pictures(before, {"cells": []})["reduced"] == 2
    assert len(html_of(before)) < len(animation(frames, "a" * 32)) / 2
    anew = notebook(html=animation(frames, "b" * 32))
    assert stored_pictures.store_pictures(anew, before)["kept"] == 2
    assert anew == before


def test_a_changed_frame_is_stored_anew_and_html_stays_html():
    before = notebook(html=animation([figure("one"), figure("two")], "a" * 32))
    stored_pictures.store_pictures(before, {"cells": []})
    anew = notebook(html=animation([figure("one"), figure("six")], "b" * 32))
    stored_pictures.store_pictures(anew, before)
    frames = re.findall(r'"data:image/png;base64,([^"\\\s]+)"', html_of(anew))
    expected = [smaller(figure("one")), smaller(figure("six"))]
    assert [base64.b64decode(frame) for frame in frames] == expected
    assert f"anim{'b' * 32} = 1;" in html_of(anew)
    assert html_of(anew).count("\n") == 4


def test_html_without_frames_stays():
    anew, same = (notebook(html="<b>data:image/png;base64, is a way</b>") for _ in "ab")
    stored_pictures.store_pictures(anew, {"cells": []})
    assert anew == same


# Whole notebooks


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
    assert list(folder.glob("*")) == [path]


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
    path = write(tmp_path / "lesson.ipynb", notebook(figure(), html="<p>ü\n</p>"))
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
