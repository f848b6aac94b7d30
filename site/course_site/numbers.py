"""A number stays in one line: neither "60 000" nor "98 %" is parted at its space."""

import re

from docutils import nodes

INSIDE_NUMBERS = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|%)")
NO_BREAK = "\N{NO-BREAK SPACE}"


def setup(app):
    app.connect("doctree-read", keep_together)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def keep_together(app, doctree):
    """Join the groups of every number in the text; code is left as it is."""
    for text in list(doctree.findall(nodes.Text)):
        if INSIDE_NUMBERS.search(text) and not is_code(text):
            text.parent.replace(text, nodes.Text(INSIDE_NUMBERS.sub(NO_BREAK, text)))


def is_code(text):
    """Whether a text is code, or something else that is not to be changed."""
    return isinstance(
        text.parent, nodes.literal | nodes.FixedTextElement | nodes.raw | nodes.math
    )
