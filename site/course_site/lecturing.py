"""For lecturers: the guides of guides/ as pages, and the decks of slides/ beside them.

A deck is made by `make slides`, which runs the lessons; the site carries those that are
there. `course_slides` is whether they are.
"""

import shutil
from pathlib import Path, PurePosixPath

from docutils import nodes

from course_site.elsewhere import link
from course_site.questions import lesson_of
from tools.lessons import COURSE, notebook_path

SLIDES = COURSE / "slides"
NAVIGATION = (
    '<nav class="elsewhere lecturing" aria-label="For who teaches this lesson">'
    "<ul>{items}</ul></nav>"
)


def setup(app):
    app.add_config_value("course_slides", False, "env", [bool])
    app.connect("config-inited", look_for_slides)
    app.connect("doctree-read", add_links, priority=400)  # below where it runs
    app.connect("build-finished", carry_slides)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def guides():
    """The guides as paths from the course's root, in order: guides/03_pooling.md."""
    found = sorted((COURSE / "guides").glob("*.md"))
    return [file.relative_to(COURSE).as_posix() for file in found]


def look_for_slides(app, config):
    config.course_slides = (SLIDES / "ready").exists()


def add_links(app, doctree):
    """Lead from a lesson's page to its guide and its deck, and from the guide back."""
    folder = PurePosixPath(app.env.docname).parts[0]
    if folder not in ("notebooks", "guides"):
        return
    stem = notebook_path(lesson_of(app.env.docname)).stem
    links = []
    if folder == "guides":
        links.append(link(f"../notebooks/{stem}.html", "The lesson"))
    elif f"guides/{stem}.md" in guides():
        links.append(link(f"../guides/{stem}.html", "Lecturer's guide"))
    if links and app.config.course_slides:
        links.append(link(f"../slides/{stem}.html", "Slides"))
    if links:
        title = next(doctree.findall(nodes.title))
        items = "".join(f"<li>{each}</li>" for each in links)
        page = NAVIGATION.format(items=items)
        at = title.parent.index(title) + 1
        title.parent.insert(at, nodes.raw("", page, format="html"))


def carry_slides(app, exception):
    """Copy the decks to where the pages lead to."""
    if exception is None and app.config.course_slides:
        target = Path(app.outdir) / "slides"
        shutil.copytree(SLIDES, target, ignore=shutil.ignore_patterns("ready"))
