"""translations/de/08c_photos_from_a_folder.po and the like: a lesson in other words.

translations/de/site.po holds the words of the pages around the lessons.
"""

import re
from io import BytesIO, StringIO

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from tools.lessons import COURSE, all_lessons, lesson_name, notebook_path
from tools.whole_files import write_whole

FOLDER = COURSE / "translations"
SITE = "site"
LINE = re.compile(r'\s*(#.*|([a-z_]+(\[\d\])?\s+)?"(\\.|[^"\\])*"\s*)?')
CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
HEADER = """\
# {about}, in {language}.
# Text: CC BY 4.0. How to translate: CONTRIBUTING.md, "Translate a lesson"."""


class Refused(Exception):
    """A language or a file of translations that is no good; the message says why."""


def languages():
    """The languages that a lesson is translated into, in order: "de" …"""
    files = [path for path in FOLDER.glob("*/*.po") if path.stem != SITE]
    return sorted({path.parent.name for path in files})


def chosen_languages(text):
    """The language named, or all where none is. Raises Refused."""
    known, named = languages(), text.strip()
    if named and named not in known:
        raise Refused(
            f"Nothing is translated into {named!r}; there is: {', '.join(known)}. A "
            "translation begins with make messages LANGUAGE=… LESSON=…"
        )
    return [named] if named else known


def new_language(text):
    """The code of a language that may have no translation yet. Raises Refused."""
    named = text.strip()
    try:
        Locale.parse(named if CODE.fullmatch(named) else "")
    except (UnknownLocaleError, ValueError):
        raise Refused(
            f"{named or '(none named)'} is no code of a language: LANGUAGE=de is "
            "German, LANGUAGE=pt_BR Brazilian Portuguese."
        ) from None
    return named


def translated_lessons(language):
    """The names of the lessons that are translated, in order: "03", "08c" …"""
    return [name for name in all_lessons() if path_of(language, name).exists()]


def chosen_lessons(language, text):
    """The lesson named, or all that are translated. Raises Refused, UnknownLesson."""
    known = translated_lessons(language)
    if not text.strip():
        return known
    name = lesson_name(text)
    if name not in known:
        raise Refused(
            f"Lesson {name} is not translated into {language!r}; these are: "
            f"{', '.join(known)}."
        )
    return [name]


def path_of(language, name):
    """The file that translates a lesson, "08c", or the SITE."""
    stem = SITE if name == SITE else notebook_path(name).stem
    return FOLDER / language / f"{stem}.po"


def read(path):
    """The Catalog of a file. Raises Refused if the file is broken."""
    try:
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.split("\n"), start=1):
            if not LINE.fullmatch(line):  # Babel would take what is between
                raise ValueError(f"no text in quotation marks on line {number}")
        return read_po(StringIO(text), abort_invalid=True)
    except UnicodeDecodeError:
        raise Refused(f"{shown(path)} cannot be read: it is not UTF-8.") from None
    except (PoFileError, ValueError) as error:
        said = " ".join(str(error).split())
        raise Refused(f"{shown(path)} cannot be read: {said}.") from None


def finished(path):
    """{English: translation} of a file in which nothing is left to do.

    Raises Refused, with the first message that is not translated, or only guessed.
    """
    words = {}
    for message in read(path):
        if not message.id:
            continue
        if not message.string or message.fuzzy:
            what = "is fuzzy, a guess to be looked at" if message.fuzzy else "is empty"
            raise Refused(
                f"{shown(path)}: the translation of “{message.id[:80]}” {what}."
            )
        words[message.id] = message.string
    return words


def renewed(path, language, template):
    """The text of a file as it has to be now: what a template asks, and no more.

    A message that changed a little keeps its old translation as a guess, "fuzzy". A
    Catalog holds the messages in the order of the template.
    """
    old = read(path) if path.exists() else Catalog(locale=language)
    catalog = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for message in old:
        if message.id:
            catalog[message.id] = message
    catalog.update(template)
    ordered = Catalog(locale=language, charset="utf-8", fuzzy=False)
    name = Locale.parse(language).english_name
    about = "The words of the site's own pages" if path.stem == SITE else path.stem
    ordered.header_comment = HEADER.format(about=about, language=name)
    for message in template:
        if message.id:
            ordered[message.id] = catalog[message.id]
            ordered[message.id].flags -= {"python-format"}  # a percent sign is one
    file = BytesIO()
    write_po(file, ordered, width=88, ignore_obsolete=True, no_location=True)
    return without_dates(file.getvalue().decode())


def without_dates(text):
    """A file without the lines of its header that change while no message does."""
    changing = '"(Project-Id|Report-Msgid|POT-|PO-|Last-|Generated-|Language-Team).*\n'
    return re.sub(changing, "", text)


def write(path, text):
    """Write a file of translations, and the folder above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)


def shown(path):
    """A path as it is named in a sentence."""
    return path.relative_to(COURSE) if path.is_relative_to(COURSE) else path
