"""What a notebook folds away is folded on the page: `<details>`, opened by a click.

A cell's metadata says it, as JupyterLab writes it: {"jupyter": {"outputs_hidden": true,
"source_hidden": true}}.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxTranslator

from course_site.figures import is_code_cell
from course_site.words import _


class fold(nodes.General, nodes.Element):
    """Its children are out of sight until asked for; `summary` names them."""


def setup(app):
    app.add_node(fold, html=(open_fold, close_fold))
    app.connect("doctree-read", fold_away)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def fold_away(app, doctree):
    """Fold the code, the outputs, or both, of each cell that says so."""
    for cell in list(doctree.findall(is_code_cell)):
        hidden = cell["cell_metadata"].get("jupyter", {})
        source, output = (
            [part for part in cell.children if part.get("nb_element") == element]
            for element in ("cell_code_source", "cell_code_output")
        )
        if not hidden.get("source_hidden"):
            source = []
        if not hidden.get("outputs_hidden"):
            output = []
        if source or output:
            put_into_fold(cell, source + output, summary_of(source, output))


def summary_of(source, output):
    """What names a fold that holds these parts of a cell, one of them at least."""
    if source and output:
        return _("The code and its output")
    return _("The code") if source else _("The output")


def put_into_fold(cell, parts, summary):
    """Replace neighbouring parts of a cell by a fold that holds them."""
    place = cell.index(parts[0])
    for part in parts:
        cell.remove(part)
    cell.insert(place, fold("", *parts, summary=summary))


def open_fold(self: SphinxTranslator, node):
    self.body.append(f'<details class="fold"><summary>{node["summary"]}</summary>\n')


def close_fold(self: SphinxTranslator, node):
    self.body.append("</details>\n")
