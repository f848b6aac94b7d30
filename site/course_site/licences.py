"""The page of licences: what the site carries that others made, with their texts."""

import json
import shutil
from importlib.metadata import distribution
from pathlib import Path

from course_site.sources import NODE_MODULES, write
from tools.lessons import COURSE

# Packages of Python that put styles, scripts or icons of theirs onto the pages: their
# licences, and the files that hold them. The theme brings Bootstrap and Font Awesome.
PYTHON = {
    "sphinx": ("BSD-2-Clause", ["LICENSE.rst"]),
    "pydata-sphinx-theme": (
        "BSD-3-Clause; Bootstrap: MIT; Font Awesome: MIT, CC BY 4.0, OFL 1.1",
        ["LICENSE", "bootstrap.js.LICENSE.txt", "fontawesome.js.LICENSE.txt"],
    ),
    "sphinx-book-theme": ("BSD-3-Clause", ["LICENSE"]),
    "sphinx-copybutton": ("MIT", ["LICENSE"]),
}
# A package that names its licence and leaves its text out.
LEFT_OUT = {"@tensorflow/tfjs": COURSE / "data" / "licences" / "Apache-2.0.txt"}
OPENING = """# Licences

The lessons' text and figures: CC BY 4.0. Their code: MIT ([both](LICENSE)). The
pictures and data keep their own licences: [pictures](images/README.md),
[data](data/README.md). What else this site carries, with the texts of the licences:

| what | version | licence | text |
|---|---|---|---|
"""


def setup(app):
    app.connect("config-inited", write_page, priority=600)  # after the sources
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_page(app, config):
    """Write work/licences.md, and the texts beside it."""
    work = Path(app.srcdir)
    rows = [row(work, *carried) for carried in (*from_python(), *from_npm())]
    write(work / "licences.md", OPENING + "\n".join(rows) + "\n")


def row(work, name, version, licence, files):
    """A row of the table; the texts of the licence are copied."""
    links = []
    for file in files:
        target = f"licences/{name}/{file.name.removesuffix('.txt')}.txt"
        (work / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, work / target)
        links.append(f"[{file.name}]({target})")
    return f"| {name} | {version} | {licence} | {', '.join(links)} |"


def from_python():
    """Name, version, licence and licence files of the packages of Python."""
    for name, (licence, wanted) in PYTHON.items():
        package = distribution(name)
        found = {file.name: Path(file.locate()) for file in package.files}
        yield name, package.version, licence, [found[file] for file in wanted]


def from_npm():
    """The same of the packages of JavaScript that package.json lists as carried."""
    listed = json.loads((NODE_MODULES.parent / "package.json").read_text("utf-8"))
    for name in listed["dependencies"]:
        folder = NODE_MODULES / name
        about = json.loads((folder / "package.json").read_text("utf-8"))
        texts = sorted(
            file
            for file in folder.iterdir()
            if file.name.upper().startswith(("LICEN", "NOTICE", "COPYING"))
        )
        texts = texts or [LEFT_OUT[name]]
        yield about["name"], about["version"], about["license"], texts
