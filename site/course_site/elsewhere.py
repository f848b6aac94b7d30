"""Where a lesson can be run: buttons at the top of its page, and a line at each task.

`course_repository` in conf.py ("owner/name" on GitHub) is what Colab and Binder need;
without it there is no button for them. `course_live` lists the lessons, "03", that run
on the site itself; their button is live_pages.py's.
"""

import base64
import html
from typing import NamedTuple

import nbformat
from docutils import nodes

from course_site.editions import binder, colab, edition, github
from course_site.figures import is_code_cell
from course_site.questions import lesson_of, source_of
from course_site.words import ENGLISH, _
from tools.cells import CALL
from tools.lessons import notebook_path


class Place(NamedTuple):
    """Where a lesson runs: its words in a sentence, its address, its button's text."""

    words: str
    address: str
    button: str = ""  # none: another part of the page has it


def setup(app):
    app.add_config_value("course_repository", "", "env", [str])
    app.add_config_value("course_live", [], "env", [list])
    app.add_css_file("elsewhere.css")
    app.connect("doctree-read", say_where)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def say_where(app, doctree):
    """Put the buttons below a lesson's title, and a line below each of its tasks."""
    docname = app.env.docname
    if not docname.startswith("notebooks/"):
        return
    name = lesson_of(docname)
    title = next(doctree.findall(nodes.title))
    language = app.config.language
    # Colab, Binder and the site itself run the English lesson.
    is_english = language == ENGLISH
    top = title.parent["ids"][0]
    places = places_for(app.config, name, top) if is_english else []
    at = title.parent.index(title) + 1
    title.parent.insert(
        at, nodes.raw("", buttons(places, download(app.config, name)), format="html")
    )
    for cell in list(doctree.findall(is_code_cell)):
        called = CALL.search(source_of(cell))
        if called and called[2] == "check":
            line = nodes.raw("", line_at_task(name, places, language), format="html")
            cell.parent.insert(cell.parent.index(cell) + 1, line)


def places_for(config, name, top):
    """The Places for a lesson, "03"; top: the id of its page's beginning."""
    file, repository = notebook_path(name).name, config.course_repository
    places = []
    if name in config.course_live:
        places.append(Place("in the browser (the button is at the top)", f"#{top}"))
    if repository:
        places.append(Place("on Colab", colab(repository, file), "Colab"))
        places.append(Place("on Binder", binder(repository, file), "Binder"))
    return places


def buttons(places, saving):
    """The links at the top of a page, as HTML; saving: one more of them."""
    links = [link(place.address, place.button) for place in places if place.button]
    items = "".join(f"<li>{each}</li>" for each in [*links, saving])
    label = _("Run this lesson")
    return f'<nav class="elsewhere" aria-label="{label}"><ul>{items}</ul></nav>'


def download(config, name):
    """The link that saves a lesson's notebook, as HTML.

    It holds the notebook: a link to a file on a disk would show it instead.
    """
    repository = config.course_repository
    address = github(repository) if repository else None
    notebook = edition(name, address, config.language)
    text = base64.b64encode(nbformat.writes(notebook).encode()).decode()
    word = _("Download")
    return (
        f'<a download="{notebook_path(name).name}" '
        f'href="data:application/x-ipynb+json;base64,{text}">{word}</a>'
    )


def line_at_task(name, places, language=ENGLISH):
    """Where a task can be solved, as HTML: on one's own computer, or in a place."""
    number = name.lstrip("0")
    if language != ENGLISH:
        said = _(
            "This page runs no Python. {command} writes this lesson's notebook into "
            "{folder}: solve it there, in JupyterLab."
        ).format(
            command=code(f"make translation LANGUAGE={language} LESSON={number}"),
            folder=code(f"translated/{language}/"),
        )
        return f'<p class="solve-it">{said}</p>\n'
    *others, last = [
        f"in JupyterLab ({code(f'make lab LESSON={number}')})",
        *(link(place.address, place.words) for place in places),
    ]
    first = ", ".join(others)
    where = f"{first} or {last}" if others else last
    return f'<p class="solve-it">This page runs no Python. Solve it {where}.</p>\n'


def code(text):
    """Something to type, as HTML."""
    return f"<code>{html.escape(text)}</code>"


def link(address, words):
    """A link as HTML."""
    return f'<a href="{html.escape(address)}">{words}</a>'
