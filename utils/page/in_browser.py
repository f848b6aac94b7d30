"""A kernel in a browser: what needs TensorFlow is skipped there, and says so.

Pyodide, the Python of a browser, has no edition of TensorFlow. So that a lesson runs on
all the same, `tensorflow` and `keras` are stand-ins there, which say at their first use
what they lack. That ends the cell, without a traceback, and what the cell would have
defined is a stand-in too: later cells that build on it are skipped likewise.
"""

import ast
import sys
from contextlib import contextmanager
from types import ModuleType

NAMES = ("tensorflow", "keras")
SENTENCE = (
    "Skipped from here on: this needs TensorFlow, which does not run in a browser. On "
    "your own computer, `make lab` runs it; the lesson's page has what it shows there."
)


def is_browser():
    """Whether this Python runs in a browser."""
    return sys.platform == "emscripten"


class NeedsTensorFlow(ImportError):
    """Ends a cell that a browser cannot run."""

    def __init__(self):
        super().__init__(SENTENCE)

    def _render_traceback_(self):
        """The lines that IPython shows in place of a traceback."""
        return [SENTENCE]


def _refuse(*_, **__):
    raise NeedsTensorFlow


class StandIn:
    """Stands for what only TensorFlow could have made; every use of it is refused."""

    def __getattr__(self, name):  # is asked only for what does not exist
        if name.startswith("__") or name in ("_repr_mimebundle_", "_ipython_display_"):
            raise AttributeError(name)  # Python and IPython look what a value can do
        raise NeedsTensorFlow

    __call__ = __getitem__ = __setitem__ = __iter__ = __len__ = __bool__ = _refuse
    __array__ = __float__ = __int__ = __index__ = __contains__ = _refuse
    __add__ = __sub__ = __mul__ = __truediv__ = __matmul__ = __pow__ = _refuse
    __radd__ = __rsub__ = __rmul__ = __rtruediv__ = __rmatmul__ = __rpow__ = _refuse
    __neg__ = __abs__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __eq__ = __ne__ = __format__ = _refuse
    __hash__ = None

    def __repr__(self):
        """The sentence, where a cell only shows it."""
        return SENTENCE


class _Module(StandIn, ModuleType):
    """A stand-in that `import` takes."""

    __repr__ = ModuleType.__repr__
    __hash__ = ModuleType.__hash__


@contextmanager
def without_tensorflow():
    """Let `import tensorflow` and `import keras` in the block give stand-ins.

    Cells of the notebook that use them are skipped from then on.
    """
    _skip_cells()
    sys.modules.update({name: _Module(name) for name in NAMES})
    try:
        yield
    finally:
        for name in NAMES:  # so that nobody takes them for installed
            del sys.modules[name]


def _skip_cells():
    """Have the kernel print a sentence where a cell needs TensorFlow, and go on."""
    from IPython import get_ipython

    shell = get_ipython()
    others, their_handler = shell.custom_exceptions, shell.CustomTB
    if NeedsTensorFlow in others:
        return

    def show(shell, kind, error, trace, tb_offset=None):
        if not issubclass(kind, NeedsTensorFlow):
            return their_handler(kind, error, trace, tb_offset=tb_offset)
        print(SENTENCE)
        for name in _names_given_by(shell.user_ns["In"][-1]):
            shell.user_ns.setdefault(name, StandIn())

    shell.set_custom_exc((NeedsTensorFlow, *others), show)


def _names_given_by(source):
    """The names that a cell gives a value when it runs; not those inside functions."""
    nodes, names = [ast.parse(source)], set()
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
        if not isinstance(node, ast.Lambda | ast.ListComp | ast.GeneratorExp):
            nodes += ast.iter_child_nodes(node)
    return names
