"""Buttons to click on, below a cell that asks for a choice."""

import html
import sys
from importlib.util import find_spec

from utils.page.in_browser import is_browser


def can_click():
    """Whether this runs in a notebook's kernel that has ipywidgets."""
    has_kernel = "ipykernel" in sys.modules or is_browser()
    if not has_kernel or find_spec("ipywidgets") is None:
        return False  # and a plain Python starts without IPython
    from IPython import get_ipython

    return hasattr(get_ipython(), "kernel")


def offer_choices(letters, text, choose):
    """Show a button for each letter, and below them what `choose` says of the last.

    text: the one line that stands in their place where no kernel runs. choose: a
    function of a letter that returns (sentence, whether that ends it). What ends it
    replaces the buttons, as plain text, so that it is stored with the notebook.
    """
    import ipywidgets
    from IPython.display import display

    buttons = [ipywidgets.Button(description=f"({letter})") for letter in letters]
    said = ipywidgets.HTML()
    shown = ipywidgets.VBox([ipywidgets.HBox(buttons), said])
    forms = {**shown._repr_mimebundle_(), "text/plain": text}
    page = display(forms, raw=True, display_id=True)

    def clicked(button):
        sentence, is_the_end = choose(button.description.strip("()"))
        if is_the_end:
            page.update({"text/plain": sentence}, raw=True)
        else:
            said.value = f'<pre role="status">{html.escape(sentence)}</pre>'

    for button in buttons:
        button.on_click(clicked)
