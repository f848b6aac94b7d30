"""The rules for how a lesson meets its reader: predictions, figures, length, minutes.

For how a rule is written, see notebook_rules.py.
"""

import re

from tests.notebooks.links import headings

MOST_CELLS = 60
MOST_WORDS = 2500
MOST_LINES = 300  # of code, not blank, in cells whose code is not folded away
ALT_LENGTHS = (60, 400)
FIGURES = ("image/png", "image/jpeg", "image/svg+xml", "text/html")

QUESTION = "**Predict.**"
ITS_CHOICES = re.compile(r"(?!- \()\S[\s\S]*?\n(?:\n- \([a-z]\) .+){2,}")
CALL = re.compile(r'exercise\.\w+\.answer\("\?"\)')
FOLD_BEGINS = "<details>\n<summary>The answer</summary>\n"
FOLD = re.compile(
    rf"{re.escape(FOLD_BEGINS)}\nThe answer is \([a-z]\).*?\n\n</details>"
    r"(?:\n\n\S.*)?\Z",
    re.DOTALL,
)
MINUTES = re.compile(r"About \d+ minutes to read, \d+ for the tasks\.")
NO_ALT = re.compile(r"^(a |the )?(figure|picture|image|plot) (of|shows)\b", re.I)
FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg)\b", re.I)

# What a lesson does not keep yet. Who cuts a lesson anew takes it out of here: one that
# keeps a rule must not be excused from it.
NEW_FORM = (
    "folds_each_answer_away",
    "describes_its_figures",
    "is_short_enough",
    "says_how_long_it_takes",
)
EXCUSED = {
    "01": NEW_FORM,
    "02": NEW_FORM,
    "05": NEW_FORM,
    "06": (*NEW_FORM, "shows_one_figure_a_cell"),
    "07": NEW_FORM,
    "08": NEW_FORM,
    "09": NEW_FORM,
    "10": NEW_FORM,
    "11": NEW_FORM,
    "12": NEW_FORM,
    "13": NEW_FORM,
}


def is_excused(notebook, rule):
    """Whether a notebook need not keep a rule yet."""
    lesson = notebook.path.name.partition("_")[0]
    return rule.__name__ in EXCUSED.get(lesson, ())


def asks_then_offers_the_answer(notebook):
    """A question ends with its choices, and a cell that only asks for one follows."""
    found = []
    for place, cell in _questions(notebook):
        if cell.source.count(QUESTION) > 1:
            found.append(notebook.problem("asks two questions.", text_cell=cell))
        if not ITS_CHOICES.fullmatch(cell.source.partition(QUESTION)[2].strip()):
            sentence = "does not end with its choices, `- (a) …` in lines of their own."
            found.append(notebook.problem(sentence, text_cell=cell))
        following = notebook.node.cells[place + 1 : place + 2]
        if not (
            following
            and following[0].cell_type == "code"
            and CALL.fullmatch(following[0].source.strip())
        ):
            sentence = 'the next cell is not `exercise.NAME.answer("?")` alone.'
            found.append(notebook.problem(sentence, text_cell=cell))
    return found


def folds_each_answer_away(notebook):
    """The first fold after a question holds its answer, and no heading tells before."""
    found = []
    for cell, following in _asked(notebook):
        fold = next((c for c in following if _is_fold(c)), None)
        if fold is None or not FOLD.match(fold.source):
            sentence = (
                "no text cell before the next question begins with <details>, its "
                'summary "The answer", a blank line, "The answer is (…)." and what '
                "gives it away, a blank line and </details>."
            )
            found.append(notebook.problem(sentence, text_cell=cell))
            continue
        between = following[: following.index(fold)]
        if any(c.cell_type == "markdown" and headings(c.source) for c in between):
            sentence = "a heading stands between the question and its answer."
            found.append(notebook.problem(sentence, text_cell=cell))
    for cell in notebook.text_cells:
        outside = re.sub(r"<details>.*?</details>", "", cell.source, flags=re.DOTALL)
        if "The answer is" in outside:
            sentence = '"The answer is" stands in folds only.'
            found.append(notebook.problem(sentence, text_cell=cell))
    return found


def hides_what_decides(notebook):
    """What runs between a question and its answer keeps its output out of sight.

    JupyterLab shows the first line of a hidden output beside the dots that open it.
    """
    found = []
    for _, following in _asked(notebook):
        for cell in _before_the_fold(following):
            if cell.cell_type != "code" or not cell.outputs:
                continue
            if not cell.metadata.get("jupyter", {}).get("outputs_hidden"):
                sentence = (
                    "stands between a question and its answer with its output in "
                    'sight: give it the metadata {"jupyter": {"outputs_hidden": true}}.'
                )
                found.append(notebook.problem(sentence, cell))
            elif not _first_line(cell.outputs[0]).endswith((":", "Axes>", "Axis>")):
                sentence = (
                    "the first line that it prints stands beside the dots of its hidden "
                    "output: let it be a heading that ends with a colon."
                )
                found.append(notebook.problem(sentence, cell))
    return found


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


def _questions(notebook):
    return [
        (place, cell)
        for place, cell in enumerate(notebook.node.cells)
        if cell.cell_type == "markdown" and QUESTION in cell.source
    ]


def _asked(notebook):
    """Each question's text cell, and the cells from there to the next question."""
    questions = _questions(notebook)
    places = [place for place, _ in questions]
    ends = [*places[1:], len(notebook.node.cells)]
    return [
        (cell, notebook.node.cells[place + 1 : end])
        for (place, cell), end in zip(questions, ends, strict=True)
    ]


def _is_fold(cell):
    return cell.cell_type == "markdown" and cell.source.startswith(FOLD_BEGINS)


def _before_the_fold(cells):
    """What stands between the cell that asks and the fold; nothing without a fold."""
    places = [place for place, cell in enumerate(cells) if _is_fold(cell)]
    return cells[1 : places[0]] if places else []


def _first_line(output):
    """The first line of an output that is not empty, as text."""
    data = output.get("data", {})
    text = output.get("text") or data.get("text/html") or data.get("text/plain", "")
    return next((line.strip() for line in text.split("\n") if line), "")


def _figures(cell):
    """How many figures a code cell stores; an animation is one, a table is none."""
    data = [output.get("data", {}) for output in cell.outputs]
    return sum(
        any(kind in forms for kind in FIGURES[:3])
        or "<img" in "".join(forms.get("text/html", ""))
        for forms in data
    )


RULES = (
    asks_then_offers_the_answer,
    folds_each_answer_away,
    hides_what_decides,
    describes_its_figures,
    shows_one_figure_a_cell,
    is_short_enough,
    says_how_long_it_takes,
)
