"""What the live lessons hold: notebooks, and the helpers and pictures they need."""

import shutil

import nbformat

from tools.lessons import COURSE, all_lessons, notebook_path

LESSONS = ("01", "02", "03", "04")  # with their dives
HELLO = COURSE / "site" / "live" / "hello.md"
KERNEL = {"name": "python", "display_name": "Python", "language": "python"}


def live_notebooks():
    """The lessons that run in a browser, as paths, in order."""
    return [notebook_path(name) for name in all_lessons() if name[:2] in LESSONS]


def as_started(notebook):
    """The notebook as a browser gets it: with a greeting, and nothing run yet."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    hello = nbformat.v4.new_markdown_cell(HELLO.read_text("utf-8"), id="in-the-browser")
    notebook.cells.insert(1, hello)  # below the title
    notebook.metadata = nbformat.NotebookNode(kernelspec=KERNEL)
    return notebook


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
