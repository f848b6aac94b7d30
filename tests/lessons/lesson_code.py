"""The code that a lesson shows, for tests and benchmarks: nothing of it is copied.

`run_cells` runs cells as they stand. Else, of a notebook's top level these are taken,
in order: imports (also those inside `with quiet_start():`), functions, classes, and
UPPER_CASE names that are literals.
"""

import ast
import functools
import hashlib
import io
import re
import tokenize

import nbformat

from tools.lessons import COURSE

NOTEBOOKS = COURSE / "notebooks"
IMPORTS = (ast.Import, ast.ImportFrom)
DEFINITIONS = (*IMPORTS, ast.FunctionDef, ast.ClassDef)


@functools.cache
def cell_sources(lesson):
    """The code of the lesson's cells, by id."""
    notebook = nbformat.read(NOTEBOOKS / f"{lesson}.ipynb", as_version=4)
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}


def run_cells(lesson, page, *ids, **changed):
    """Run some cells on a page, with `NAME = r"…"` lines changed, each exactly once."""
    for cell_id in ids:
        code = cell_sources(lesson)[cell_id]
        for name, value in changed.items():
            line = re.compile(rf'^{name} = r".*"', re.MULTILINE)
            code, count = line.subn(lambda _, n=name, v=value: f"{n} = {v!r}", code)
            if count != 1:
                raise ValueError(f"{cell_id} does not name {name} in one line.")
        exec(compile(code, cell_id, "exec"), page)


def cell_fingerprint(lesson, cell_id):
    """sha256 of a cell of the lesson, as it stands."""
    return hashlib.sha256(cell_sources(lesson)[cell_id].encode()).hexdigest()


def lesson_namespace(lesson):
    """What notebooks/<lesson>.ipynb defines, by name; nothing else of it is run."""
    page = {"__name__": lesson}
    nodes = [node for node, _ in _definitions(lesson)]
    program = ast.Module(nodes, type_ignores=[])
    exec(compile(program, f"notebooks/{lesson}.ipynb", "exec"), page)
    return page


def lesson_nodes(lesson):
    """The syntax trees of what notebooks/<lesson>.ipynb defines, in order."""
    return [node for node, _ in _definitions(lesson)]


def fingerprint(lesson, names):
    """sha256 of what the lesson defines under these names, in this order.

    Comments, docstrings and white space do not count: they change no result. Raises
    ValueError if the lesson defines no such name.
    """
    sources = {
        name: _bare(node, source)
        for node, source in _definitions(lesson)
        for name in _names(node)
    }
    missing = [name for name in names if name not in sources]
    if missing:
        raise ValueError(f"{lesson} does not define {', '.join(missing)}.")
    text = "\n".join(sources[name] for name in names)
    return hashlib.sha256(text.encode()).hexdigest()


def module_fingerprint(file):
    """sha256 of a module, such as "utils/training/equal_terms.py"; see fingerprint."""
    source = (COURSE / file).read_text(encoding="utf-8")
    nodes = ast.parse(source).body
    text = "\n".join(_bare(node, source) for node in nodes if not _is_text(node))
    return hashlib.sha256(text.encode()).hexdigest()


def _definitions(lesson):
    """(node, source of its cell) of all that is taken from the lesson."""
    notebook = nbformat.read(NOTEBOOKS / f"{lesson}.ipynb", as_version=4)
    return [
        (node, cell.source)
        for cell in notebook.cells
        if cell.cell_type == "code"
        for node in ast.parse(cell.source).body
        if isinstance(node, DEFINITIONS) or _is_constant(node) or _only_imports(node)
    ]


def _is_text(node):
    """Whether it is a string alone: the docstring of a module."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_constant(node):
    """Whether it is NAME = literal."""
    if not isinstance(node, ast.Assign) or not all(map(str.isupper, _names(node))):
        return False
    try:
        ast.literal_eval(node.value)
    except ValueError:
        return False
    return bool(_names(node))


def _only_imports(node):
    return isinstance(node, ast.With) and all(isinstance(n, IMPORTS) for n in node.body)


def _names(node):
    """The names that a definition gives; none for imports."""
    if isinstance(node, ast.Assign):
        return [part.id for part in node.targets if isinstance(part, ast.Name)]
    return [node.name] if hasattr(node, "name") else []


def _bare(node, cell):
    """Source of a node without comments, docstrings, blanks and line ends."""
    docstrings = {
        part.body[0].lineno
        for part in ast.walk(node)
        if isinstance(part, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(part)
    }
    tokens = tokenize.generate_tokens(io.StringIO(cell + "\n").readline)
    text = "".join(
        token.string
        for token in tokens
        if node.lineno <= token.start[0] <= node.end_lineno
        and token.type != tokenize.COMMENT
        and not (token.type == tokenize.STRING and token.start[0] in docstrings)
    )
    return "".join(text.split())
