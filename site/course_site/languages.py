"""A lesson's page leads to the same lesson in the other languages that have it."""

from docutils import nodes

from course_site.questions import lesson_of
from course_site.translated import what_is_translated
from course_site.words import ENGLISH, _, own_name
from tools.lessons import notebook_path
from tools.translating.catalogs import languages, translated_lessons

NAVIGATION = (
    '<nav class="elsewhere languages" aria-label="{label}"><ul>{items}</ul></nav>'
)


def setup(app):
    app.connect("doctree-read", add_links, priority=300)  # below where it runs
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_links(app, doctree):
    """Put the links below a lesson's title, and what is translated below them."""
    docname, language = app.env.docname, app.config.language
    if not docname.startswith("notebooks/"):
        return
    name = lesson_of(docname)
    others = [code for code in [ENGLISH, *languages()] if code != language]
    links = [
        link_to(code, language, notebook_path(name).stem)
        for code in others
        if code == ENGLISH or name in translated_lessons(code)
    ]
    title = next(doctree.findall(nodes.title))
    at = title.parent.index(title) + 1
    if language != ENGLISH:
        note = nodes.paragraph("", what_is_translated(), classes=["translated"])
        title.parent.insert(at, note)
    if links:
        label = _("This lesson in other languages")
        page = NAVIGATION.format(label=label, items="".join(links))
        title.parent.insert(at, nodes.raw("", page, format="html"))


def link_to(code, language, stem):
    """The item that leads from a lesson's page in one language to that in another."""
    root = "../" if language == ENGLISH else "../../"
    folder = "" if code == ENGLISH else f"{code}/"
    return (
        f'<li><a href="{root}{folder}notebooks/{stem}.html" lang="{code}" '
        f'hreflang="{code}">{own_name(code)}</a></li>'
    )
