"""The site as it lies on the disk: its pages, links, size, and figures' words."""

import functools
import json
import re

import nbformat
import pytest

from course_site.lecturing import guides
from course_site.sources import ALSO, CARRIED, NODE_MODULES
from tests.site.conftest import OUT
from tests.site.stored_pages import StoredPage
from tools.lessons import COURSE, all_lessons, notebook_path
from tools.translating.catalogs import languages, translated_lessons

LESSONS = [notebook_path(name).stem for name in all_lessons()]
MEGABYTES = 10 + len(LESSONS)  # what all pages share, and one for each lesson
stored = functools.cache(StoredPage)


def pages():
    """All pages, but those of the lessons that run in the browser, and the decks."""
    inside = sorted(file.relative_to(OUT) for file in OUT.rglob("*.html"))
    others = {"live", "_static", "slides"}  # de/_static, too
    return [file for file in inside if others.isdisjoint(file.parts[:2])]


def test_every_lesson_and_every_text_is_a_page(out):
    wanted = {f"notebooks/{stem}.html" for stem in LESSONS}
    wanted |= {file.replace(".md", ".html") for file in [*ALSO, *guides()]}
    wanted |= {"index.html", "licences.html", "search.html"}
    for language in languages():
        stems = [notebook_path(name).stem for name in translated_lessons(language)]
        wanted |= {f"{language}/notebooks/{stem}.html" for stem in stems}
        wanted |= {f"{language}/index.html", f"{language}/search.html"}
    there = {page.as_posix() for page in pages()}
    assert wanted <= there
    assert there - wanted <= {"live_lessons.html"}


def test_it_fits_on_a_stick(out):
    size = sum(
        file.stat().st_size
        for file in out.rglob("*")
        if file.is_file() and file.relative_to(out).parts[0] != "live"
    )
    assert size < MEGABYTES * 1e6


def test_no_source_map_is_carried(out):
    assert not list((out / "_static").rglob("*.map"))


def test_links_within_the_site_lead_somewhere(out):
    def ids_of(path):
        return stored(path).ids if path.suffix == ".html" else set()

    missing = {
        page.as_posix(): links
        for page in pages()
        if (links := sorted(set(stored(out / page).missing(ids_of))))
    }
    assert missing == {}


@pytest.mark.parametrize("stem", LESSONS)
def test_its_figures_have_the_words_of_the_notebook(out, stem):
    notebook = nbformat.read(COURSE / "notebooks" / f"{stem}.ipynb", as_version=4)
    written = [
        cell.metadata["alt"]
        for cell in notebook.cells
        if cell.cell_type == "code" and "alt" in cell.metadata
    ]
    page = stored(out / "notebooks" / f"{stem}.html")
    shown = [picture.alt for picture in page.pictures if picture.in_output]
    assert shown == written and written


@pytest.mark.parametrize("stem", LESSONS)
def test_no_formula_stays_source(out, stem):
    words = " ".join(stored(out / "notebooks" / f"{stem}.html").words)
    assert re.findall(r"\$\$|\$[^$\n]{1,80}\$|\\(?:frac|sum|cdot|times)\b", words) == []


def test_dives_stand_beneath_their_lesson(out):
    text = (out / "index.html").read_text(encoding="utf-8")
    (navigation,) = re.findall(
        r'<p[^>]*class="caption"[^>]*><span[^>]*>Lessons</span></p>\s*(.*?)<p[^>]*class="caption"',
        text,
        re.DOTALL,
    )
    listed = re.findall(
        r'toctree-l(\d)[^"]*"><a[^>]*href="notebooks/(\w+)\.html"', navigation
    )
    wanted = [("2" if stem[2] != "_" else "1", stem) for stem in LESSONS]
    assert listed == wanted


def test_a_card_for_every_lesson(out):
    text = (out / "index.html").read_text(encoding="utf-8")
    cards = re.findall(r'<h3><a href="notebooks/(\w+)\.html">', text)
    assert cards == LESSONS


def test_what_is_carried_comes_with_its_licence(out):
    words = " ".join(" ".join(stored(out / "licences.html").words).split())
    for file in CARRIED:
        folders = (NODE_MODULES / file).relative_to(NODE_MODULES).parts
        name = "/".join(folders[: 2 if file.startswith("@") else 1])
        about = json.loads((NODE_MODULES / name / "package.json").read_text("utf-8"))
        assert f"{about['name']} {about['version']}" in words
    texts = [link for link in stored(out / "licences.html").links if "LICEN" in link]
    assert len(texts) >= len(CARRIED) + 4
