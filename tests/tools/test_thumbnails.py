"""Every lesson has its thumbnail, made from a figure of its own."""

import base64
import io

import nbformat.v4
import pytest
from PIL import Image

from tools import thumbnails
from tools.lessons import COURSE

LESSONS = sorted((COURSE / "notebooks").glob("*.ipynb"))


def notebook_with_figure(path, tags, size=(1000, 500)):
    buffer = io.BytesIO()
    Image.new("RGBA", size, (255, 0, 0, 0)).save(buffer, "PNG")
    data = {"image/png": base64.b64encode(buffer.getvalue()).decode()}
    output = nbformat.v4.new_output("display_data", data)
    cell = nbformat.v4.new_code_cell("", outputs=[output], metadata={"tags": tags})
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)


def test_a_thumbnail_is_small_and_opaque(tmp_path, monkeypatch):
    monkeypatch.setattr(thumbnails, "FOLDER", tmp_path / "thumbnails")
    notebook_with_figure(tmp_path / "lesson.ipynb", ["thumbnail"])
    thumbnails.make_thumbnail(tmp_path / "lesson.ipynb")
    with Image.open(tmp_path / "thumbnails" / "lesson.png") as picture:
        assert picture.size == (480, 240)
        assert picture.getpixel((0, 0)) == (255, 255, 255)


def test_a_lesson_without_a_tagged_figure_is_named(tmp_path):
    notebook_with_figure(tmp_path / "lesson.ipynb", [])
    with pytest.raises(ValueError, match=r"lesson.ipynb needs one cell tagged"):
        thumbnails.tagged_figure(tmp_path / "lesson.ipynb")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_each_lesson_has_its_thumbnail_in_the_readme(lesson):
    assert thumbnails.tagged_figure(lesson).width > 0
    assert thumbnails.thumbnail_path(lesson).is_file()
    readme = (COURSE / "README.md").read_text(encoding="utf-8")
    assert f"notebooks/{lesson.name}" in readme
    assert f"images/thumbnails/{lesson.stem}.png" in readme
