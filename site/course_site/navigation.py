"""The navigation's folds get names: the theme leaves them as bare arrows.

A lesson's dives are folded beneath it; the arrow says whose they are.
"""

import re

from course_site.words import _

BARE = re.compile(r">([^<>]+)</a>(<details[^>]*>)<summary>")


def setup(app):
    app.connect("html-page-context", name_folds, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def name_folds(app, pagename, templatename, context, doctree):
    """Wrap the theme's function that writes the navigation."""
    written_by_theme = context["generate_toctree_html"]
    name = _("Dives beneath {lesson}").format(lesson=r"\1")
    named = rf'>\1</a>\2<summary aria-label="{name}">'

    def with_names(*arguments, **options):
        return BARE.sub(named, str(written_by_theme(*arguments, **options)))

    context["generate_toctree_html"] = with_names
