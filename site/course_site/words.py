"""The pages' own words in the language of the site: `_("Download")`.

`make messages` gathers what stands in `_("…")`; translations/de/site.po translates it.
"""

from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from sphinx.locale import get_translation

from tools.translating.catalogs import SITE, finished, path_of, read

CATALOG = "course_site"
ENGLISH = "en"
translated = get_translation(CATALOG)


def setup(app):
    language = app.config.language
    folder = Path(app.doctreedir) / "words"
    if language != ENGLISH:
        compiled = folder / language / "LC_MESSAGES" / f"{CATALOG}.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with compiled.open("wb") as file:
            write_mo(file, read(path_of(language, SITE)))
    app.add_message_catalog(CATALOG, folder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _(text):
    """The words in the language of the site that is being built."""
    return str(translated(text))


def own_name(language):
    """What a language calls itself: "Deutsch"."""
    name = Locale.parse(language).get_display_name(language)
    return name[:1].upper() + name[1:]


@cache
def words_of_lesson(language, name):
    """{English: translation} of what is said in a lesson, "03"; in English, nothing."""
    return {} if language == ENGLISH else finished(path_of(language, name))
