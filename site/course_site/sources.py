"""Lay out in site/work/ what Sphinx reads: the lessons, the first page, the libraries.

Everything lies there as in the course itself (work/notebooks/03_pooling.ipynb), so that
the links between the files hold. Notebooks are copied, not linked: Sphinx would know a
linked one by its other path.
"""

import re
import shutil
from pathlib import Path

import nbformat
from PIL import Image

from course_site.front import front_page, set_up_page, toctree
from course_site.lecturing import guides
from tools.lessons import COURSE, all_lessons, notebook_path

NODE_MODULES = COURSE / "site" / "node_modules"
# Pages besides the lessons, in the order of the navigation.
ALSO = ["README.md", "TROUBLE.md", "CLASSROOM.md", "CONTRIBUTING.md"]
ALSO += ["classroom/README.md", "tests/README.md", "images/README.md", "data/README.md"]
# JavaScript that the site carries: from node_modules/ into _static/.
CARRIED = {
    "mathjax3/es5/tex-svg.js": "mathjax/tex-svg.js",
    "@tensorflow/tfjs/dist/tf.min.js": "digits/tf.min.js",
}
LINK = re.compile(r"\]\(([^)#:\s]+)")


def setup(app):
    app.connect("config-inited", lay_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def lay_out(app, config):
    """Write site/work/ before Sphinx looks for its sources."""
    work = Path(app.srcdir)
    pages = {f"notebooks/{path.name}": text for path, text in lesson_pages()}
    for file in [*ALSO, *guides()]:
        text = (COURSE / file).read_text(encoding="utf-8")
        text = set_up_page(text) if file == "README.md" else text
        if file == "CLASSROOM.md":
            text += "\n" + toctree([path.removesuffix(".md") for path in guides()])
        pages[file] = without_folders(COURSE / file, text)
    for file, text in pages.items():
        write(work / file, text)
        for linked in files_linked(COURSE / file, text):
            if linked not in pages:
                copy(COURSE / linked, work / linked)
    write(work / "index.md", front_page(ALSO))
    for file in (COURSE / "images" / "thumbnails").glob("*.png"):
        store_as_webp(file, work / "_carried" / "thumbnails" / f"{file.stem}.webp")
    for file, carried in CARRIED.items():
        copy(NODE_MODULES / file, work / "_carried" / carried)


def lesson_pages():
    """Each notebook's path and text, with its dives beneath it in the navigation."""
    names = all_lessons()
    for name in names:
        notebook = nbformat.read(notebook_path(name), as_version=4)
        dives = [dive for dive in names if dive[:2] == name and dive != name]
        if dives:
            beneath = toctree([notebook_path(dive).stem for dive in dives])
            notebook.cells.append(nbformat.v4.new_markdown_cell(beneath, id="dives"))
        yield notebook_path(name), nbformat.writes(notebook)


def files_linked(path, text):
    """The course's files that a page links to or shows, as paths from its root."""
    for target in LINK.findall(text):
        file = (path.parent / target).resolve()
        if file.is_file() and file.is_relative_to(COURSE):
            yield file.relative_to(COURSE).as_posix()


def without_folders(path, text):
    """The text of a page, where a link to a folder of the course is its words alone."""

    def words(link):
        return link[1] if (path.parent / link[2]).is_dir() else link[0]

    return re.sub(r"\[([^]]*)\]\(([^)#:\s]+)\)", words, text)


def write(path, text):
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def store_as_webp(picture, target):
    """Store a picture as lossless WebP: the same pixels in fewer bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(picture) as opened:
        opened.save(target, lossless=True)


def copy(path, target):
    """Copy a file, and make the folders above the copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)
