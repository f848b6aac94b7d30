"""A name that a notebook does not know yet: which of its cells defines it."""

import ast
import json
import os
import re
import sys
from pathlib import Path

NEXT = "Run that cell first, or all above: Run ▸ Run All Above Selected Cell."
MAGIC = re.compile(r"^[%!].*$", re.MULTILINE)  # what is no Python
UNQUOTED = r"\.answer\(\s*{}\s*\)"  # as in .answer(b)


def explain_missing_names():
    """Have the kernel, if there is one, say of a NameError which cell is to be run.

    Tracebacks stay as they are, and get a line more. Of `answer(b)`, without quotes,
    one sentence is all that is shown.
    """
    if _kernel():
        _kernel().set_custom_exc((NameError,), _show)


def where_defined(name):
    """Which cell of the notebook defines a name, as a sentence; "" if none is found."""
    shell = _kernel()
    for path in _notebooks(shell) if shell else ():
        if place := _place_of(name, path, without=_source_of_cell(shell)):
            return f"`{name}` is defined {place}. {NEXT}"
    return ""


def _kernel():
    """The IPython shell of a notebook's kernel; None in a script or in a test."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


def _show(shell, kind, error, trace, tb_offset=None):
    """Show a NameError, as IPython wants its handlers to do."""
    name = getattr(error, "name", None) or ""
    if re.search(UNQUOTED.format(re.escape(name)), _source_of_cell(shell)):
        sentence = f'The letter of a choice stands between quotes: answer("{name}").'
        error._render_traceback_ = lambda: [sentence]
    elif kind is NameError and (place := where_defined(name)):
        error.add_note(place)
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _source_of_cell(shell):
    """What the learner has just run."""
    return shell.user_ns.get("In", [""])[-1]


def _notebooks(shell):
    """Where the kernel's notebook may lie: as its editor says, else by the lesson."""
    named = shell.user_ns.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")
    for path in filter(None, named):
        yield Path(path)
    for module in [*sys.modules]:
        if found := re.fullmatch(r"utils\.exercises\.lesson_(\d\d[a-z]?)", module):
            yield from Path.cwd().glob(f"{found[1]}_*.ipynb")


def _place_of(name, path, without):
    """The section and the line of a notebook that define a name; None if none does."""
    section = ""
    for cell in _cells_of(path):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            headings = re.findall(r"^#+ +(.+?)\s*$", source, re.MULTILINE)
            section = headings[-1] if headings else section
        elif cell["cell_type"] == "code" and source.strip() != without.strip():
            if line := _line_that_defines(name, source):
                below = f', in the section "{section}"' if section else ""
                return f"by `{line}`{below}"
    return None


def _cells_of(path):
    """The cells of a notebook; none of a file that is no notebook, or not there."""
    try:
        page = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    cells = page.get("cells") if isinstance(page, dict) else None
    return cells if isinstance(cells, list) else []


def _line_that_defines(name, source):
    """The line of a cell that gives the name a value; None if there is none."""
    try:
        nodes = ast.parse(MAGIC.sub("pass", source)).body
    except SyntaxError:
        return None  # it defines nothing before it is mended
    while nodes:
        node = nodes.pop(0)
        if name in _names_given_by(node):
            return source.splitlines()[node.lineno - 1].strip()
        for block in ("body", "orelse", "handlers", "finalbody"):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
                inner = getattr(node, block, None)
                nodes += inner if isinstance(inner, list) else []
    return None


def _names_given_by(node):
    """The names that a statement itself defines, without the blocks inside it."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(one.asname or one.name).partition(".")[0] for one in node.names}
    targets = [*getattr(node, "targets", []), getattr(node, "target", None)]
    targets += [item.optional_vars for item in getattr(node, "items", [])]
    parts = [part for target in targets if target for part in ast.walk(target)]
    names = [part for part in parts if isinstance(part, ast.Name)]
    return {part.id for part in names if isinstance(part.ctx, ast.Store)}
