"""What is handed out is the lesson without outputs, and replaces nobody's work."""

import nbformat
import pytest

from tests.tools.submission_cells import TASKS
from tools import assignment
from tools.lessons import COURSE


def test_an_assignment_is_the_lesson_without_outputs(tmp_path):
    notebook = nbformat.read(assignment.make_assignment("01", tmp_path), 4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert not any(
        "outputs_hidden" in cell.metadata.get("jupyter", {}) for cell in code
    )
    asked = [c.metadata["exercise"] for c in code if "exercise" in c.metadata]
    assert asked == [*TASKS]
    assert [cell.id for cell in notebook.cells[:3]][1:] == ["hand-in", "student"]


def test_an_assignment_that_was_edited_is_not_overwritten(tmp_path):
    path = assignment.make_assignment("01", tmp_path)
    assert assignment.make_assignment("01", tmp_path) == path
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(assignment.AlreadyThere, match="move or delete it first"):
        assignment.make_assignment("01", tmp_path)
    assert path.read_text(encoding="utf-8").endswith("\n\n")


def test_what_is_handed_out_and_in_stays_out_of_the_repository():
    ignored = (COURSE / ".gitignore").read_text().splitlines()
    assert {"assignments/", "submissions/"} <= {*ignored}
    assert assignment.FOLDER == COURSE / "assignments"
