"""A page with playthings and nothing else, and the lessons that carry one."""

import shutil

import nbformat
import pytest

from course_site.network_scripts import LIBRARY, needed, network_scripts
from course_site.playing import page
from tests.site.visits import visit
from tools.lessons import COURSE
from utils.play.widget import PLAY

TFJS = COURSE / "site" / "node_modules" / "@tensorflow" / "tfjs" / "dist"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>To play with</title>
{scripts}
<body><main><article><h1>To play with</h1>{playthings}</article></main></body></html>"""


def write_page(path, *playthings):
    """Write a page of Playthings, as the site builds them into a lesson's.

    The scripts that they need, networks and their library, lie beside it.
    """
    scripts = needed([plaything.name for plaything in playthings])
    texts = network_scripts() if scripts else {}
    for script in scripts:
        if script == LIBRARY:
            shutil.copyfile(TFJS / script, path.parent / script)
        else:
            (path.parent / script).write_text(texts[script], encoding="utf-8")
    html = [
        page(
            n,
            plaything._repr_mimebundle_()["image/png"],
            plaything.name,
            plaything.data,
        )
        for n, plaything in enumerate(playthings)
    ]
    loaded = "".join(f'<script src="{script}"></script>' for script in scripts)
    text = PAGE.format(scripts=loaded, playthings="\n".join(html))
    path.write_text(text, encoding="utf-8")
    return path


def lessons_with(name):
    """The pages of the lessons that store the plaything, as paths in the site."""
    return [f"notebooks/{lesson}.html" for lesson, _ in _cells_with(name)]


def decks_with(name):
    """The decks that a lecturer plays with it in, as paths in the site."""
    return [
        f"slides/{lesson}.html"
        for lesson, cell in _cells_with(name)
        if cell.metadata.get("slide") != "skip" and lesson[2] == "_"  # dives have none
    ]


def _cells_with(name):
    return [
        (path.stem, cell)
        for path in sorted((COURSE / "notebooks").glob("*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if output.get("data", {}).get(PLAY, {}).get("widget") == name
    ]


class OnItsOwnPage:
    """What holds of every plaything; `path`, of the module, is a page with two of it.

    A module's class that inherits it runs it.
    """

    @pytest.mark.parametrize("theme", ["light", "dark"])
    @pytest.mark.parametrize("width", [1280, 390])
    def test_it_fits_and_axe_finds_nothing_serious(self, browser, path, width, theme):
        seen = visit(browser, path, width, theme, ".play")
        assert (seen.faults, seen.sticking_out, seen.requests) == ([], [], [])
        assert seen.errors == []

    def test_the_figures_give_way(self, page, path):
        page.goto(path.as_uri())
        assert page.locator(".play-box").count() == 2
        assert page.locator(".play > img").count() == 0
