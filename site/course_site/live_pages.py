"""What the pages say of the live lessons: a button on each, and a page of help."""

import posixpath
import shutil

from docutils import nodes

from course_site.live_contents import HELLO, live_notebooks
from course_site.live_packages import SITE
from course_site.sources import write

HELP = "live_lessons"
LICENCE = SITE / "live" / "MPL-2.0.txt"
BUTTON = """<p class="live-lesson"><a class="live-button" href="{lesson}">Run this
lesson in the browser</a> <a href="{help}">How this works</a></p>"""
HELP_PAGE = """---
orphan: true
---
# Lessons that run in your browser

On the pages of these lessons, *Run this lesson in the browser* opens the lesson in
JupyterLab, with Python inside the page: nothing is installed, and nothing that you
write leaves your computer. The first visit loads some 55 MB.

{lessons}

## What to know

{hello}
- **From a disk** it does not start: browsers refuse it. Who has this site as a folder
  types `python -m http.server` in it, and opens `http://localhost:8000`.

## What it is made of

JupyterLite 0.6, BSD-3-Clause; the licences of its parts lie in
`live/build/third-party-licenses.json`. Pyodide 0.27.7, MPL-2.0
([its text](licences/pyodide/MPL-2.0.txt)); its source is at
<https://github.com/pyodide/pyodide>. Pyodide holds CPython (PSF licence), OpenBLAS
(BSD-3-Clause), OpenSSL 1.1.1 (its own licence) and SQLite (public domain). Every Python
package in `live/static/pyodide` carries its licence inside.
"""


def connect(app):
    """Have Sphinx call what this file holds."""
    app.add_js_file("live.js")
    app.connect("config-inited", write_help, priority=600)  # after the sources
    app.connect("config-inited", name_lessons)
    app.connect("doctree-resolved", add_button)


def name_lessons(app, config):
    """Let the line at each task, of elsewhere.py, know which lessons run here."""
    config.course_live = [path.name.partition("_")[0] for path in live_notebooks()]


def write_help(app, config):
    """Write the page of help, work/live_lessons.md, and the text of a licence."""
    page = HELP_PAGE.format(
        lessons="\n".join(f"- [](notebooks/{path.name})" for path in live_notebooks()),
        hello=HELLO.read_text("utf-8").partition("\n\n")[2].rstrip(),
    )
    write(app.srcdir / f"{HELP}.md", page)
    place = app.srcdir / "licences" / "pyodide" / LICENCE.name
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(LICENCE, place)


def add_button(app, doctree, docname):
    """Put the button below the title of a lesson that runs in the browser."""
    folder, name = posixpath.split(docname)
    if folder != "notebooks" or name not in [path.stem for path in live_notebooks()]:
        return
    html = BUTTON.format(
        lesson=f"../live/lab/index.html?path=notebooks/{name}.ipynb",
        help=app.builder.get_relative_uri(docname, HELP),
    )
    title = next(iter(doctree.findall(nodes.title)))
    place = title.parent.index(title) + 1
    title.parent.insert(place, nodes.raw("", html, format="html"))
