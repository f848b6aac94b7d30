"""A lesson small enough to know its deck by heart."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

FIGURE = new_output("display_data", data={"image/png": "AAAA", "text/plain": "<F>"})
ALT = "A grid."
OPENING = "# 3 · Pooling\n\nIt says what was found. It gives up where."
ABLE = (
    "## You will be able to\n\n- pool a map;\n- say what is lost.\n\nAbout 40 minutes."
)
TERMS = (
    "## One number\n\nCut the grid. Write down one number for each window, "
    "the largest: that is **pooling**. There is nothing to learn.\n\n"
    "In Python this is a list."
)
SCENE = (
    "So it was.\n\n## Padding\n\nWindows of 2 do not tile a map of 5×5.\n\n"
    "**Predict.** Every number is −1. What does the bottom row show?\n\n"
    "- (a) 0\n- (b) −1\n- (c) 7"
)
ANSWER = (
    "<details>\n<summary>The answer</summary>\n\nThe answer is (a). The rim invents "
    "things.\n\n</details>\n\nSo pad with −∞. With $n$ cells and windows of $k$:\n\n"
    "$$\nn - k + 1\n$$"
)
TASKS = "## Your turn\n\n**1. A move.** Find a row of eight numbers. Any will do."
END = "## Going further\n\n- A book that nobody shows on a slide."


def figure(source="draw()", **metadata):
    return new_code_cell(source, outputs=[FIGURE], metadata={"alt": ALT} | metadata)


def hidden(source="decide()", **metadata):
    return figure(source, jupyter={"outputs_hidden": True}, **metadata)


def lesson(**changed):
    """The sample, some cells by name replaced by others; None leaves one out."""
    cells = {
        "title": new_markdown_cell(OPENING),
        "able": new_markdown_cell(ABLE),
        "terms": new_markdown_cell(TERMS),
        "figure": figure(),
        "scene": new_markdown_cell(SCENE),
        "asks": new_code_cell('exercise.minus_ones.answer("?")'),
        "decides": hidden(),
        "answer": new_markdown_cell(ANSWER),
        "tasks": new_markdown_cell(TASKS),
        "try": new_code_cell("row = ...\n\nexercise.still_row.check(row)"),
        "end": new_markdown_cell(END),
    } | changed
    for name, cell in cells.items():
        if cell is not None:
            cell["id"] = name
    return new_notebook(cells=[cell for cell in cells.values() if cell is not None])
