"""A deck as one HTML page, which reveal.js shows."""

import html
import json
import shutil

from course_site.figures import animation_in_words
from course_site.network_scripts import needed
from course_slides.choosing import count_words
from course_slides.words import line, paragraphs, plain
from tools.lessons import notebook_path
from utils.play.widget import module_text

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: slides</title>
<link rel="stylesheet" href="lib/reveal.css">
<link rel="stylesheet" href="lib/deck.css">
</head>
<body>
<main class="reveal"><div class="slides">
{slides}
</div></main>
{scripts}
</body>
</html>
"""
SCRIPTS = ["before.js", "tex-svg.js", "reveal.js", "notes.js"]
LAST = "deck.js"
WAIT = "Raise your hands; count them here."


def write_page(name, slides, figures, folder):
    """Write slides/NAME.html, the pictures that it shows, and what stands in it.

    figures: the course_slides.figures.Figures of the lesson.
    """
    stem = notebook_path(name).stem
    pictures = folder / "figures" / stem
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    writer = _Writer(stem, figures, pictures)
    facts = json.dumps([writer.facts(slide) for slide in slides], ensure_ascii=False)
    (pictures / "facts.json").write_text(facts, encoding="utf-8")
    spent, sections = 0, []
    whole = sum(slide.minutes for slide in slides)
    for slide in slides:
        spent += slide.minutes
        sections.append(writer.section(slide, f"{spent:g} of {whole:g}"))
    playthings = [slide.play["widget"] for slide in slides if slide.play]
    scripts = [*SCRIPTS, *needed(playthings), LAST]
    page = PAGE.format(
        title=html.escape(slides[0].title),
        slides="\n".join(sections),
        scripts="\n".join(f'<script src="lib/{file}"></script>' for file in scripts),
    )
    (folder / f"{stem}.html").write_text(page, encoding="utf-8")


class _Writer:
    """The HTML of slides, one after another."""

    def __init__(self, stem, figures, pictures):
        self.stem, self.figures, self.pictures = stem, figures, pictures

    def section(self, slide, clock):
        """One slide as HTML, with its notes."""
        body = getattr(self, "opening" if slide.kind == "title" else slide.kind)(slide)
        title = self.title(slide)
        tag = "h1" if slide.kind == "title" else "h2"
        if not title:  # a figure without one: its section's serves
            title, small = line(slide.section), ""
        elif slide.section:
            small = f'<p class="section">{line(slide.section)}</p>'
        else:
            small = ""
        notes = "\n".join(paragraphs(text) for text in slide.notes)
        return (
            f'<section class="{slide.kind}" data-cell="{slide.cell}">\n'
            f"<header>{small}<{tag}>{title}</{tag}></header>\n"
            f'<div class="body">{body}</div>\n'
            f'<aside class="notes"><p class="clock">{slide.minutes:g} min '
            f"({clock})</p>\n{notes}</aside>\n</section>"
        )

    def facts(self, slide):
        """What the tests ask of a slide, and the table of all decks."""
        drawn = self.figure_of(slide) if slide.figure else {}
        title = drawn.get("title", "") if not slide.title else ""
        return {
            "kind": slide.kind,
            "cell": slide.cell,
            "words": slide.words + count_words(title),
            "minutes": slide.minutes,
            "smallest": drawn.get("smallest"),
            "overlaps": drawn.get("overlaps", []),
        }

    def title(self, slide):
        """Its own title, else the finding of its figure."""
        if slide.title or not slide.figure:
            return line(slide.title)
        return plain(" ".join(self.figure_of(slide)["title"].split()))

    def figure_of(self, slide):
        return self.figures.get(**slide.figure)

    def text(self, slide):
        return f"<p>{line(slide.text)}</p>"

    task = text

    def opening(self, slide):
        picture = f"figures/{self.stem}/thumbnail.png"
        return f'<p>{line(slide.text)}</p><img src="{picture}" alt="">'

    def items(self, slide):
        return "<ul>" + "".join(f"<li>{line(i)}</li>" for i in slide.items) + "</ul>"

    def formula(self, slide):
        display = f'<div class="display">{paragraphs(slide.formula)}</div>'
        return f"<p>{line(slide.text)}</p>{display}"

    def code(self, slide):
        lines = slide.text.split("\n")
        size = min(52, 1900 / max(map(len, lines)), 345 / len(lines))
        style = f'style="font-size: {max(24, size):.0f}px"'
        return f'<pre tabindex="0" {style}><code>{plain(slide.text)}</code></pre>'

    print = code

    def table(self, slide):
        return paragraphs(slide.text)

    def figure(self, slide):
        figure = self.figure_of(slide)
        if "page" in figure:
            page = animation_in_words(figure["page"], slide.alt)
            return f'<div class="animation">{page}</div>'
        file = self.pictures / figure["file"].name
        shutil.copyfile(figure["file"], file)
        return (
            f'<img src="figures/{self.stem}/{file.name}" width="{figure["width"]:.0f}" '
            f'height="{figure["height"]:.0f}" alt="{html.escape(slide.alt)}">'
        )

    def predict(self, slide):
        rows = "".join(
            f'<li><span class="letter">{letter}</span> <span>{line(text)}</span>'
            f'<input type="number" min="0" max="999" data-letter="{letter}" '
            f'aria-label="Hands for ({letter})"></li>'
            for letter, text in slide.choices.items()
        )
        return (
            f'<ol class="choices" data-question="{slide.question}">{rows}</ol>'
            f'<p class="wait">{WAIT}</p>'
        )

    def result(self, slide):
        votes = "".join(
            f'<li class="{"right" if letter == slide.right else "other"}" '
            f'data-letter="{letter}"><span class="letter">{letter}</span>'
            f"{self.right_choice(slide) if letter == slide.right else ''}"
            f'<span class="bar"></span><span class="hands"></span></li>'
            for letter in slide.choices
        )
        shown = self.figure(slide) if slide.figure else f"<p>{line(slide.text)}</p>"
        return f'<ol class="votes" data-question="{slide.question}">{votes}</ol>{shown}'

    def right_choice(self, slide):
        return f"<b>{line(slide.choices[slide.right])}</b>"

    def play(self, slide):
        data = json.dumps(slide.play["data"], ensure_ascii=False).replace("</", "<\\/")
        module = module_text(slide.play["widget"]).replace("</", "<\\/")
        figure = "".join(slide.stored.split())
        return (
            f'<div class="play" id="play-{slide.cell}">'
            f'<img src="data:image/png;base64,{figure}" alt="{html.escape(slide.alt)}">'
            f'</div><script type="module">\n{module}\n'
            f'whenShown("play-{slide.cell}", (place) => mount(place, {data}));</script>'
        )
