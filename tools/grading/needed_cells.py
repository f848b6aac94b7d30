"""Which cells of a notebook must run, so that some names get their values.

A lesson may train for a minute; its answers seldom depend on that. So at first only
those cells are run that give, change or use the answers, those that do so with what
these use, and so on. What is not right then is run from top to bottom.
"""

import ast
import re
import symtable
from typing import NamedTuple

from IPython.core.inputtransformer2 import TransformerManager

HELP = re.compile(r"#?\s*exercise\.\w+\.(hint|solution)\(\)")
SHOWN_AS_IS = re.compile(r"\A\s*%%(time|timeit|capture|prun)\b.*")  # Python follows


class Names(NamedTuple):
    """The global names of a cell: those it gives, changes in place, and needs."""

    given: set
    changed: set
    needed: set
    imported: set


def needed_cells(sources, names):
    """The indices of the cells that mention a name, or give what these need, in order.

    What a cell changes in a hidden way, as through another name, is not seen.
    """
    cells, asked = [_names(source) for source in sources], set(names)
    modules = set().union(*(cell.imported for cell in cells))  # plt.show() is no change
    cells = [cell._replace(changed=cell.changed - modules) for cell in cells]
    chosen = set()
    waiting = [
        i
        for i, source in enumerate(sources)
        if asked & _words(source) or "*" in cells[i].given
    ]
    while waiting:
        number = waiting.pop()
        chosen.add(number)
        for name in cells[number].needed:
            waiting += {*_makers(name, number, cells)} - chosen
    return sorted(chosen)


def untouched(sources, names, handed_out):
    """Those of the names which nothing mentions but cells as they were handed out.

    A task among them is open, however the other cells go. handed_out: sources, too.
    """
    known = {_without_help(source) for source in handed_out}
    edited = map(_without_help, sources)
    words = set().union(*(_words(source) for source in edited if source not in known))
    return {name for name in names if name not in words}


def _without_help(source):
    return "\n".join(HELP.sub("", source).split())


def _words(source):
    return {*re.findall(r"\w+", source)}


def _makers(name, number, cells):
    """The cells above one that change a name, up to the nearest that gives it."""
    for above in range(number - 1, -1, -1):
        if name in cells[above].given | cells[above].changed:
            yield above
        if name in cells[above].given and name not in cells[above].needed:
            return


def _names(source):
    """The Names of a cell, functions included."""
    try:
        code = TransformerManager().transform_cell(SHOWN_AS_IS.sub("", source))
        table, tree = symtable.symtable(code, "<cell>", "exec"), ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Names(set(), set(), set(), set())  # it will say so when it runs
    given, used, imported = set(), set(), set()
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported():
            given.add(symbol.get_name())
        if symbol.is_referenced():
            used.add(symbol.get_name())
        if symbol.is_imported():
            imported.add(symbol.get_name())
    for inner in table.get_children():
        _add_globals(inner, given, used)
    if re.search(r"^\s*from\s.+\simport\s+\*", source, re.MULTILINE):
        given.add("*")
    changed = {name for statement in tree.body for name in _changed(statement)}
    needed = used - given | _used_first(tree, given)
    return Names(given, changed, needed, imported)


def _add_globals(table, given, used):
    for symbol in table.get_symbols():
        if symbol.is_global():
            (given if symbol.is_assigned() else used).add(symbol.get_name())
    for inner in table.get_children():
        _add_globals(inner, given, used)


def _changed(statement):
    """Names whose value a statement changes in place, as far as it shows.

    `x[0] = 1`, `x.y = 1`, `x += 1`, `del x[0]`, and what is called for its effect
    alone, `x.sort()`.
    """
    for node in ast.walk(statement):
        if isinstance(node, ast.Subscript | ast.Attribute):
            if not isinstance(node.ctx, ast.Load):
                yield _base(node)
        elif isinstance(node, ast.AugAssign):
            yield _base(node.target)
        elif isinstance(node, ast.keyword) and node.arg == "out":
            yield _base(node.value)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield _base(node.value.func, of_a_method=True)


def _base(node, of_a_method=False):
    """The name that an expression such as a.b[0].c begins with; "" if it has none."""
    if of_a_method and isinstance(node, ast.Name):
        return ""
    while isinstance(node, ast.Subscript | ast.Attribute | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _used_first(tree, given):
    """Names that a cell gives, but uses before that, as in `x = x + 1`."""
    first, stored = set(), set()
    for statement in tree.body:
        nodes = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            first |= {n.id for n in nodes if isinstance(n.ctx, ast.Load)} - stored
        if isinstance(statement, ast.AugAssign):
            first |= {_base(statement.target)} - stored
        stored |= {n.id for n in nodes if isinstance(n.ctx, ast.Store)}
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            stored.add(statement.name)
        elif isinstance(statement, ast.Import | ast.ImportFrom):
            stored |= {(a.asname or a.name).partition(".")[0] for a in statement.names}
    return first & given
