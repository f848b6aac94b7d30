"""Pages in another language use the theme's files that lie beside the English pages.

Sphinx copies scripts, styles and fonts to every site that it builds; in each language
they would be a tenth of the English site once more.
"""

import filecmp
import re
from pathlib import Path

STATIC = re.compile(r"(?<=[\"'])((?:\.\./)*)_static/([^\"'?#]+)")


def setup(app):
    app.connect("build-finished", share, priority=900)  # when all files are written
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def share(app, exception):
    """Delete what the English site has, too, and have the pages lead to that."""
    own, english = Path(app.outdir) / "_static", Path(app.outdir).parent / "_static"
    if exception is not None or not english.is_dir():
        return
    same = {
        file.relative_to(own).as_posix()
        for file in own.rglob("*")
        if is_same(file, english / file.relative_to(own))
    }
    for page in Path(app.outdir).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(led_to(same, text), encoding="utf-8")
    for name in same:
        (own / name).unlink()


def is_same(file, other):
    """Whether both are files with the same bytes."""
    return (
        file.is_file() and other.is_file() and filecmp.cmp(file, other, shallow=False)
    )


def led_to(names, text):
    """A page's HTML that takes those files of _static/ from one folder further up."""

    def led(link):
        up, name = link.groups()
        return f"{up}../_static/{name}" if name in names else link[0]

    return STATIC.sub(led, text)
