"""Drop the views of widgets from lessons that were just executed.

A view names something that only the kernel of that run knew; where it is stored, a
page without that kernel shows an error in place of the text beside it. Run by
`make outputs`, after nbstripout:
    python -m tools.stored_widgets notebooks/03_pooling.ipynb ...
"""

import json
import sys
from pathlib import Path

from tools.whole_files import write_whole

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def drop_views(notebook):
    """Take the views of widgets out of a notebook, as JSON holds it; count them."""
    shown = [
        output.get("data", {})
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
    ]
    return sum(forms.pop(WIDGET_VIEW, None) is not None for forms in shown)


def main():
    """Drop the views in the notebooks that the command line names."""
    for path in map(Path, sys.argv[1:]):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if drop_views(notebook):
            text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
            write_whole(path, text)


if __name__ == "__main__":
    main()
