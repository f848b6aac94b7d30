"""Solutions with one slip each, made by rule: what nobody thought of writing.

mutmut and cosmic-ray change operators and constants too, but know no axis and no dtype,
and they change files and run whole test suites; a solution is a short text.
Source of the kinds: R. A. DeMillo, R. J. Lipton, F. G. Sayward, "Hints on test data
selection", Computer 11(4), 1978.
"""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

OPERATORS = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Add, ast.Div],
    ast.Div: [ast.Mult, ast.FloorDiv],
    ast.FloorDiv: [ast.Div, ast.Mult],
    ast.Mod: [ast.FloorDiv],
    ast.Pow: [ast.Mult],
    ast.MatMult: [ast.Mult],
    ast.BitAnd: [ast.BitOr],
    ast.BitOr: [ast.BitAnd],
    ast.USub: [ast.UAdd],
    ast.And: [ast.Or],
    ast.Or: [ast.And],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
# Functions, dtypes and settings that stand where another one could, by their names.
NAMES = {
    "float": "int",
    "float32": "uint8",
    "float64": "float16",
    "min": "max",
    "max": "min",
    "minimum": "maximum",
    "maximum": "minimum",
    "argmin": "argmax",
    "argmax": "argmin",
    "sum": "mean",
    "mean": "sum",
    "any": "all",
    "all": "any",
    "floor": "ceil",
    "ceil": "floor",
    "zeros": "ones",
    "zeros_like": "ones_like",
    "ones": "zeros",
    "reduce_sum": "reduce_mean",
    "reduce_mean": "reduce_sum",
}
STRINGS = {"same": "valid", "valid": "same", "relu": "linear", "float32": "uint8"}
AROUND = 24  # characters shown on either side of a slip


class Mutant(NamedTuple):
    """A solution with one slip."""

    slip: str  # what changed, to know it by: "np.zeros([3 → 4], dtype"
    code: str


def mutants(code) -> Iterator[Mutant]:
    """Yield each different text that one slip makes of a solution."""
    tree = ast.parse(code)
    before = ast.unparse(tree)
    seen = {before}
    for number, node in enumerate(ast.walk(tree)):
        for slip in _slips(node):
            changed = copy.deepcopy(tree)
            slip(list(ast.walk(changed))[number])
            text = ast.unparse(changed)
            if text not in seen:
                seen.add(text)
                yield Mutant(_difference(before, text), text)


def _difference(before, after):
    """What changed in the first line that did, with a few characters around it."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    old, new = next(pair for pair in pairs if pair[0] != pair[1])
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left, right = old[max(start - AROUND, 0) : start], old[len(old) - end :][:AROUND]
    was, is_now = old[start : len(old) - end], new[start : len(new) - end]
    return f"{left}[{was} → {is_now}]{right}".strip()


def _common(one, other):
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _slips(node):
    """Functions that each change such a node in place."""
    for field in ("op", "ops"):
        yield from _other_operators(node, field)
    if isinstance(node, ast.Constant):
        yield from (_setting("value", value) for value in _other_constants(node.value))
    for field in ("id", "attr"):
        if getattr(node, field, None) in NAMES:
            yield _setting(field, NAMES[getattr(node, field)])
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield lambda it: setattr(it, "test", ast.UnaryOp(ast.Not(), it.test))
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg in ("axis", "dtype", "keepdims"):
                yield _without(keyword.arg)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "astype":
            yield _without_cast


def _other_operators(node, field):
    """Replace a node's operator, or each of a comparison's operators."""
    operators = getattr(node, field, None)
    if field == "op" and operators is not None:
        yield from (_setting("op", other()) for other in _others(operators))
    for place, operator in enumerate(operators if field == "ops" and operators else ()):
        for other in _others(operator):
            yield lambda it, i=place, o=other: it.ops.__setitem__(i, o())


def _others(operator):
    return OPERATORS.get(type(operator), [])


def _other_constants(value):
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value + 1, value / 2, 2 * value]
    return [STRINGS[value]] if value in STRINGS else []


def _setting(field, value):
    return lambda node: setattr(node, field, value)


def _without(name):
    def drop(call):
        call.keywords = [one for one in call.keywords if one.arg != name]

    return drop


def _without_cast(call):
    """x.astype(t) becomes x.view(): the numbers stay of the type they have."""
    call.func.attr, call.args, call.keywords = "view", [], []
