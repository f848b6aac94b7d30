"""The site in another language: the lessons that are translated, and a first page.

`make site` builds it into site/out/de/, beside the English pages. Where a lesson leads
to what is not translated, it leads to the English page.
"""

import os
import re
from pathlib import Path

import nbformat

from course_site.front import toctree
from course_site.lecturing import guides
from course_site.sources import ALSO, CARRIED, NODE_MODULES, copy, files_linked, write
from course_site.words import _
from tools.lessons import COURSE, NOTEBOOKS, notebook_path
from tools.translating.catalogs import translated_lessons
from tools.translating.notebooks import translated

LINK = re.compile(r"(?<!!)\[([^]]*)\]\((?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?\)")


def setup(app):
    app.connect("config-inited", lay_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def lay_out(app, config):
    """Write what Sphinx reads, and say what the theme is called in this language."""
    work, language = Path(app.srcdir), config.language
    names = translated_lessons(language)
    for name in names:
        notebook = nbformat.reads(translated(name, language), as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                for file in files_linked(notebook_path(name), cell.source):
                    if page_of(file) is None:
                        copy(COURSE / file, work / file)
                cell.source = led_to_pages(cell.source, names)
        path = work / "notebooks" / notebook_path(name).name
        write(path, nbformat.writes(notebook))
    write(work / "index.md", first_page(language, names))
    for file, carried in CARRIED.items():
        copy(NODE_MODULES / file, work / "_carried" / carried)
    config.html_static_path = ["static", str(work / "_carried")]
    if config.html_baseurl:
        config.html_baseurl += f"{language}/"
    config.author = _("the authors of this course")
    config.copyright = _("2026, the authors of this course: text CC BY 4.0, code MIT")
    config.html_title = _("Convolutional networks")
    config.html_theme_options["logo"] = {
        "text": _("Convolutional networks, from the first pixel")
    }
    config.html_theme_options["search_bar_text"] = _("Search the course")


def led_to_pages(text, names):
    """A lesson's text, its links leading to English pages, but to lessons of names."""
    neighbours = {notebook_path(name).name for name in names}

    def led(link):
        words, target, place = link.groups()
        if target in neighbours:
            return link[0]
        file = Path(os.path.normpath(NOTEBOOKS / target)).relative_to(COURSE)
        page = page_of(file.as_posix())
        if page is None:
            return link[0]
        return f'<a href="../../{page}{place or ""}" hreflang="en">{words}</a>'

    return LINK.sub(led, text)


def page_of(file):
    """The English page that shows a file of the course, both as paths, or None."""
    if file.startswith("notebooks/") or file in [*ALSO, *guides()]:
        return f"{os.path.splitext(file)[0]}.html"
    return None


def first_page(language, names):
    """The first page in Markdown: which lessons there are, and what is translated."""
    stems = [f"notebooks/{notebook_path(name).stem}" for name in names]
    lessons = "\n".join(f"- [](notebooks/{notebook_path(n).name})" for n in names)
    all_lessons = _("All lessons, in English")
    return "\n\n".join(
        [
            "# " + _("Convolutional neural networks, from the first pixel"),
            _("A free course that runs on your own computer, without a network."),
            _("These lessons are translated:"),
            lessons,
            what_is_translated(),
            f'<a href="../index.html" hreflang="en">{all_lessons}</a>',
            toctree(stems, _("Lessons")),
        ]
    )


def what_is_translated():
    """What a reader has to expect, in the language of the page."""
    return _(
        "The texts are translated. Code, its outputs and the words inside figures are "
        "those of the English lesson, and so is what is said of your solutions."
    )
