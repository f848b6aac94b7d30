"""From a lesson's pieces to its slides: the rules, one method each.

1. The lesson's title and its first sentences open the deck.
2. A heading is not a slide: it stands small above all that follows it.
3. Of a paragraph, the sentences with a **new term** make a slide. So does the
   paragraph right above a prediction, which sets the scene.
4. A figure has a slide of its own, under the finding that is its title in the lesson.
5. A prediction waits on one slide. The next is its result: the votes, the right choice,
   and the figure that decides, or the answer's words.
6. A formula stands alone with the sentence that leads to it; a list as a list.
7. A task is a slide. Code and what it prints is one where the cell's metadata asks.
8. All other text is said: it goes to the notes of the slide that it is about.

A cell's metadata "slide" has the last word: CONTRIBUTING.md, "Slides".
"""

from course_slides.choosing import (
    MOST_WORDS,
    beginning,
    count_words,
    sentences,
    split_items,
    terms,
    with_neighbours,
)
from course_slides.pieces import pieces_of
from course_slides.predictions import PREDICT, Predictions
from course_slides.slides import Slide
from tools.lessons import exercises_module

LAST_SECTION = "Going further"


def slides_of(name):
    """The slides of a lesson, "03"."""
    deck = _Deck(exercises_module(name))
    for piece in pieces_of(name):
        if piece.kind == "heading" and piece.text == LAST_SECTION:
            break
        getattr(deck, piece.kind)(piece)
    return deck.slides


class _Deck(Predictions):
    """The slides so far, and what waits for the next."""

    def __init__(self, exercises):
        self.exercises, self.slides = exercises, []
        self.section = ""
        self.waiting = []  # paragraphs that no slide has yet
        self.setting = None  # of those, the cell's last one
        self.asked = None  # the prediction that waits for its result
        self.said_by = None  # the cell whose author has chosen its slides' words

    def add(self, kind, piece, **fields):
        """A new slide, which gets the paragraphs that waited as its notes."""
        fields.setdefault("section", self.section)
        if fields["section"] == fields.get("title"):
            fields["section"] = ""
        slide = Slide(kind, piece.cell, **fields)
        slide.notes += self.waiting
        self.waiting, self.setting = [], None
        self.slides.append(slide)
        return slide

    def note(self, text):
        """Text that is said about the slide that stands."""
        self.slides[-1].notes.append(text)

    def heading(self, piece):
        self.section, self.said_by = piece.text, None
        self.asked = None
        if piece.level == 1:
            self.add("title", piece, title=piece.text, section="")

    def say(self, piece):
        """The author's own words for the slides of a cell: texts, or items of lists."""
        self.said_by = piece.cell
        for said in piece.items:
            if isinstance(said, list):
                self.add("items", piece, title=self.section, items=said)
            else:
                self.add("text", piece, title=self.section, text=said)

    def text(self, piece):
        if (
            self.slides[-1].kind == "title"
            and len(self.slides) == 1
            and not self.slides[0].text
        ):
            most = MOST_WORDS - count_words(self.section)
            self.slides[0].text = beginning(piece.text, most)
            self.note(piece.text)
        elif piece.text.startswith(PREDICT):
            self.question(piece)
        elif terms(piece.text) and self.said_by != piece.cell:
            self.terms(piece)
        elif self.section_has_begun():
            self.note(piece.text)
        else:
            self.waiting.append(piece.text)
            self.setting = piece.text if self.said_by != piece.cell else None

    def section_has_begun(self):
        """Whether the last slide is one of this section."""
        return (
            self.slides[-1].section == self.section
            or self.slides[-1].title == self.section
        )

    def terms(self, piece):
        text = with_neighbours(piece.text, MOST_WORDS - count_words(self.section))
        self.waiting.append(piece.text)
        self.add("text", piece, title=self.section, text=text)

    def figure(self, piece):
        parts = len(piece.wishes.get("panels", [None]))
        for part in range(parts):
            is_result = piece.hidden and isinstance(self.asked, Slide)
            figure = {
                "key": piece.key,
                "number": piece.number,
                "is_result": is_result,
                "wishes": piece.wishes,
                "part": part,
            }
            fields = {"figure": figure, "alt": piece.alt}
            title = piece.wishes.get("title", "")
            fields["title"] = title[part] if isinstance(title, list) else title
            if is_result:
                self.result(piece, **fields)
            else:
                self.add("figure", piece, **fields)

    def formula(self, piece):
        others = [s for s in self.slides if (s.kind, s.cell) == ("formula", piece.cell)]
        if "leads" in piece.wishes:
            lead = piece.wishes["leads"][len(others)]
        else:
            lead = sentences(self.lead())[-1]
        self.add(
            "formula",
            piece,
            title=self.section,
            text=beginning(lead, 30),
            formula=piece.text,
        )

    def lead(self):
        """The paragraph right above a formula."""
        if self.waiting:
            return self.waiting[-1]
        return self.slides[-1].notes[-1] if self.slides[-1].notes else ""

    def items(self, piece):
        if self.said_by == piece.cell:
            return
        most = MOST_WORDS - count_words(self.section)
        for group in split_items(piece.wishes.get("items", piece.items), most):
            self.add("items", piece, title=self.section, items=group)

    def task(self, piece):
        most = MOST_WORDS - count_words(f"{self.section} Task {piece.text}")
        text = beginning(piece.wishes.get("task", piece.items[0]), most)
        slide = self.add("task", piece, title=f"Task {piece.text}", text=text)
        slide.notes.append(piece.items[0])

    def play(self, piece):
        self.add(
            "play",
            piece,
            title=self.section,
            play=piece.play,
            stored=piece.figure,
            alt=piece.alt,
        )

    def code(self, piece):
        title = piece.wishes.get("title", self.section)
        self.add(piece.kind, piece, title=title, text=piece.text)

    print = code

    def table(self, piece):
        if count_words(piece.text) <= MOST_WORDS:
            self.add("table", piece, title=self.section, text=piece.text)
        else:
            self.note(piece.text)

    def listing(self, piece):
        self.note(piece.text)
