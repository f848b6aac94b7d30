"""What a reader plays with, in three forms: whoever shows it picks one.

A plaything is one ES module, utils/play/NAME.js, that builds it from plain JSON data.
In a notebook with a kernel it is a widget. What is stored with a notebook is a figure
of its first state, and the data: a page that runs JavaScript builds it from these, and
every other page shows the figure.
"""

import base64
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from IPython.core.pylabtools import print_figure

from utils.page.buttons import can_click

MODULES = Path(__file__).parent
PLAY = "application/vnd.cnn-course.play+json"
MOST_CHARACTERS = 60_000  # of data, which is stored with the notebook
RELATIVE_IMPORT = re.compile(r'\b((?:from|import)\s+)"(\.{1,2}/[^"]+)"')


class Plaything:
    """What the last line of a cell shows: a widget, and a figure where none can run."""

    def __init__(self, name, data, draw, text, answer=None):
        """Hold what utils/play/NAME.js is built from.

        name: NAME. data: what its `mount` gets; plain JSON, at most 60 000 characters.
        draw: a function that draws the first state and returns the figure. text: the
        one line that stands where not even a figure can. answer: for a module that asks
        the kernel; from what it sends to what it gets, a message and bytes.
        """
        length = len(json.dumps(data, separators=(",", ":")))
        if length > MOST_CHARACTERS:
            raise ValueError(
                f"The data of {name} take {length} characters, and every copy of the "
                f"notebook carries them: at most {MOST_CHARACTERS}, please."
            )
        self.name, self.data, self.text = name, data, text
        self._draw, self._answer = draw, answer

    def _repr_mimebundle_(self, include=None, exclude=None):
        """All forms at once, as IPython asks for them."""
        figure = self._draw()
        picture = print_figure(figure, fmt="png", base64=True)
        plt.close(figure)
        forms = {
            "text/plain": self.text,
            "image/png": picture,
            PLAY: {"widget": self.name, "data": self.data},
        }
        if can_click() and find_spec("anywidget"):
            forms.update(self.widget()._repr_mimebundle_()[0], **forms)
        return forms

    def widget(self):
        """The same as a widget of its own, for a notebook with a kernel."""
        widget = _widget_class(self.name)(data=self.data)
        if self._answer:
            widget.on_msg(self._reply)
        return widget

    def _reply(self, widget, question, _):
        message, content = self._answer(question)
        widget.send(message, [content])


@cache
def _widget_class(name):
    import anywidget
    import traitlets

    class PlayWidget(anywidget.AnyWidget):
        """A module of utils/play; it computes in the browser."""

        _esm = module_text(name)
        data = traitlets.Dict().tag(sync=True)

    return PlayWidget


def as_rows(grid, decimals=0):
    """A 2-D array as one text a row, "1 2 3", for data: short where it is stored.

    In the module, `rowsOf` of shared/rows.js makes numbers of it again.
    """
    rounded = np.round(np.asarray(grid, dtype=float), decimals) + 0  # 0 where -0 was
    return [" ".join(f"{number:.9g}" for number in row) for row in rounded]


def module_text(name):
    """The text of utils/play/NAME.js with all that it imports inside, as data: URLs.

    A page opened as a file may import no other file, and anywidget takes one text; but
    both may import a data: URL. ValueError where an import leads nowhere or round.
    """
    return _with_imports_inside(MODULES / f"{name}.js", ())


def _with_imports_inside(file, importers):
    if file in importers:
        raise ValueError(f"{file.name} imports itself, by way of others.")
    if not file.is_file():
        whose = f", which {importers[-1].name} imports" if importers else ""
        raise ValueError(f"There is no {file.relative_to(MODULES)}{whose}.")

    def inside(match):
        imported = (file.parent / match[2]).resolve()
        if not imported.is_relative_to(MODULES):
            raise ValueError(
                f"{file.name} imports {match[2]}, from outside utils/play."
            )
        text = _with_imports_inside(imported, (*importers, file))
        encoded = base64.b64encode(text.encode()).decode()
        return f'{match[1]}"data:text/javascript;base64,{encoded}"'

    return RELATIVE_IMPORT.sub(inside, file.read_text(encoding="utf-8"))
