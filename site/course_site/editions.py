"""A lesson's edition for elsewhere: no outputs, and a first cell that fetches.

The notebooks of the course import its helpers and open its pictures, so one alone does
not run. The stored ones stay as they are, for readers who have the course; these are
made from them, for a download and for Colab.

    python -m course_site.editions OWNER/REPOSITORY FOLDER    # all of them, for Colab
"""

import re
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell

from tools.cells import clear
from tools.lessons import all_lessons, notebook_path

BRANCH = (
    "colab"  # where the workflow publishes them: Colab opens GitHub's branches only
)
COLAB = "https://colab.research.google.com/github/{repository}/blob/{branch}/{file}"
BINDER = (
    "https://mybinder.org/v2/gh/{repository}/HEAD?urlpath=lab/tree/notebooks/{file}"
)
ON_GITHUB = "https://raw.githubusercontent.com/{repository}/HEAD/{file}"
FETCHES = """\
# Fetches what this lesson needs, unless it is here already: a minute or two, once.
from pathlib import Path

try:
    import utils.exercises
except ModuleNotFoundError:
    if not Path("cnn-course").exists():
        !git clone --quiet --depth 1 {address} cnn-course
    %run cnn-course/tools/elsewhere.py"""
NEIGHBOUR = re.compile(r"\]\(([\w.-]+\.ipynb)(#[^)]*)?\)")
FILE_OF_THE_COURSE = re.compile(r"\]\(\.\./([\w./-]+)\)")


def edition(name, address=None, language="en"):
    """A lesson's notebook as a node, empty; address: of the repository to clone.

    Where there is no address, nothing can be fetched, and the first cell is left out.
    """
    notebook = nbformat.reads(text_of(name, language), as_version=4)
    for cell in notebook.cells:
        clear(cell)
    if address:
        fetches = FETCHES.format(address=address)
        notebook.cells.insert(1, new_code_cell(fetches, id="fetches"))
    return notebook


def text_of(name, language):
    """The file of a lesson's notebook in a language."""
    if language == "en":
        return notebook_path(name).read_text(encoding="utf-8")
    from tools.translating.notebooks import translated  # needs the site's packages

    return translated(name, language)


def colab_edition(name, repository):
    """As edition, its links leading to Colab and GitHub; repository: "owner/name"."""
    notebook = edition(name, github(repository))
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = linked_from_colab(cell.source, repository)
    return notebook


def linked_from_colab(text, repository):
    """A text whose links lead somewhere where no course lies around it."""

    def to_lesson(link):
        return f"]({colab(repository, link[1])}{link[2] or ''})"

    def to_file(link):
        return f"]({ON_GITHUB.format(repository=repository, file=link[1])})"

    return FILE_OF_THE_COURSE.sub(to_file, NEIGHBOUR.sub(to_lesson, text))


def github(repository):
    """The address of a repository, "owner/name"."""
    return f"https://github.com/{repository}"


def colab(repository, file):
    """The address under which Colab opens a lesson's edition."""
    return COLAB.format(repository=repository, branch=BRANCH, file=file)


def binder(repository, file):
    """The address under which Binder opens the lesson, in a course of its own."""
    return BINDER.format(repository=repository, file=file)


def main():
    """For the workflow: write Colab's editions, under the lessons' own names."""
    repository, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name in all_lessons():
        text = nbformat.writes(colab_edition(name, repository)) + "\n"
        (folder / notebook_path(name).name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
