"""Which cells of a notebook must run, so that some names get their values.

A lesson may train for a minute; its answers seldom depend on that. So only those cells
are run that give or use the answers, those that give what these use, and so on.
"""

import re
import symtable

from IPython.core.inputtransformer2 import TransformerManager


def needed_cells(sources, names):
    """The indices of the cells that mention a name, or give what these need, in order.

    What a cell changes without naming it on the left of a `=` is not seen, nor are
    names that it uses before it gives them, as in `x = x + 1`.
    """
    cells, asked = [_names(source) for source in sources], set(names)
    chosen = set()
    waiting = [
        i
        for i, source in enumerate(sources)
        if asked & {*re.findall(r"\w+", source)} or "*" in cells[i][0]
    ]
    while waiting:
        number = waiting.pop()
        chosen.add(number)
        given, used = cells[number]
        givers = [_giver(name, number, cells) for name in used - given]
        waiting += {*givers} - chosen - {None}
    return sorted(chosen)


def _giver(name, number, cells):
    """The nearest cell above one that gives a name, or None."""
    above = range(number - 1, -1, -1)
    return next((i for i in above if name in cells[i][0]), None)


def _names(source):
    """The global names that a cell gives and those that it uses, functions included."""
    try:
        code = TransformerManager().transform_cell(source)
        table = symtable.symtable(code, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(), set()  # it will say so when it runs
    given, used = set(), set()
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported():
            given.add(symbol.get_name())
        if symbol.is_referenced():
            used.add(symbol.get_name())
    for inner in table.get_children():
        _add_globals(inner, given, used)
    if re.search(r"^\s*from\s.+\simport\s+\*", source, re.MULTILINE):
        given.add("*")
    return given, used


def _add_globals(table, given, used):
    for symbol in table.get_symbols():
        if symbol.is_global():
            (given if symbol.is_assigned() else used).add(symbol.get_name())
    for inner in table.get_children():
        _add_globals(inner, given, used)
