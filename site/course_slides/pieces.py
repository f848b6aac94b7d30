"""A lesson as a row of pieces: what each cell says, asks, draws, plays or computes."""

import re
import textwrap
from dataclasses import dataclass, field

import nbformat

from course_slides.keeping import short_hash
from tools.cells import call_in
from tools.lessons import notebook_path
from utils.play.widget import PLAY

HEADING = re.compile(r"(#{1,3}) (.+)")
DETAILS = re.compile(r"<details>\s*<summary>.*?</summary>(.*?)</details>", re.DOTALL)
CHOICE = re.compile(r"- \(([a-z])\) ")
ITEM = re.compile(r"(?:- |\d+\. )")
TASK = re.compile(r"\*\*(?:Task )?(\d+\. .+?)\*\*\s*(.*)", re.DOTALL)


@dataclass
class Piece:
    """One part of a lesson; `kind` says which of the rest it has.

    heading (text, level) · text · items (list of texts) · formula (text) · table (text)
    · choices ({letter: text}) · asks (name) · answer (text) · task (title, text)
    · figure (key, number, alt, hidden, wishes) · play (widget, data, figure, alt)
    · code (source) · say (list of texts)
    """

    kind: str
    cell: str
    text: str = ""
    level: int = 0
    items: list = field(default_factory=list)
    choices: dict = field(default_factory=dict)
    wishes: dict = field(default_factory=dict)
    alt: str = ""
    hidden: bool = False
    key: str = ""
    number: int = 0
    play: dict = field(default_factory=dict)
    figure: str = ""


def pieces_of(name):
    """The pieces of a lesson, in order."""
    notebook = nbformat.read(notebook_path(name), as_version=4)
    found = []
    for cell in notebook.cells:
        if cell.metadata.get("slide") == "skip":
            continue
        parts = markdown_pieces if cell.cell_type == "markdown" else code_pieces
        found.extend(parts(cell))
    return found


def markdown_pieces(cell):
    """What a text cell holds."""
    wishes = cell.metadata.get("slide", {})
    text = cell.source
    answers = iter(DETAILS.findall(text))
    text = DETAILS.sub("\n\n<answer>\n\n", text)
    to_say = what_to_say(text, wishes)
    for block in blocks(text):
        heading = HEADING.fullmatch(block)
        if not heading and block != "<answer>" and "" in to_say:
            yield Piece("say", cell.id, items=to_say.pop(""))
        if heading:
            yield Piece("heading", cell.id, heading[2], len(heading[1]))
            if heading[2] in to_say:
                yield Piece("say", cell.id, items=to_say.pop(heading[2]))
        elif block == "<answer>":
            yield Piece("answer", cell.id, next(answers).strip(), wishes=wishes)
        elif block.startswith("$$"):
            yield Piece("formula", cell.id, block, wishes=wishes)
        elif CHOICE.match(block):
            choices = dict(split_choice(line) for line in items(block))
            yield Piece("choices", cell.id, choices=choices, wishes=wishes)
        elif ITEM.match(block):
            listed = [ITEM.sub("", item, count=1) for item in items(block)]
            yield Piece("items", cell.id, items=listed, wishes=wishes)
        elif block.startswith("|"):
            yield Piece("table", cell.id, block)
        elif block.startswith("```"):
            yield Piece("listing", cell.id, block)
        elif task := TASK.fullmatch(block):
            yield Piece(
                "task", cell.id, task[1].rstrip("."), items=[task[2]], wishes=wishes
            )
        else:
            yield Piece("text", cell.id, block)


def what_to_say(text, wishes):
    """The author's own words under each heading of a cell; "": before the first."""
    said = wishes.get("say", {})
    if isinstance(said, dict):
        return dict(said)
    headings = [HEADING.fullmatch(block) for block in blocks(text)]
    return {next((found[2] for found in headings if found), ""): said}


def blocks(text):
    """The blocks of a text: headings, paragraphs, lists, formulas, tables."""
    fenced = re.split(
        r"(^```.*?^```$|\$\$.*?\$\$)", text, flags=re.DOTALL | re.MULTILINE
    )
    for part in fenced:
        if part.startswith(("```", "$$")):
            yield part
            continue
        for block in re.split(r"\n\s*\n", part):
            lines = block.strip().split("\n")
            while lines and HEADING.fullmatch(lines[0].strip()):
                yield lines.pop(0).strip()
            rest = "\n".join(lines).strip()
            if rest:
                yield rest


def items(block):
    """The items of a list, each on one line."""
    return [" ".join(item.split()) for item in re.split(r"\n(?=- |\d+\. )", block)]


def split_choice(item):
    return CHOICE.match(item)[1], CHOICE.sub("", item, count=1)


def code_pieces(cell):
    """What a code cell shows, and its code where it asks for that."""
    wishes = cell.metadata.get("slide", {})
    called = call_in(cell)
    if called:
        if called[1] == "answer":
            yield Piece("asks", cell.id, called[0])
        return
    if "code" in wishes:
        yield Piece(
            "code", cell.id, chosen_lines(cell.source, wishes["code"]), wishes=wishes
        )
    hidden = bool(cell.metadata.get("jupyter", {}).get("outputs_hidden"))
    number = 0
    for output in cell.get("outputs", []):
        forms = output.get("data", {})
        if PLAY in forms:
            yield Piece(
                "play",
                cell.id,
                alt=cell.metadata.get("alt", ""),
                play=dict(forms[PLAY]),
                figure=forms["image/png"],
            )
        elif "image/png" in forms or "anim-controls" in forms.get("text/html", ""):
            yield Piece(
                "figure",
                cell.id,
                alt=cell.metadata.get("alt", ""),
                hidden=hidden,
                key=short_hash(cell.source.strip()),
                number=number,
                wishes=wishes,
            )
            number += 1
        elif wishes.get("print") and "text" in output:
            yield Piece("print", cell.id, output["text"].rstrip(), wishes=wishes)


def chosen_lines(source, which):
    """All lines of a cell, or those from the first to the last of [first, last]."""
    lines = source.split("\n")
    if which is True:
        return source
    first, last = which
    return textwrap.dedent("\n".join(lines[first - 1 : last]))
