"""The first page: the README's opening, and its table of lessons as cards."""

import html
import re
from dataclasses import dataclass

from course_site.words import own_name
from tools.lessons import COURSE, core_lessons, notebook_path
from tools.translating.catalogs import languages

ROW = re.compile(
    r'^\| <img src="images/(?P<picture>[^"]+)" width="\d+" alt="(?P<alt>[^"]+)"> '
    r"\| \[(?P<title>[^]]+)\]\((?P<file>notebooks/[^)]+)\.ipynb\) "
    r"\| (?P<minutes>[^|]+) \| (?P<able>[^|]+) \|$",
    re.MULTILINE,
)
README = COURSE / "README.md"
DRAWING = (
    '<p><a href="notebooks/09_mnist.html#draw-and-look-inside">Draw a digit</a>, and '
    "see what a small network makes of it.</p>"
)


@dataclass(frozen=True)
class Lesson:
    """A row of the README's table; `file` without its ending."""

    picture: str
    alt: str
    title: str
    file: str
    minutes: str
    able: str

    @property
    def is_dive(self):
        return not self.title.partition(" ")[0].isdigit()

    @property
    def minutes_in_words(self):
        reading, plus, tasks = self.minutes.partition(" + ")
        return f"{reading} minutes to read" + (
            f", {tasks} for the tasks" if plus else ""
        )


def lessons():
    """The rows of the README's table, in order."""
    text = README.read_text(encoding="utf-8")
    return [Lesson(**row.groupdict()) for row in ROW.finditer(text)]


def front_page(also):
    """The first page in Markdown, with the navigation: the lessons, then `also`."""
    title, opening = README.read_text(encoding="utf-8").split("\n\n")[:2]
    cards = "\n".join(card(lesson) for lesson in lessons())
    cores = [notebook_path(name).stem for name in core_lessons()]
    return "\n".join(
        [
            title,
            "",
            opening,
            "",
            DRAWING,
            "",
            in_other_languages(),
            "",
            "## The lessons",
            "",
            f'<ul class="lesson-cards">\n{cards}\n</ul>',
            "",
            toctree([f"notebooks/{stem}" for stem in cores], "Lessons"),
            toctree([*also, "licences"], "About the course"),
        ]
    )


def in_other_languages():
    """A line that leads to the first pages in other languages, if there are any."""
    links = ", ".join(
        f'<a href="{code}/index.html" lang="{code}" hreflang="{code}">'
        f"{own_name(code)}</a>"
        for code in languages()
    )
    return f"<p>Some lessons in other languages: {links}</p>" if links else ""


def card(lesson):
    """One lesson as HTML: a picture, a link, its minutes, what its reader then can."""
    kind = "dive" if lesson.is_dive else "core"
    picture = html.escape(lesson.picture.replace(".png", ".webp"))  # as it is carried
    words = html.escape(lesson.alt)
    return (
        f'<li class="lesson-card {kind}">'
        f'<img src="_static/{picture}" alt="{words}" loading="lazy">'
        f'<div><h3><a href="{lesson.file}.html">{html.escape(lesson.title)}</a></h3>'
        f'<p class="minutes">{lesson.minutes_in_words}</p>'
        f"<p>You can then {html.escape(lesson.able)}.</p></div></li>"
    )


def set_up_page(readme):
    """The README as a page beside the first: what its cards say is left out."""
    _title, rest = readme.split("\n", 1)
    before, after = rest.split("\n## The lessons\n")
    return f"# The course on your computer\n{before}\n{after[after.index('## ') :]}"


def toctree(pages, caption=""):
    """The directive that puts pages into the navigation, and nothing onto the page."""
    options = ":hidden:\n" + (f":caption: {caption}\n" if caption else "")
    return f"```{{toctree}}\n{options}\n" + "\n".join(pages) + "\n```\n"
