"""The notebooks for elsewhere: the lessons' own cells, empty, and one that fetches."""

import re
import sys

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from course_site import editions
from tools.lessons import COURSE, all_lessons, notebook_path

FETCHING = "https://github.com/someone/cnn"


def stored(name):
    return nbformat.read(notebook_path(name), as_version=4).cells


@pytest.mark.parametrize("name", all_lessons())
def test_an_edition_holds_the_lesson_and_no_outputs(name):
    title, fetches, *others = editions.edition(name, FETCHING).cells
    assert [c.source for c in (title, *others)] == [c.source for c in stored(name)]
    assert [c.id for c in (title, *others)] == [c.id for c in stored(name)]
    assert title.cell_type == "markdown" and fetches.cell_type == "code"
    code = [cell for cell in others if cell.cell_type == "code"]
    assert {(len(cell.outputs), cell.execution_count) for cell in code} == {(0, None)}


def test_the_first_cell_is_short_and_runs_what_there_is():
    (fetches,) = [
        c for c in editions.edition("03", FETCHING).cells if c.id == "fetches"
    ]
    compile(TransformerManager().transform_cell(fetches.source), "cell", "exec")
    assert f"git clone --quiet --depth 1 {FETCHING} cnn-course" in fetches.source
    (script,) = re.findall(r"%run cnn-course/(\S+)", fetches.source)
    assert (COURSE / script).is_file()


def test_without_an_address_nothing_is_fetched():
    assert [c.source for c in editions.edition("03").cells] == [
        cell.source for cell in stored("03")
    ]


def test_links_lead_to_colab_and_github():
    text = "[3b](03b_more.ipynb#two) [data](../data/README.md) [web](https://x.org/a)"
    text += "![A cat.](../images/cat.png)"
    assert editions.linked_from_colab(text, "someone/cnn") == (
        "[3b](https://colab.research.google.com/github/someone/cnn/blob/colab/"
        "03b_more.ipynb#two) "
        "[data](https://raw.githubusercontent.com/someone/cnn/HEAD/data/README.md) "
        "[web](https://x.org/a)"
        "![A cat.](https://raw.githubusercontent.com/someone/cnn/HEAD/images/cat.png)"
    )


def test_the_workflow_gets_all_of_them(tmp_path, monkeypatch):
    folder = tmp_path / "colab"
    monkeypatch.setattr(sys, "argv", ["editions", "someone/cnn", str(folder)])
    editions.main()
    lessons = {notebook_path(name).name for name in all_lessons()}
    assert {file.name for file in folder.iterdir()} == lessons
    for file in folder.iterdir():
        notebook = nbformat.read(file, as_version=4)
        nbformat.validate(notebook)
        texts = "".join(c.source for c in notebook.cells if c.cell_type == "markdown")
        assert re.findall(r"\]\((?!https?:|#)[^)]*\)", texts) == []
        assert FETCHING in notebook.cells[1].source
