"""Store the pictures of lessons that were just executed small, or as they were.

A picture that looks the same as the one in git's HEAD keeps the stored bytes, so that
storing a lesson anew does not swell the history; another is made smaller, which
`tools.small_png` does. Run by `make outputs`, after nbstripout:
    python -m tools.stored_pictures notebooks/03_pooling.ipynb ...
"""

import base64
import io
import json
import re
import subprocess
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

from PIL import Image

from tools.png_format import is_as_drawn
from tools.small_png import looks_the_same, smaller
from tools.whole_files import write_whole

DAMAGED = (ValueError, OSError, SyntaxError)  # what Pillow and base64 raise

# What Matplotlib's animations hold: frames, of which a backslash ends each line, and
# names that differ from run to run.
FRAME = re.compile(r"(?<=data:image/png;base64,)iVBORw0KGgo[A-Za-z0-9+/=\\\s]*")
RANDOM_NAME = re.compile(r"(?<=anim)(\w*)[0-9a-f]{32}")


class NotANotebook(ValueError):
    """The file can't be read as a notebook; the message says so."""


def store_pictures(notebook, before):
    """Change the pictures in a notebook's outputs to those to store.

    notebook, before: notebooks of format 4 as JSON holds them, just executed and as
    stored before; pictures belong together by the id of their cell and their order in
    it. Returns how many pictures were kept, reduced and left. Raises NotANotebook where
    one is damaged.
    """
    tally = Counter(kept=0, reduced=0, left=0)
    cells_before = {cell["id"]: cell for cell in before["cells"] if "id" in cell}
    for cell in notebook["cells"]:
        cell_before = cells_before.get(cell.get("id"), {})
        try:
            for mime, store in (("image/png", _store_png), ("text/html", _store_html)):
                old = [data[mime] for data in _shown(cell_before, mime)]
                for data, value in zip_longest(_shown(cell, mime), old):
                    if data is not None:
                        store(data, "".join(value or ""), tally)
        except DAMAGED as error:
            raise NotANotebook(
                f"a picture of the cell {cell.get('id')} is damaged ({error}); execute "
                "the notebook once more."
            ) from error
    return tally


def store_notebook(path):
    """Store a notebook's pictures, in place, and return a sentence on what was done.

    The file is untouched where no picture changes. Raises NotANotebook.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise NotANotebook(f"{path} can't be read: {error}.") from error
    notebook = _parsed(text)
    if notebook is None:
        raise NotANotebook(f"{path} is no notebook of format 4.")
    before = _parsed(_committed(path)) or {"cells": []}
    try:
        tally = store_pictures(notebook, before)
    except NotANotebook as error:
        raise NotANotebook(f"{path}: {error}") from error
    changed = text
    if notebook != json.loads(text):
        changed = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
        write_whole(path, changed)
    sizes = [f"{len(version.encode()) / 1e6:.2f} MB" for version in (text, changed)]
    counts = ", ".join(f"{number} {kind}" for kind, number in tally.items())
    return f"{path.name}: {counts}; {sizes[0]} before, {sizes[1]} after"


def _to_store(drawn, stored, tally):
    """Return the PNG (bytes) to store for one drawn: `stored`, a smaller one or itself.

    stored: the one stored before, or None. Raises one of DAMAGED where `drawn` is.
    """
    chosen = drawn
    if is_as_drawn(drawn):  # else it has been through here, or is none of Matplotlib's
        same = stored is not None and looks_the_same(drawn, stored)
        chosen = smaller(drawn) if not same or is_as_drawn(stored) else stored
        if same and is_as_drawn(chosen):  # neither can be smaller
            chosen = stored
    tally["kept" if chosen == stored else "left" if chosen == drawn else "reduced"] += 1
    return chosen


def _shown(cell, mime):
    """List what a cell's outputs hold in all forms, where they hold this one."""
    data = [output.get("data", {}) for output in cell.get("outputs", [])]
    return [forms for forms in data if mime in forms]


def _store_png(data, before, tally):
    drawn = _decoded("".join(data["image/png"]))
    chosen = _to_store(drawn, _decoded_or_none(before), tally)
    if chosen != drawn:
        data["image/png"] = base64.b64encode(chosen).decode()


def _store_html(data, before, tally):
    """Store an animation's frames, or all of it as before where it looks the same."""
    html = "".join(data["text/html"])
    drawn = [_decoded(text) for text in FRAME.findall(html)]
    stored = [_decoded_or_none(text) for text in FRAME.findall(before)]
    if len(stored) != len(drawn):
        stored = [None] * len(drawn)
    chosen = [_to_store(*pair, tally) for pair in zip(drawn, stored, strict=True)]
    if chosen == stored and _without_chance(html) == _without_chance(before):
        html = before
    elif chosen != drawn:
        texts = iter([base64.b64encode(frame).decode() for frame in chosen])
        html = FRAME.sub(lambda _: next(texts), html)
    if html != "".join(data["text/html"]):
        data["text/html"] = html.splitlines(keepends=True)  # as nbformat stores it


def _without_chance(html):
    return RANDOM_NAME.sub(r"\1", FRAME.sub("", html))


def _decoded(text):
    """The PNG (bytes) in a text. Raises one of DAMAGED where it is not whole."""
    png = base64.b64decode(re.sub(r"[\\\s]", "", text), validate=True)
    with Image.open(io.BytesIO(png)) as picture:
        picture.load()
    return png


def _decoded_or_none(text):
    try:
        return _decoded(text)
    except DAMAGED:
        return None


def _parsed(text):
    """The notebook in a text, None where there is none."""
    try:
        notebook = json.loads(text or "")
        cells = notebook["cells"] if notebook["nbformat"] == 4 else None
    except (ValueError, TypeError, KeyError):
        return None
    are_cells = isinstance(cells, list) and all(isinstance(c, dict) for c in cells)
    return notebook if are_cells else None


def _committed(path):
    """The file's text in git's HEAD, None where there is no git or no such file."""
    command = ["git", "show", f"HEAD:./{path.name}"]
    try:
        shown = subprocess.run(command, cwd=path.parent, capture_output=True)
        return shown.stdout.decode() if shown.returncode == 0 else None
    except (OSError, UnicodeDecodeError):
        return None


def main():
    """Store the pictures of the notebooks that the command line names."""
    try:
        for path in sys.argv[1:]:
            print(store_notebook(path), flush=True)
    except NotANotebook as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
