"""Every rule of form accepts a good lesson, and catches one that breaks it."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tests.notebooks import form_rules
from tests.notebooks.form_rules import RULES
from tests.notebooks.test_notebook_rules import by_name

OPENING, QUESTION, CALL, FIGURE, PRINTED, ANSWER = range(6)  # where the cells stand

ASKED = """\
## How many?
Three and four.

**Predict.** How many?

- (a) six
- (b) seven
"""
FOLD = """\
<details>
<summary>The answer</summary>

The answer is (b). Count them:

$$3 + 4 = 7$$

</details>"""
ALT = "Bars for three, four and their sum: the third is as high as the first two."
HIDDEN = {"jupyter": {"outputs_hidden": True}}


def figure(kind="image/png", data="iVBORw0KGgo="):
    plain = "<Figure size 500x300 with 1 Axes>"
    return new_output("display_data", data={kind: data, "text/plain": plain})


def printed(text):
    return new_output("stream", name="stdout", text=text)


def good_sample():
    return new_notebook(
        cells=[
            new_markdown_cell("# 2 · A\n\nAbout 35 minutes to read, 25 for the tasks."),
            new_markdown_cell(ASKED),
            new_code_cell('exercise.sum.answer("?")'),
            new_code_cell("draw()", metadata=HIDDEN | {"alt": ALT}, outputs=[figure()]),
            new_code_cell("", metadata=HIDDEN, outputs=[printed("\nso many:\n7\n")]),
            new_markdown_cell(f"{FOLD}\n\nAll bars are blue."),
            new_code_cell("7", outputs=[figure("text/html", "<table></table>")]),
            new_markdown_cell(ASKED.replace("##", "###")),
            new_code_cell('exercise.product.answer("?")'),
            new_markdown_cell(FOLD),
        ]
    )


def text(cell, old, new):
    def change(sample):
        assert old in sample.cells[cell].source
        sample.cells[cell].source = sample.cells[cell].source.replace(old, new)

    return change


def metadata(cell, **fields):
    return lambda sample: sample.cells[cell].metadata.update(fields)


def insert(place, cell):
    return lambda sample: sample.cells.insert(place, cell)


def add_output(output):
    return lambda sample: sample.cells[FIGURE].outputs.append(output)


def move_the_alt(sample):
    sample.cells[CALL].metadata.alt = sample.cells[FIGURE].metadata.alt


BREAKAGES = [
    (
        "asks_then_offers_the_answer",
        text(QUESTION, "- (b) seven", "- (b) seven\n\nSo?"),
    ),
    ("asks_then_offers_the_answer", text(QUESTION, "- (b) seven", "")),
    ("asks_then_offers_the_answer", text(QUESTION, "How many?\n\n", "")),
    ("asks_then_offers_the_answer", text(CALL, '"?")', '"?")\nx = 1')),
    ("asks_then_offers_the_answer", insert(CALL, new_markdown_cell("So?"))),
    ("asks_then_offers_the_answer", text(QUESTION, "Three", "**Predict.** Three")),
    ("folds_each_answer_away", text(ANSWER, FOLD, "The answer is (b).")),
    ("folds_each_answer_away", lambda sample: sample.cells.pop(ANSWER)),
    ("folds_each_answer_away", text(ANSWER, "<details>", "See.\n<details>")),
    ("folds_each_answer_away", text(ANSWER, "The answer is (b)", "It is (b)")),
    ("folds_each_answer_away", text(ANSWER, "</summary>\n\n", "</summary>\n")),
    ("folds_each_answer_away", text(ANSWER, "\n\n</details>", "\n</details>")),
    ("folds_each_answer_away", text(ANSWER, "</details>\n\n", "</details>\n")),
    ("folds_each_answer_away", text(OPENING, "# 2", "The answer is (a).\n# 2")),
    ("folds_each_answer_away", insert(ANSWER, new_markdown_cell("## Seven it is"))),
    ("hides_what_decides", metadata(FIGURE, jupyter={"outputs_hidden": False})),
    ("hides_what_decides", metadata(FIGURE, jupyter={"source_hidden": True})),
    (
        "hides_what_decides",
        lambda sample: sample.cells[PRINTED].update(outputs=[printed("\n7\n")]),
    ),
    (
        "hides_what_decides",
        insert(
            ANSWER,
            new_code_cell(
                "assert x > 7", metadata={"jupyter": {"source_hidden": True}}
            ),
        ),
    ),
    ("hides_what_decides", insert(ANSWER, new_code_cell("if x:\n    assert x > 7"))),
    (
        "hides_what_decides",
        insert(ANSWER, new_code_cell('figure.suptitle("Seven it is")')),
    ),
    (
        "hides_what_decides",
        insert(ANSWER, new_code_cell('draw_runs(\n    runs,\n    "Seven it is"\n)')),
    ),
    ("describes_its_figures", metadata(FIGURE, alt=None)),
    ("describes_its_figures", metadata(FIGURE, alt="Three bars.")),
    ("describes_its_figures", metadata(FIGURE, alt=6 * ALT)),
    ("describes_its_figures", metadata(FIGURE, alt=f"Figure of {ALT}")),
    ("describes_its_figures", metadata(FIGURE, alt=f"bars.png: {ALT}")),
    ("describes_its_figures", metadata(FIGURE, alt=ALT.rstrip("."))),
    ("describes_its_figures", move_the_alt),
    ("shows_one_figure_a_cell", add_output(figure())),
    ("shows_one_figure_a_cell", add_output(figure("text/html", '<img src="">'))),
    (
        "is_short_enough",
        lambda s: s.cells.extend([new_markdown_cell("a") for _ in range(52)]),
    ),
    ("is_short_enough", insert(0, new_markdown_cell("word " * 2500))),
    ("is_short_enough", insert(ANSWER + 1, new_code_cell("x = 1\n\n" * 300))),
    ("says_how_long_it_takes", text(OPENING, "to read, 25 for the tasks", "")),
    ("says_how_long_it_takes", lambda s: s.cells.append(s.cells.pop(OPENING))),
]


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_rule_accepts_the_good_sample(rule, stored):
    assert rule(stored(good_sample())) == []


@pytest.mark.parametrize(
    ("name", "break_it"), BREAKAGES, ids=[name for name, _ in BREAKAGES]
)
def test_rule_catches_a_breakage(name, break_it, stored):
    (rule,) = (rule for rule in RULES if rule.__name__ == name)
    sample = good_sample()
    break_it(sample)
    problems = rule(stored(sample))
    assert problems
    assert all(problem.startswith("02_sample.ipynb") for problem in problems)


def test_every_rule_has_a_breakage():
    assert {name for name, _ in BREAKAGES} == {rule.__name__ for rule in RULES}


def test_code_that_is_folded_away_is_not_counted(stored):
    sample = good_sample()
    folded = {"jupyter": {"source_hidden": True}}
    insert(ANSWER + 1, new_code_cell("x = 1\n" * 300, metadata=folded))(sample)
    assert form_rules.is_short_enough(stored(sample)) == []
