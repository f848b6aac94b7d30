"""Where a lesson can be run: buttons at the top of its page, and a line at each task.

`course_repository` in conf.py ("owner/name" on GitHub) is what Colab and Binder need;
without it there is no button for them. `course_live` holds the lessons that run on the
site itself: {"03": address from the site's root}.
"""

import html
from pathlib import Path
from typing import NamedTuple

from docutils import nodes

from course_site.editions import binder, colab, edition, github, write_editions
from course_site.figures import is_code_cell
from course_site.questions import lesson_of, source_of
from tools.cells import CALL
from tools.lessons import notebook_path

DOWNLOADS = "downloads"  # the folder of the site that holds the notebooks


class Place(NamedTuple):
    """Where a lesson runs: its button's text, its words in a sentence, its address."""

    button: str
    words: str
    address: str


def setup(app):
    app.add_config_value("course_repository", "", "env", [str])
    app.add_config_value("course_live", {}, "env", [dict])
    app.add_css_file("elsewhere.css")
    app.connect("doctree-read", say_where)
    app.connect("build-finished", offer_downloads)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def say_where(app, doctree):
    """Put the buttons below a lesson's title, and a line below each of its tasks."""
    docname = app.env.docname
    if not docname.startswith("notebooks/"):
        return
    name, to_root = lesson_of(docname), "../" * docname.count("/")
    places = places_for(app.config, name, to_root)
    download = f"{to_root}{DOWNLOADS}/{notebook_path(name).name}"
    title = next(doctree.findall(nodes.title))
    at = title.parent.index(title) + 1
    title.parent.insert(at, nodes.raw("", buttons(places, download), format="html"))
    for cell in list(doctree.findall(is_code_cell)):
        called = CALL.search(source_of(cell))
        if called and called[2] == "check":
            line = nodes.raw("", line_at_task(name, places), format="html")
            cell.parent.insert(cell.parent.index(cell) + 1, line)


def places_for(config, name, to_root):
    """The Places for a lesson, "03"; to_root: from its page to the site's root."""
    file, repository = notebook_path(name).name, config.course_repository
    places = []
    if name in config.course_live:
        address = to_root + config.course_live[name]
        places.append(Place("Run it here", "live in this browser", address))
    if repository:
        places.append(Place("Colab", "on Colab", colab(repository, file)))
        places.append(Place("Binder", "on Binder", binder(repository, file)))
    return places


def buttons(places, download):
    """The links at the top of a page, as HTML; download: where the notebook lies."""
    links = [link(place.address, place.button) for place in places]
    links.append(f'<a href="{html.escape(download)}" download>Download</a>')
    items = "".join(f"<li>{each}</li>" for each in links)
    return f'<nav class="elsewhere" aria-label="Run this lesson"><ul>{items}</ul></nav>'


def line_at_task(name, places):
    """Where a task can be solved, as HTML: on one's own computer, or in a place."""
    number = name.lstrip("0")
    *others, last = [
        f"in JupyterLab (<code>make lab LESSON={number}</code>)",
        *(link(place.address, place.words) for place in places),
    ]
    first = ", ".join(others)
    where = f"{first} or {last}" if others else last
    return f'<p class="solve-it">This page does not run code. Solve it {where}.</p>\n'


def link(address, words):
    """A link as HTML."""
    return f'<a href="{html.escape(address)}">{words}</a>'


def offer_downloads(app, exception):
    """Write the notebooks that the pages offer for download."""
    if exception is None and app.builder.format == "html":
        repository = app.config.course_repository
        address = github(repository) if repository else None
        folder = Path(app.outdir) / DOWNLOADS
        write_editions(folder, lambda name: edition(name, address))
