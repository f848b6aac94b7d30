"""Lessons as HTML pages that read as in JupyterLab: `make html LESSON=3`.

A preprocessor for nbconvert. A figure gets the words of its cell's metadata "alt" for
those who cannot see it, an output that is hidden stays so until it is asked for, and
code that is folded away is left out.
"""

import html

from nbconvert.preprocessors import Preprocessor


class ReadableFigures(Preprocessor):
    """Write figures as `<img alt="…">`, and fold away the outputs that are hidden."""

    def preprocess_cell(self, cell, resources, index):
        """Return the cell with its outputs as HTML where that says more."""
        folded = cell.metadata.get("jupyter", {})
        hidden = folded.get("outputs_hidden")
        if folded.get("source_hidden"):
            cell.transient = {"remove_source": True}  # as nbconvert's own do it
        for output in cell.get("outputs", []):
            page = _as_html(output, cell.metadata.get("alt"))
            if hidden and page is None:
                page = f"<pre>{html.escape(_as_text(output))}</pre>"
            if hidden:
                page = f"<details><summary>The output</summary>{page}</details>"
            if page is not None:
                _replace(output, page)
        return cell, resources


def _as_html(output, alt):
    """A figure or other HTML as a page shows it; None for an output that is text."""
    data = output.get("data", {})
    words = html.escape(alt or "")
    if "image/png" in data:
        return f'<img alt="{words}" src="data:image/png;base64,{data["image/png"]}">'
    if "text/html" in data:  # an animation, or a table
        return data["text/html"].replace("<img ", f'<img alt="{words}" ', 1)
    return None


def _as_text(output):
    return output.get("text") or output.data["text/plain"]


def _replace(output, page):
    output.clear()
    output.update(output_type="display_data", data={"text/html": page}, metadata={})
