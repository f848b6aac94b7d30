"""What `make outputs` strips from a lesson, and what it must leave."""

import json
import re
import shlex
import subprocess
import sys

from nbformat.v4 import new_code_cell, new_notebook, new_output

from tools.lessons import COURSE

KEPT = {
    "alt": "Two bars: the second is higher.",
    "jupyter": {"outputs_hidden": True, "source_hidden": True},
    "tags": ["thumbnail"],
}


def test_the_metadata_of_cells_is_kept_and_the_times_are_not(tmp_path):
    recipe = (COURSE / "Makefile").read_text("utf-8").replace("\\\n", " ")
    (options,) = re.findall(r"\$\(BIN\)/nbstripout (.*?) \$\$notebooks", recipe)
    cell = new_code_cell("draw()", metadata=KEPT | {"execution": {"a": "b"}})
    cell.outputs = [new_output("stream", name="stdout", text="1\n")]
    cell.execution_count = 3
    path = tmp_path / "lesson.ipynb"
    widgets = {"application/vnd.jupyter.widget-state+json": {}}
    path.write_text(
        json.dumps(new_notebook(cells=[cell], metadata={"widgets": widgets}))
    )
    command = [sys.executable, "-m", "nbstripout", *shlex.split(options), path]
    subprocess.run(command, check=True)
    stripped = json.loads(path.read_text("utf-8"))
    (kept,) = stripped["cells"]
    assert kept["metadata"] == KEPT
    assert kept["execution_count"] == 3 and kept["outputs"]
    assert "widgets" not in stripped["metadata"]
