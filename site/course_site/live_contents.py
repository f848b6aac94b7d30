"""What the live lessons hold: notebooks, and the helpers and pictures they need."""

import re
import shutil

import nbformat

from tools.lessons import COURSE, all_lessons, notebook_path

LESSONS = ("01", "02", "03", "04")  # with their dives
HELLO = COURSE / "site" / "live" / "hello.md"
KERNEL = {"name": "python", "display_name": "Python", "language": "python"}


# Where the links of a live lesson lead whose lesson does not run there: the script of
# the live page puts the site's own address in place of this one.
THE_SITE = "https://site.invalid/"
LINK = re.compile(r"\]\((?:\.\./)?([\w./-]+)\.(ipynb|md)(#[^)\s]*)?\)")


def live_notebooks():
    """The lessons that run in a browser, as paths, in order."""
    return [notebook_path(name) for name in all_lessons() if name[:2] in LESSONS]


def as_started(notebook):
    """The notebook as a browser gets it: with a greeting, and nothing run yet."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        else:
            cell.source = linked_to_the_site(cell.source)
    hello = nbformat.v4.new_markdown_cell(HELLO.read_text("utf-8"), id="in-the-browser")
    notebook.cells.insert(1, hello)  # below the title
    notebook.metadata = nbformat.NotebookNode(kernelspec=KERNEL)
    return notebook


def linked_to_the_site(text):
    """A text whose links lead to the site's pages, but for those to live lessons."""
    live = [path.name for path in live_notebooks()]

    def to_page(link):
        name, kind, part = link[1], link[2], link[3] or ""
        if f"{name}.{kind}" in live:
            return link[0]
        folder = "notebooks/" if kind == "ipynb" else ""
        return f"]({THE_SITE}{folder}{name}.html{part.lower()})"

    return LINK.sub(to_page, text)


def collect_contents(folder):
    """Fill a folder with the lessons and what they open, laid out as in the course."""
    text = ""
    (folder / "notebooks").mkdir(parents=True)
    for path in live_notebooks():
        notebook = as_started(nbformat.read(path, as_version=4))
        nbformat.write(notebook, folder / "notebooks" / path.name)
        text += "\n".join(cell.source for cell in notebook.cells)
    pictures = [path for path in (COURSE / "images").iterdir() if path.is_file()]
    for path in (
        *_helpers(),
        *(path for path in pictures if path.stem in text or path.suffix == ".md"),
        COURSE / "data" / "README.md",
        COURSE / "data" / "mnist.npz",
    ):
        place = folder / path.relative_to(COURSE)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)


def _helpers():
    """The files of utils/, without the exercises of other lessons."""
    lessons = {"lesson_" + path.name.partition("_")[0] for path in live_notebooks()}
    for path in sorted((COURSE / "utils").rglob("*")):
        names = [part for part in path.parts if part.startswith("lesson_")]
        if path.is_file() and path.suffix != ".pyc" and lessons.issuperset(names):
            yield path
