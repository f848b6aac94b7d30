"""README's table of lessons says of each what the lesson says of itself."""

import re

import pytest

from tests.notebooks.stored_notebook import StoredNotebook
from tools.lessons import COURSE

README = (COURSE / "README.md").read_text(encoding="utf-8")
NOTEBOOKS = [StoredNotebook(path) for path in sorted(COURSE.glob("notebooks/*.ipynb"))]
STATED = re.compile(r"About (\d+) minutes(?: to read, (\d+) for the tasks)?\.")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda n: n.path.stem)
def test_its_row_has_its_title(notebook):
    """The first page of the site takes its cards from here, its pages from there."""
    title = notebook.text_cells[0].source.partition("\n")[0].removeprefix("# ")
    assert f"[{title}](notebooks/{notebook.path.name})" in README


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda n: n.path.stem)
def test_its_row_has_its_minutes(notebook):
    opening = "\n".join(cell.source for cell in notebook.text_cells[:2])
    minutes = " + ".join(filter(None, STATED.search(opening).groups()))
    assert f"](notebooks/{notebook.path.name}) | {minutes} |" in README
