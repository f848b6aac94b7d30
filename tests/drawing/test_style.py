"""The course's style can be read from the back row, and figures stand on the page."""

import matplotlib.pyplot as plt
import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from tools.lessons import NOTEBOOKS, notebook_path
from utils.drawing.style import use_course_style


def test_course_style_is_large_enough_for_the_back_row():
    with plt.rc_context():
        use_course_style()
        assert plt.rcParams["font.size"] >= 11


def test_a_style_set_for_other_work_does_not_count():
    with plt.rc_context():
        use_course_style()
        everywhere = {**plt.rcParams}
    with plt.rc_context({"axes.grid": True, "text.usetex": True, "font.size": 3}):
        use_course_style()
        assert {**plt.rcParams} == everywhere


def outputs_of(*sources):
    """What cells put out when a notebook's kernel runs them beside the lessons."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    resources = {"metadata": {"path": NOTEBOOKS}}
    NotebookClient(notebook, kernel_name="python3", resources=resources).execute()
    return [output for cell in notebook.cells for output in cell.outputs]


@pytest.mark.long
@pytest.mark.parametrize("backend", ["agg", "PDF", "tkagg"])
def test_a_backend_set_for_other_work_leaves_the_figures_on_the_page(
    monkeypatch, backend
):
    monkeypatch.setenv("MPLBACKEND", backend)
    first, *_ = [
        cell.source
        for cell in nbformat.read(notebook_path("01"), as_version=4).cells
        if cell.cell_type == "code"
    ]
    (figure,) = outputs_of(first, "plt.plot([1, 2])\nplt.show()")
    assert "image/png" in figure.data


@pytest.mark.long
def test_a_backend_chosen_in_the_notebook_stays(monkeypatch):
    monkeypatch.delenv("MPLBACKEND", raising=False)
    style = "from utils.drawing.style import use_course_style\nuse_course_style()"
    name = "import matplotlib; print(matplotlib.get_backend())"
    (printed,) = outputs_of("%matplotlib agg", style, name)
    assert printed.text == "agg\n"
