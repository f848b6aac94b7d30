"""The rules for predictions: asked first, and answered when a reader asks for it.

For how a rule is written, see notebook_rules.py.
"""

import re

from tests.notebooks.links import headings

QUESTION = "**Predict.**"
ITS_CHOICES = re.compile(r"(?!- \()\S[\s\S]*?\n(?:\n- \([a-z]\) .+){2,}")
CALL = re.compile(r'exercise\.\w+\.answer\("\?"\)')
FOLD_BEGINS = "<details>\n<summary>The answer</summary>\n"
FOLD = re.compile(
    rf"{re.escape(FOLD_BEGINS)}\nThe answer is \([a-z]\).*?\n\n</details>"
    r"(?:\n\n\S.*)?\Z",
    re.DOTALL,
)

# An assert, or a title that is typed rather than computed.
FINDING = re.compile(
    r"^\s*assert\b.*"
    r"|(?:set_title\(|title\(|title=|draw_(?:runs|bands|prices)\([^\"()]*)\s*\"[^\"{]+\"",
    re.MULTILINE,
)


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

    Beside the dots that open what is folded, JupyterLab shows its first line.
    """
    found = []
    for _, following in _asked(notebook):
        for cell in _before_the_fold(following):
            if cell.cell_type == "code" and (sentence := _tells(cell)):
                found.append(notebook.problem(sentence, cell))
    return found


def _tells(cell):
    """What in a code cell above the fold gives the answer away, as a sentence."""
    folded = cell.metadata.get("jupyter", {})
    if folded.get("source_hidden") and cell.source.lstrip().startswith("assert"):
        return (
            "its folded code begins with an assert, which is seen beside the dots: let "
            "a comment come first."
        )
    if not folded.get("source_hidden") and (found := FINDING.search(cell.source)):
        return (
            f"its visible code says the finding, {found[0].strip()!r}: fold the code, "
            "or let another, folded cell say it."
        )
    if not cell.outputs:
        return None
    if not folded.get("outputs_hidden"):
        return (
            "stands between a question and its answer with its output in sight: give "
            'it the metadata {"jupyter": {"outputs_hidden": true}}.'
        )
    if not _first_line(cell.outputs[0]).endswith((":", "Axes>", "Axis>")):
        return (
            "the first line that it prints stands beside the dots of its hidden "
            "output: let it be a heading that ends with a colon."
        )
    return None


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


RULES = (asks_then_offers_the_answer, folds_each_answer_away, hides_what_decides)
