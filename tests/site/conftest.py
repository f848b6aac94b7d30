"""The site as it is built, and a browser to look at its pages."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from tools.lessons import COURSE

OUT = COURSE / "site" / "out"


@pytest.fixture(scope="session")
def site_out():
    """The folder of the built site."""
    return OUT


@pytest.fixture(scope="session")
def browser():
    """Chromium, as Debian installs it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, site_out):
    """A function that opens a page of the site, as from a disk."""
    opened = []

    def open_page(name, width=1280, **settings):
        size = {"width": width, "height": 900}
        page = browser.new_page(viewport=size, **settings)
        opened.append(page)
        page.goto((site_out / name).as_uri())
        return page

    yield open_page
    for page in opened:
        page.close()
