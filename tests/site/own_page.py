"""A page with one plaything and nothing else, and the lessons that carry one."""

import nbformat

from course_site.playing import page
from tools.lessons import COURSE
from utils.play.widget import PLAY

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>To play with</title>
<body><main><article><h1>To play with</h1>{plaything}</article></main></body></html>"""


def write_page(path, plaything):
    """Write the page of a Plaything, as the site builds it into a lesson's."""
    figure = plaything._repr_mimebundle_()["image/png"]
    html = page("here", figure, plaything.name, plaything.data)
    path.write_text(PAGE.format(plaything=html), encoding="utf-8")
    return path


def lessons_with(name):
    """The pages of the lessons that store the plaything, as paths in the site."""
    return [
        f"notebooks/{path.stem}.html"
        for path in sorted((COURSE / "notebooks").glob("*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if output.get("data", {}).get(PLAY, {}).get("widget") == name
    ]
