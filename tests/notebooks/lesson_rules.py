"""The rules for what a notebook says: its text, its code, its tags, its links.

For how a rule is written, see notebook_rules.py.
"""

import re

from tests.notebooks.links import broken_links, headings

MOST_CODE_LINES = 25
UNCOMPARED_TAGS = {"nbval-ignore-output", "nbval-skip"}
KNOWN_TAGS = {*UNCOMPARED_TAGS, "thumbnail"}
SECTIONS = ("You will be able to", "You can now", "Your turn", "Going further")
NUMPY_LESSONS = ("01", "02", "03")

NBVAL_COMMENT = re.compile(r"^\s*#\s*(NBVAL_\w+|PYTEST_VALIDATE_\w+)", re.MULTILINE)
SHELL_LINE = re.compile(
    r"^\s*(!.*|%pip\b.*|%conda\b.*|%system\b.*|%cd\b.*"
    r"|%%(?:bash|cmd|script|sh|system)\b.*)",
    re.MULTILINE,
)
TENSORFLOW_IMPORT = re.compile(
    r"^\s*(import|from)\s+(tensorflow|keras)\b", re.MULTILINE
)

MACHINERY_IMPORT = re.compile(
    r"^\s*(?:import|from)\s+(utils\.checking|tests|tools)\b", re.MULTILINE
)


def has_short_code_cells(notebook):
    return [
        notebook.problem(f"has {lines} lines, more than {MOST_CODE_LINES}.", cell)
        for cell in notebook.code_cells
        if (lines := len(cell.source.splitlines())) > MOST_CODE_LINES
    ]


def has_no_empty_code_cell(notebook):
    return [
        notebook.problem("is empty.", cell)
        for cell in notebook.code_cells
        if not cell.source.strip()
    ]


def has_no_shell_lines(notebook):
    return [
        notebook.problem(f"leaves Python: {line[1]}", cell)
        for cell in notebook.code_cells
        for line in SHELL_LINE.finditer(cell.source)
    ]


def has_only_known_tags(notebook):
    unknown = [
        notebook.problem(f'has the tag "{tag}", which means nothing here.', cell)
        for cell in notebook.code_cells
        for tag in cell.metadata.get("tags", [])
        if tag not in KNOWN_TAGS
    ]
    return unknown + [
        notebook.problem(f"steers nbval by the comment {found[1]}; use a tag.", cell)
        for cell in notebook.code_cells
        for found in NBVAL_COMMENT.finditer(cell.source)
    ]


def follows_uncompared_cells_by_an_assertion(notebook):
    cells = notebook.code_cells
    return [
        notebook.problem(
            "is not compared, so the next code cell must hold a compared assert.", cell
        )
        for cell, following in zip(cells, [*cells[1:], None], strict=True)
        if is_uncompared(cell) and not is_compared_assertion(following)
    ]


def is_uncompared(cell):
    return bool(UNCOMPARED_TAGS & set(cell.metadata.get("tags", [])))


def is_compared_assertion(cell):
    if cell is None or is_uncompared(cell):
        return False
    return bool(re.search(r"^\s*assert\b", cell.source, re.MULTILINE))


def opens_with_a_title(notebook):
    first = notebook.node.cells[0]
    if first.cell_type == "markdown" and first.source.startswith("# "):
        return []
    return [notebook.problem("the first cell is not a text cell that opens with `# `.")]


def has_the_sections_of_a_lesson(notebook):
    text = "\n".join(cell.source for cell in notebook.text_cells)
    return [
        notebook.problem(f'has no line that opens with "{section}".')
        for section in SECTIONS
        if not re.search(rf"^[#*\s]*{section}", text, re.MULTILINE)
    ]


def imports_tensorflow_late_in_the_numpy_lessons(notebook):
    """Lessons 1 to 3 and their dives compare with it at their end, if at all."""
    if not notebook.path.name.startswith(NUMPY_LESSONS):
        return []
    for cell in notebook.node.cells:
        if cell.cell_type == "markdown":
            if any("TensorFlow" in heading for heading in headings(cell.source)):
                return []
        elif TENSORFLOW_IMPORT.search(cell.source):
            return [
                notebook.problem(
                    "imports TensorFlow or Keras before a heading names TensorFlow.",
                    cell,
                )
            ]
    return []


def imports_what_is_there_for_lessons(notebook):
    """Exercises and helpers, not what judges the exercises, tests them or runs make."""
    return [
        notebook.problem(f"imports {found[1]}, which is not for lessons.", cell)
        for cell in notebook.code_cells
        for found in MACHINERY_IMPORT.finditer(cell.source)
    ]


def has_no_broken_links(notebook):
    return [
        notebook.problem(problem, text_cell=cell)
        for cell in notebook.text_cells
        for problem in broken_links(cell.source, notebook.path)
    ]


RULES = (
    has_short_code_cells,
    has_no_empty_code_cell,
    has_no_shell_lines,
    has_only_known_tags,
    follows_uncompared_cells_by_an_assertion,
    opens_with_a_title,
    has_the_sections_of_a_lesson,
    imports_tensorflow_late_in_the_numpy_lessons,
    imports_what_is_there_for_lessons,
    has_no_broken_links,
)
