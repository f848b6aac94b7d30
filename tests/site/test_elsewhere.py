"""Each lesson's page says where it runs, and offers the notebook; nothing false."""

import re
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import nbformat
import pytest

from course_site.elsewhere import DOWNLOADS, buttons, line_at_task, places_for
from tests.exercises.lessons import DECLARED, MODULES
from tests.site.pages import lesson_page
from tools.lessons import COURSE, all_lessons, notebook_path
from utils.checking.record import exercises
from utils.checking.tasks import Task

NOWHERE = SimpleNamespace(course_repository="", course_live={})
EVERYWHERE = SimpleNamespace(
    course_repository="someone/cnn", course_live={"03": "live/lab/index.html?path=3"}
)


@pytest.mark.parametrize("name", all_lessons())
def test_each_page_offers_its_notebook(page, out, name):
    page.goto(lesson_page(out, name))
    links = page.get_by_role("navigation", name="Run this lesson").get_by_role("link")
    target = links.last.evaluate("link => link.href")
    file = out / DOWNLOADS / notebook_path(name).name
    assert links.last.inner_text() == "Download"
    assert unquote(urlsplit(target).path) == file.as_posix()
    nbformat.validate(nbformat.read(file, as_version=4))
    tasks = exercises(MODULES[name], Task) if name in DECLARED else []
    assert page.locator(".solve-it").count() == len(tasks)


def test_a_click_downloads_it_from_a_disk(page, out, tmp_path):
    page.goto(lesson_page(out, "03"))
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download", exact=True).click()
    assert downloading.value.suggested_filename == "03_pooling.ipynb"
    downloading.value.save_as(tmp_path / "lesson.ipynb")
    notebook = nbformat.read(tmp_path / "lesson.ipynb", as_version=4)
    assert notebook.cells[0].source.startswith("# 3 · Pooling")


def test_all_places_are_named_where_there_are_all():
    here, colab, binder = places_for(EVERYWHERE, "03", "../")
    assert here.address == "../live/lab/index.html?path=3"
    assert colab.address == (
        "https://colab.research.google.com/github/someone/cnn/blob/colab/03_pooling.ipynb"
    )
    assert urlsplit(binder.address).path == "/v2/gh/someone/cnn/HEAD"
    (opened,) = parse_qs(urlsplit(binder.address).query)["urlpath"]
    assert opened == "lab/tree/notebooks/03_pooling.ipynb"
    assert (COURSE / opened.removeprefix("lab/tree/")).is_file()
    found = re.findall(r">([^<>]+)</a>", buttons([here, colab, binder], "x.ipynb"))
    assert found == ["Run it here", "Colab", "Binder", "Download"]
    line = re.sub("<[^>]+>", "", line_at_task("03", [here, colab, binder]))
    assert line == (
        "This page does not run code. Solve it in JupyterLab (make lab LESSON=3), live "
        "in this browser, on Colab or on Binder.\n"
    )


def test_no_place_is_named_that_there_is_not():
    assert places_for(NOWHERE, "03", "../") == []
    assert [place.button for place in places_for(EVERYWHERE, "04", "../")] == [
        "Colab",
        "Binder",
    ]
    assert buttons([], "x.ipynb").count("<a ") == 1
    line = re.sub("<[^>]+>", "", line_at_task("03b", []))
    assert line == (
        "This page does not run code. Solve it in JupyterLab (make lab LESSON=3b).\n"
    )
