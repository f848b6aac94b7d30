"""What a slide is: one thing to see, at most 40 words beside it, and what is said."""

from dataclasses import dataclass, field

from course_slides.choosing import count_words

WORDS_A_MINUTE = 120  # of a lecturer who leaves time to look
# Minutes besides speaking: to look, to think and raise hands, to play.
BESIDES = {"predict": 3, "result": 1, "figure": 0.5, "play": 3}


@dataclass
class Slide:
    """One slide. kind: title, text, items, formula, figure, play, predict, result,
    task, code, print or table; it says which of the fields are used."""

    kind: str
    cell: str  # the id of the cell that it comes from
    section: str = ""  # small, above the title
    title: str = ""
    text: str = ""  # Markdown
    items: list = field(default_factory=list)
    formula: str = ""
    choices: dict = field(default_factory=dict)  # of a prediction and its result
    question: str = ""  # the name of the exercise
    right: str = ""  # the letter of the right choice
    figure: dict = field(default_factory=dict)  # what Figures.get asks for
    alt: str = ""
    play: dict = field(default_factory=dict)
    stored: str = ""  # a plaything's figure, PNG in base64
    notes: list = field(default_factory=list)  # Markdown

    @property
    def words(self):
        """The words on the slide, besides the figure, or the code."""
        shown = [self.section, self.title, *self.items]
        if self.kind not in ("code", "print"):
            shown.append(self.text)
        if self.kind == "predict":
            shown += self.choices.values()
        if self.kind == "result":
            shown.append(self.choices[self.right])
        return sum(map(count_words, shown))

    @property
    def minutes(self):
        """How long it is likely to stand, in minutes."""
        spoken = sum(map(count_words, self.notes)) / WORDS_A_MINUTE
        return max(0.5, round(2 * (spoken + BESIDES.get(self.kind, 0))) / 2)
