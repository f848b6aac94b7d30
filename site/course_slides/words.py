"""Markdown of a lesson as HTML of a slide."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from course_site.numbers import INSIDE_NUMBERS, NO_BREAK


def _formula(text, options):
    start, end = (r"\[", r"\]") if options.get("display_mode") else (r"\(", r"\)")
    return f'<span class="math">{start}{_escape(text)}{end}</span>'


def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_MARKDOWN = MarkdownIt("commonmark").enable("table")
_MARKDOWN.use(dollarmath_plugin, renderer=_formula, allow_space=True)
WITHIN_PRODUCT = re.compile(r"(?<=\d) (?=×)|(?<=\d ×) (?=\d)")
LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")  # a slide leads nowhere: its words alone


def line(text):
    """A text of one paragraph, without the paragraph around it."""
    return _MARKDOWN.renderInline(unbroken(LINK.sub(r"\1", text)))


def paragraphs(text):
    """A text of any number of paragraphs, lists and tables."""
    return _MARKDOWN.render(unbroken(LINK.sub(r"\1", text)))


def unbroken(text):
    """A text in which no line ends within 60 000, 28 × 28 or 3 %."""
    return WITHIN_PRODUCT.sub(NO_BREAK, INSIDE_NUMBERS.sub(NO_BREAK, text))


def plain(text):
    """A text as HTML that shows it letter by letter."""
    return _escape(text)
