"""The rule that watches the envelope: who touches MNIST's test digits, in which cells.

Lesson 9 tells its readers what holds for all lessons. For how a rule is written, see
notebook_rules.py.
"""

import ast
import re

# The lesson, in how many of its cells the test digits are named, and what for. What is
# computed from them, answers and scores, is not counted: it may be read again.
MAY_TOUCH = {
    "09": (3, "opened once, for one network; then its answers are held against them"),
    "09b": (2, "the labels beside the stored answers of lesson 9's one network"),
    "10": (1, "opened once, for the finished recipe"),
    "10c": (1, "finished networks, of which none was chosen with them"),
    "13b": (1, "layers that are used again: nothing is chosen"),
}

OTHER_WAYS = re.compile(r"mnist\.npz|datasets\.mnist|datasets import mnist")


def keeps_the_test_digits_sealed(notebook):
    """A lesson touches them in as many cells as MAY_TOUCH says, others in none."""
    lesson = notebook.path.name.partition("_")[0]
    allowed, _ = MAY_TOUCH.get(lesson, (0, ""))
    found = [
        notebook.problem("opens MNIST without load_mnist, unseen by this rule.", cell)
        for cell in notebook.code_cells
        if OTHER_WAYS.search(cell.source)
    ]
    touching = touching_cells(notebook.code_cells)
    if len(touching) > allowed:
        sentence = (
            f"touches MNIST's test digits, as {len(touching)} cells do; MAY_TOUCH in "
            f"sealed_test_rules.py allows {allowed}."
        )
        found.append(notebook.problem(sentence, touching[allowed]))
    elif len(touching) < allowed:
        sentence = (
            f"touches MNIST's test digits in {len(touching)} cells: make that of the "
            f"{allowed} in MAY_TOUCH of sealed_test_rules.py."
        )
        found.append(notebook.problem(sentence))
    return found


def touching_cells(cells):
    """The cells that read a name of the test digits, or take them from load_mnist."""
    sealed, touching = set(), []
    for cell in cells:
        tree = ast.parse(re.sub(r"^%.*", "", cell.source, flags=re.MULTILINE))
        given_names = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and _loads_mnist(node.value):
                given_names.add(node.value)
                sealed |= _test_names(node.targets)
            elif isinstance(node, ast.Assign) and _is_part_of(node.value, sealed):
                sealed |= _names_in(node.targets)
        if any(
            _reads(node, sealed) or (_loads_mnist(node) and node not in given_names)
            for node in ast.walk(tree)
        ):
            touching.append(cell)
    return touching


def _reads(node, names):
    return (
        isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Load)
        and node.id in names
    )


def _loads_mnist(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func).rpartition(".")[2] == "load_mnist"
    )


def _test_names(targets):
    """The names given to the second of the two parts; to both, if not told apart."""
    pair = targets[0]
    if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
        targets = pair.elts[1:]
    return {name for name in _names_in(targets) if name != "_"}


def _is_part_of(value, sealed):
    """Whether it is one of the sealed names, a part of it, or a row of such parts."""
    if isinstance(value, ast.Tuple | ast.List):
        return any(_is_part_of(part, sealed) for part in value.elts)
    while isinstance(value, ast.Subscript):
        value = value.value
    return isinstance(value, ast.Name) and value.id in sealed


def _names_in(nodes):
    return {
        part.id
        for node in nodes
        for part in ast.walk(node)
        if isinstance(part, ast.Name)
    }


RULES = (keeps_the_test_digits_sealed,)
