"""The rules for how a lesson meets its reader: predictions, figures, length, minutes.

For how a rule is written, see notebook_rules.py.
"""

import re

from tests.notebooks import prediction_rules

MOST_CELLS = 60
MOST_WORDS = 2500
MOST_LINES = 300  # of code, not blank, in cells whose code is not folded away
ALT_LENGTHS = (60, 400)
FIGURES = ("image/png", "image/jpeg", "image/svg+xml", "text/html")

MINUTES = re.compile(r"About \d+ minutes to read, \d+ for the tasks\.")
NO_ALT = re.compile(r"^(a |the )?(figure|picture|image|plot) (of|shows)\b", re.I)
FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg)\b", re.I)


def describes_its_figures(notebook):
    """Who cannot see a figure gets the same from the words in the metadata "alt"."""
    found = []
    for cell in notebook.code_cells:
        alt = cell.metadata.get("alt")
        if not _figures(cell):
            if alt is not None:
                found.append(notebook.problem("has an alt, but shows no figure.", cell))
            continue
        if not isinstance(alt, str):
            sentence = 'shows a figure, but its metadata has no "alt".'
            found.append(notebook.problem(sentence, cell))
            continue
        if not ALT_LENGTHS[0] <= len(alt) <= ALT_LENGTHS[1]:
            sentence = f"its alt has {len(alt)} characters, not {ALT_LENGTHS[0]} to "
            found.append(notebook.problem(f"{sentence}{ALT_LENGTHS[1]}.", cell))
        if NO_ALT.search(alt) or FILE_NAME.search(alt) or not alt.endswith("."):
            sentence = (
                "its alt is not one to three sentences on what is drawn and what "
                f"it shows: {alt[:40]!r}"
            )
            found.append(notebook.problem(sentence, cell))
    return found


def shows_one_figure_a_cell(notebook):
    return [
        notebook.problem(f"shows {count} figures; give each a cell of its own.", cell)
        for cell in notebook.code_cells
        if (count := _figures(cell)) > 1
    ]


def is_short_enough(notebook):
    """An hour's lesson: cells, words, and lines of code that a reader reads."""
    words = sum(len(cell.source.split()) for cell in notebook.text_cells)
    lines = sum(
        bool(line.strip())
        for cell in notebook.code_cells
        if not cell.metadata.get("jupyter", {}).get("source_hidden")
        for line in cell.source.splitlines()
    )
    counts = (
        (len(notebook.node.cells), MOST_CELLS, "cells"),
        (words, MOST_WORDS, "words"),
        (lines, MOST_LINES, "lines of code"),
    )
    return [
        notebook.problem(f"has {count} {what}, more than {most}.")
        for count, most, what in counts
        if count > most
    ]


def says_how_long_it_takes(notebook):
    """Before the first code, the minutes to read and those for the tasks."""
    opening = []
    for cell in notebook.node.cells:
        if cell.cell_type == "code":
            break
        opening.append(cell.source)
    if MINUTES.search("\n".join(opening)):
        return []
    sentence = 'does not open with "About … minutes to read, … for the tasks."'
    return [notebook.problem(sentence)]


def _figures(cell):
    """How many figures a code cell stores; an animation is one, a table is none."""
    data = [output.get("data", {}) for output in cell.outputs]
    return sum(
        any(kind in forms for kind in FIGURES[:3])
        or "<img" in "".join(forms.get("text/html", ""))
        for forms in data
    )


RULES = (
    *prediction_rules.RULES,
    describes_its_figures,
    shows_one_figure_a_cell,
    is_short_enough,
    says_how_long_it_takes,
)
