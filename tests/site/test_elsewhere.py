"""Each lesson's page says where it runs, and offers the notebook; nothing false."""

import base64
import re
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest

from course_site.elsewhere import buttons, line_at_task, places_for
from course_site.live_pages import name_lessons
from tests.exercises.lessons import DECLARED, MODULES
from tests.site.pages import lesson_page
from tools.lessons import COURSE, all_lessons, core_lessons, notebook_path
from utils.checking.record import exercises
from utils.checking.tasks import Task

SAVE = '<a download="x.ipynb">Download</a>'
NOWHERE = SimpleNamespace(course_repository="", course_live=[])
EVERYWHERE = SimpleNamespace(course_repository="someone/cnn", course_live=["03"])


@pytest.mark.parametrize("name", all_lessons())
def test_each_page_offers_its_notebook(out, name):
    text = (out / "notebooks" / f"{notebook_path(name).stem}.html").read_text("utf-8")
    (nav,) = re.findall('<nav class="elsewhere".*?</nav>', text)
    (saved_as, held) = re.search(
        'download="(.*?)" href="data:[^,]*,(.*?)"', nav
    ).groups()
    assert saved_as == notebook_path(name).name
    notebook = nbformat.reads(base64.b64decode(held).decode(), as_version=4)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells if cell.id != "fetches"]
    stored = nbformat.read(notebook_path(name), as_version=4)
    assert ids == [cell.id for cell in stored.cells]


@pytest.mark.parametrize("name", core_lessons())
def test_each_core_lesson_leads_to_its_guide_and_its_slides(out, name):
    stem = notebook_path(name).stem
    text = (out / "notebooks" / f"{stem}.html").read_text("utf-8")
    (nav,) = re.findall('<nav class="elsewhere lecturing".*?</nav>', text)
    links = re.findall('href="(.*?)"', nav)
    assert links == [f"../guides/{stem}.html", f"../slides/{stem}.html"]
    assert all((out / "notebooks" / link).resolve().is_file() for link in links)


@pytest.mark.parametrize("name", DECLARED)
def test_each_task_says_where_it_can_be_solved(out, name):
    text = (out / "notebooks" / f"{notebook_path(name).stem}.html").read_text("utf-8")
    tasks = exercises(MODULES[name], Task)
    assert text.count('<p class="solve-it">') == len(tasks)


def test_a_click_saves_it_from_a_page_on_a_disk(page, out, tmp_path):
    page.goto(lesson_page(out, "03"))
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download", exact=True).click()
    assert downloading.value.suggested_filename == "03_pooling.ipynb"
    downloading.value.save_as(tmp_path / "lesson.ipynb")
    notebook = nbformat.read(tmp_path / "lesson.ipynb", as_version=4)
    assert notebook.cells[0].source.startswith("# 3 · Pooling")


def test_all_places_are_named_where_there_are_all():
    here, colab, binder = places_for(EVERYWHERE, "03", "pooling")
    assert here.address == "#pooling"
    assert colab.address == (
        "https://colab.research.google.com/github/someone/cnn/blob/colab/03_pooling.ipynb"
    )
    assert urlsplit(binder.address).path == "/v2/gh/someone/cnn/HEAD"
    (opened,) = parse_qs(urlsplit(binder.address).query)["urlpath"]
    assert opened == "lab/tree/notebooks/03_pooling.ipynb"
    assert (COURSE / opened.removeprefix("lab/tree/")).is_file()
    found = re.findall(r">([^<>]+)</a>", buttons([here, colab, binder], SAVE))
    assert found == ["Colab", "Binder", "Download"]
    line = re.sub("<[^>]+>", "", line_at_task("03", [here, colab, binder]))
    assert line == (
        "This page runs no Python. Solve it in JupyterLab (make lab LESSON=3), in "
        "the browser (the button is at the top), on Colab or on Binder.\n"
    )


def test_the_live_lessons_are_named_at_their_tasks():
    config = SimpleNamespace(course_repository="")
    name_lessons(None, config)
    places = [bool(places_for(config, name, "top")) for name in ("01", "04b", "05")]
    assert places == [True, True, False]


def test_no_place_is_named_that_there_is_not():
    assert places_for(NOWHERE, "03", "pooling") == []
    assert [place.button for place in places_for(EVERYWHERE, "04", "edges")] == [
        "Colab",
        "Binder",
    ]
    assert buttons([], SAVE).count("<a ") == 1
    line = re.sub("<[^>]+>", "", line_at_task("03b", []))
    assert line == (
        "This page runs no Python. Solve it in JupyterLab (make lab LESSON=3b).\n"
    )
