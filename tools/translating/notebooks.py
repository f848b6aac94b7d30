"""A lesson's notebook in another language: its texts are translated, all else is kept.

Texts are the text cells and the words for figures. Code, outputs, and the words inside
figures are those of the English lesson.
"""

import json
import os
import re

from tools.cells import source_of
from tools.lessons import COURSE, NOTEBOOKS, notebook_path
from tools.translating.blocks import NotInPieces, faults, rebuilt
from tools.translating.catalogs import (
    Refused,
    finished,
    path_of,
    shown,
    translated_lessons,
)

FOLDER = COURSE / "translated"  # what is written into it, git ignores
LINK = re.compile(r"(\]\()(?![a-z]+:|#)([^)#\s]+)")


def translated(name, language):
    """The lesson's notebook in the language, as the text of a file. Raises Refused."""
    path = path_of(language, name)
    words = finished(path)
    for text, translation in words.items():
        for fault in faults(text, translation):
            raise Refused(f"{shown(path)}: in “{translation[:80]}”, {fault}.")
    try:
        return in_other_words(notebook_path(name).read_text("utf-8"), words.__getitem__)
    except KeyError as error:
        raise Refused(
            f"{shown(path)} lacks “{error.args[0][:80]}”: make messages "
            f"LANGUAGE={language} LESSON={name.lstrip('0')} adds what is new."
        ) from None
    except NotInPieces as error:
        raise Refused(f"{shown(path)}: {error}") from None


def in_other_words(text, translate):
    """A notebook, as the text of its file, with each message as translate() has it."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            put(cell, rebuilt(source_of(cell), translate))
        elif "alt" in cell["metadata"]:
            cell["metadata"]["alt"] = translate(cell["metadata"]["alt"])
    return as_file(notebook)


def put(cell, text):
    """Put a text into a cell, in lines, as files hold it."""
    cell["source"] = text.splitlines(keepends=True)


def as_file(notebook):
    """A notebook as `make outputs` stores it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def beside(text, language):
    """A translated notebook for translated/de/: its links lead to the course's files.

    Those to lessons that are translated, too, lead to their translations.
    """
    neighbours = {notebook_path(name).name for name in translated_lessons(language)}

    def relocated(link):
        if link[2] in neighbours:
            return link[0]
        target = os.path.relpath(NOTEBOOKS / link[2], FOLDER / language)
        return link[1] + target.replace(os.sep, "/")

    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            put(cell, LINK.sub(relocated, source_of(cell)))
    return as_file(notebook)
