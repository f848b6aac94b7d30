"""The site that the tests open, and the browser that opens it.

The site is built by `make site LIVE=1` unless it is newer than all that it is made of.
"""

import functools
import os
import shutil
import subprocess

import pytest

from tests.site.pages import lesson_page
from tools.lessons import COURSE

OUT = COURSE / "site" / "out"
READY = COURSE / "site" / "work" / "ready"  # written last, by a build without a warning
DECKS = COURSE / "slides" / "ready"
MADE_OF = (
    "notebooks",
    "images",
    "data",
    "site",
    "utils",
    "Makefile",
    "tests/README.md",
    "guides",
    "translations",
    "tools/translating",
)
MADE_OF += tuple(file.name for file in COURSE.glob("*.md"))
LEFT_OUT = ("site/out", "site/work", "site/jupyter_execute", "site/node_modules")
LEFT_OUT += ("site/downloads", "site/kept_figures", "site/translated")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = (
    "The site's pages are tested in Chromium, which is not here: install it (on "
    "Debian: apt install chromium), or name yours in CHROMIUM=/path/to/chromium."
)
CALM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CALM += ["--disable-component-update", "--disable-sync", "--no-first-run"]


def pytest_sessionstart(session):
    """Build the site, once for all workers."""
    if hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    if find_browser() is None:
        raise pytest.UsageError(NO_BROWSER)
    if not is_new():
        built = subprocess.run(["make", "site", "LIVE=1"], cwd=COURSE)
        if built.returncode != 0:
            raise pytest.UsageError("make site failed; what it says stands above.")


def find_browser():
    """The path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def is_new():
    """Whether all of site/out/ was built, after all that it is made of."""
    if not READY.exists() or not (OUT / "live" / "index.html").exists():
        return False
    built = READY.stat().st_mtime
    if DECKS.exists() and DECKS.stat().st_mtime > built:
        return False  # the site carries them
    return all(file.stat().st_mtime < built for file in sources())


def sources():
    """The files that the site is made of."""
    for name in MADE_OF:
        path = COURSE / name
        for file in path.rglob("*") if path.is_dir() else [path]:
            inside = file.relative_to(COURSE).as_posix()
            if file.is_file() and not inside.startswith(LEFT_OUT):
                if "__pycache__" not in inside and "notebooks/saved" not in inside:
                    yield file


@pytest.fixture(scope="session")
def out():
    """The folder of the built site."""
    return OUT


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=CALM)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A page of a reader who has never been here, 1280 pixels wide, in light."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(120_000)  # half a minute is little on a busy computer
    yield context.new_page()
    context.close()


@pytest.fixture
def plaything(page, out):
    """Opens a lesson's page, "03", and finds on it the plaything of a title."""

    def find(lesson, title):
        page.goto(lesson_page(out, lesson))
        box = page.get_by_role("group", name=title, exact=True)
        box.scroll_into_view_if_needed()
        return box

    return find


@pytest.fixture
def box(page, path, request):
    """The first plaything of the module's TITLE on its own page, `path`."""
    page.goto(path.as_uri())
    return page.get_by_role("group", name=request.module.TITLE, exact=True).first


@pytest.fixture(scope="session")
def visit(browser):
    """Open a file as a page and look at it once: see tests.site.visits."""
    from tests.site.visits import visit

    return functools.cache(functools.partial(visit, browser))
