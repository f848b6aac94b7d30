"""A text cell as its pieces: a paragraph, a heading, a list item, a formula is one.

They are what Sphinx hands to translators, found by the parser that Sphinx reads cells
with. What stands between them (#, -, |, $$, the tags of a fold) is nobody's to
translate, and stays as it is.
"""

import re
from collections import Counter
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

EXTENSIONS = ["amsmath", "dollarmath"]  # of Markdown, that the site reads, too
SUMMARY = re.compile(r"(?<=<summary>).+?(?=</summary>)")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WHOLE = ("inline", "math_block", "amsmath")  # tokens that are a piece each
MARKUP = {"em_open": "emphasis", "strong_open": "bold text", "hardbreak": "line break"}


class NotInPieces(Exception):
    """A text cannot be put together from translated pieces; the message says why."""


class Piece(NamedTuple):
    """Where a piece begins and ends in its cell, and its text."""

    start: int
    end: int
    text: str


@cache
def parser():
    """MyST's parser, as Sphinx is told to use it."""
    config = MdParserConfig(enable_extensions=set(EXTENSIONS))
    return create_md_parser(config, RendererHTML)


def pieces(source):
    """The Pieces of a cell's text, in order. Raises NotInPieces."""
    lengths = [len(line) for line in source.splitlines(keepends=True)]
    starts = [0, *accumulate(lengths)]
    found, done = [], 0
    tokens = parser().parse(source)
    for before, token in pairwise([None, *tokens]):
        if token.type in WHOLE and token.content.strip():
            texts = [token.content.strip()]
        elif token.type == "html_block":
            texts = SUMMARY.findall(token.content)
        else:
            continue
        begin, end = (starts[line] for line in token.map)
        # A paragraph ends its line: in the list item "1. 1" it is the second 1.
        is_last = before is not None and before.type in (
            "paragraph_open",
            "heading_open",
        )
        search = source.rfind if is_last else source.find
        for text in texts:
            start = search(text, max(begin, done), end)
            if start < 0:
                raise NotInPieces(
                    f"“{' '.join(text.split())[:60]}” does not stand in its cell as "
                    "it is read: write each paragraph into one line."
                )
            done = start + len(text)
            found.append(Piece(start, done, text))
    return found


def rebuilt(source, translate):
    """The text of a cell with each piece in the words of translate(piece's text).

    Raises NotInPieces if that changes more than words: a piece that became two, or a
    heading that became a paragraph.
    """
    parts, done = [], 0
    wanted = []
    for start, end, text in pieces(source):
        wanted.append(translate(text))
        parts += [source[done:start], wanted[-1]]
        done = end
    text = "".join(parts) + source[done:]
    if kinds(text) != kinds(source) or [p.text for p in pieces(text)] != wanted:
        raise NotInPieces(
            f"in the cell that begins “{source[:40].splitlines()[0]}”, a translation "
            "changes what is a paragraph, a heading or a list item."
        )
    return text


def kinds(source):
    """What blocks a text is made of, in order."""
    return [(token.type, token.tag) for token in parser().parse(source)]


def faults(text, translation):
    """What a translation of a piece changes besides words, as a list of sentences."""
    here, there = markup(text), markup(translation)
    return [
        f"{kind} {what} stands {here[kind, what]} times in the English, "
        f"{there[kind, what]} times in the translation"
        for kind, what in sorted({*here, *there})
        if here[kind, what] != there[kind, what]
    ]


def markup(text):
    """What a text holds besides words, counted: {(kind, what): how often}.

    A number may be written with a decimal comma.
    """
    counted = Counter()
    for token in parser().parseInline(text)[0].children:
        if token.type in ("code_inline", "math_inline", "math_inline_double"):
            counted["the code or formula", token.content] += 1
        elif token.type == "link_open":
            counted["the link to", token.attrs["href"]] += 1
        elif token.type == "image":
            counted["the picture", token.attrs["src"]] += 1
        elif token.type in ("html_inline", "softbreak"):
            counted["the tag or break", token.content] += 1
        elif token.type in MARKUP:
            counted["markup for", MARKUP[token.type]] += 1
        elif token.type == "text":
            for number in NUMBER.findall(token.content):
                counted["the number", number.replace(",", ".")] += 1
    return counted
