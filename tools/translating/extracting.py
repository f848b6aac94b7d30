"""What there is to translate: Sphinx takes the messages out of the lessons.

Sphinx reads the text cells as they are. Three kinds of words stand where it does not
look, so that it is given each as a paragraph of its own: what names a fold, inside
HTML; the words for a figure, in the metadata of the cell that shows it; and what the
page of a lesson says of each choice of a question, in the lesson's predictions.py.
"""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tools.cells import call_in, clear
from tools.lessons import COURSE, exercises_module, notebook_path
from tools.translating.blocks import EXTENSIONS, SUMMARY

PICTURE = re.compile(r"!\[([^]]+)\]\(")
# Nothing is looked up or shown, so nothing leads nowhere.
CONF = f"""\
extensions = ["myst_nb"]
nb_execution_mode = "off"
myst_enable_extensions = {EXTENSIONS}
gettext_compact = False
gettext_location = False
gettext_uuid = False
suppress_warnings = ["myst", "toc", "image"]
"""


def templates(names):
    """{name: the Catalog of what is to be translated in the lesson}, in its order."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder, "source"), Path(folder, "out")
        source.mkdir()
        source.joinpath("conf.py").write_text(CONF, encoding="utf-8")
        source.joinpath("index.md").write_text("# Lessons\n", encoding="utf-8")
        for name in names:
            path = notebook_path(name)
            notebook = nbformat.read(path, as_version=4)
            text = nbformat.writes(for_sphinx(notebook, name))
            source.joinpath(path.name).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning"]
        subprocess.run([*command, "-b", "gettext", source, out], check=True)
        return {name: without_words_of_pictures(out, name) for name in names}


def for_sphinx(notebook, name):
    """The notebook without outputs, with each word that Sphinx would miss as a cell."""
    cells = []
    for cell in notebook.cells:
        clear(cell)
        cells.append(cell)
        missed = [cell.metadata["alt"]] if "alt" in cell.metadata else []
        if cell.cell_type == "markdown":
            missed += SUMMARY.findall(cell.source)
        missed += said_of_choices(cell, name)
        for n, text in enumerate(missed):
            more = nbformat.v4.new_markdown_cell(text, id=f"{cell.id[:56]}-said-{n}")
            cells.append(more)
    notebook.cells = cells
    return notebook


def said_of_choices(cell, name):
    """What a question says of each of its choices, if the cell asks one."""
    exercise, kind = call_in(cell) or ("", "")
    if kind != "answer":
        return []
    question = getattr(exercises_module(name), exercise)
    return [question.verdict(letter).text for letter in sorted(question.choices)]


def without_words_of_pictures(out, name):
    """The Catalog of a lesson's template.

    The words for a picture in a text are left out: they stand in its paragraph, too.
    """
    path = notebook_path(name)
    with (out / f"{path.stem}.pot").open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            for words in PICTURE.findall(cell.source):
                catalog.delete(words)
    return catalog


def site_template():
    """The Catalog of the words that course_site marks by _("…")."""
    catalog = Catalog()
    folder = COURSE / "site" / "course_site"
    for _file, _line, text, *_rest in extract_from_dir(folder, keywords={"_": None}):
        catalog.add(text)
    return catalog
