"""The rules for how a notebook is stored, each a function of one notebook.

A rule takes a `StoredNotebook` and returns a list of problems: sentences that name
the notebook and the cell, none where the rule is kept. A code cell is named by the
number that JupyterLab shows beside it once it has run in order.
"""

import base64
import re
from collections import Counter

from nbformat.validator import iter_validate

from tests.notebooks.stored_notebook import output_texts
from tools.lessons import COURSE
from tools.png_format import is_as_drawn
from tools.small_png import is_opaque
from tools.stored_widgets import WIDGET_VIEW

MOST_BYTES = 2_500_000
MEAN_BYTES = 600_000  # of all notebooks together: a clone is light to fetch
MOST_BYTES_AS_DRAWN = 20_000  # of a picture that `make outputs` would make smaller

NOISE = re.compile(
    r"Warning: |WARNING|\babsl\b|\b[IWEF]\d{4} \d\d:\d\d|TF-TRT|oneDNN|\r"
    r"|\d+%\|"  # tqdm
    r"|(?<![━┏┳┡╇])━━"  # Keras' bar; in a table of summary() a corner comes first
    r"|(?i:\bcuda)"
)
ABSOLUTE_PATH = re.compile(
    r"(?<![\w.~:/])/(?:home|root|tmp|var|usr|opt|mnt|private|Users)/[^\s'\"<]*"
    r"|\b[A-Z]:\\{1,2}(?:Users|Windows|Temp|Program)[^\s'\"<]*"
    rf"|{re.escape(str(COURSE))}[^\s'\"<]*"
)


def is_valid_nbformat_4_5(notebook):
    found = [
        f"is not valid nbformat: {error.message[:200]}."
        for error in iter_validate(notebook.raw, version=4, version_minor=5)
    ]
    version = (notebook.raw["nbformat"], notebook.raw["nbformat_minor"])
    if version != (4, 5):
        found.append(f"is stored as nbformat {version[0]}.{version[1]}, not 4.5.")
    ids = Counter(cell.get("id") for cell in notebook.raw["cells"])
    found += [f"the cell id {i} appears {n} times." for i, n in ids.items() if n > 1]
    return [notebook.problem(sentence) for sentence in found]


def names_the_kernel_python3(notebook):
    name = notebook.node.metadata.get("kernelspec", {}).get("name")
    if name == "python3":
        return []
    return [notebook.problem(f"the kernel is called {name}, not python3.")]


def stores_nothing_of_one_machine(notebook):
    metadata = notebook.node.metadata
    found = []
    if "version" in metadata.get("language_info", {}):
        found.append("language_info holds a Python version; `make outputs` drops it.")
    if "widgets" in metadata:
        found.append("holds widget state; `make outputs` drops it.")
    if any(
        WIDGET_VIEW in output.get("data", {})
        for cell in notebook.code_cells
        for output in cell.outputs
    ):
        found.append("holds the view of a widget; `make outputs` drops it.")
    if any("execution" in cell.metadata for cell in notebook.code_cells):
        found.append("holds the time at which cells ran; `make outputs` drops it.")
    return [notebook.problem(sentence) for sentence in found]


def is_small(notebook):
    size = notebook.path.stat().st_size
    if size <= MOST_BYTES:
        return []
    return [
        notebook.problem(f"takes {size / 1e6:.1f} MB, more than {MOST_BYTES / 1e6:g}.")
    ]


def stores_its_pictures_small(notebook):
    return [
        notebook.problem(
            f"stores a picture of {len(png) // 1000} kB as it was drawn; "
            "`make outputs` makes it smaller.",
            cell,
        )
        for cell in notebook.code_cells
        for output in cell.outputs
        if "image/png" in output.get("data", {})
        and len(png := base64.b64decode(output.data["image/png"])) > MOST_BYTES_AS_DRAWN
        and is_as_drawn(png)
        and is_opaque(png)  # else it stays as it was drawn
    ]


def is_executed_in_order(notebook):
    return [
        notebook.problem(f"has execution count {cell.execution_count}.", cell)
        for number, cell in enumerate(notebook.code_cells, start=1)
        if cell.execution_count != number
    ]


def has_no_error_output(notebook):
    return [
        notebook.problem(f"stores the error {output.ename}: {output.evalue}", cell)
        for cell in notebook.code_cells
        for output in cell.outputs
        if output.output_type == "error"
    ]


def has_no_stderr(notebook):
    return [
        notebook.problem(f"stores text from stderr: {output.text[:80]!r}", cell)
        for cell in notebook.code_cells
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]


def has_no_noise_in_outputs(notebook):
    return [
        notebook.problem(f"stores noise in an output: {found[0]!r}", cell)
        for cell in notebook.code_cells
        for text in output_texts(cell)
        if (found := NOISE.search(text))
    ]


def has_no_absolute_path(notebook):
    found = [
        notebook.problem(f"names the absolute path {path[0]}", code_cell=cell)
        for cell in notebook.code_cells
        for text in (cell.source, *output_texts(cell))
        if (path := ABSOLUTE_PATH.search(text))
    ]
    return found + [
        notebook.problem(f"names the absolute path {path[0]}", text_cell=cell)
        for cell in notebook.text_cells
        if (path := ABSOLUTE_PATH.search(cell.source))
    ]


RULES = (
    is_valid_nbformat_4_5,
    names_the_kernel_python3,
    stores_nothing_of_one_machine,
    is_small,
    stores_its_pictures_small,
    is_executed_in_order,
    has_no_error_output,
    has_no_stderr,
    has_no_noise_in_outputs,
    has_no_absolute_path,
)
