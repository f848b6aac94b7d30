"""Every figure in words: a cell's metadata "alt" becomes the text of its picture.

An animation is HTML of Matplotlib's; its picture, its buttons and its slider get words.
"""

import html

from docutils import nodes

from course_site.words import _

# Matplotlib's player names its controls by titles, but not its slider.
SLIDER = '<input id="_anim_slider'


def setup(app):
    app.connect("doctree-read", say_in_words)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def say_in_words(app, doctree):
    """Put the words into each cell's outputs, in whatever form these are shown."""
    for cell in doctree.findall(is_code_cell):
        words = cell["cell_metadata"].get("alt")
        if words is None:
            continue
        for image in cell.findall(nodes.image):
            image["alt"] = words
        for raw in cell.findall(nodes.raw):
            page = animation_in_words(raw.astext(), words)
            raw.replace_self(nodes.raw("", page, **raw.non_default_attributes()))


def is_code_cell(node):
    """Whether a node is a notebook's code cell, its outputs included."""
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def animation_in_words(page, words):
    """Matplotlib's player with words for its picture, and a name for its slider."""
    page = page.replace("<img ", f'<img alt="{html.escape(words)}" ', 1)
    label = _("Frame of the animation")
    return page.replace("<input ", f'<input aria-label="{label}" ', 1)
