"""What a slide is: one thing to see, at most 40 words beside it, and what is said."""

import re
from dataclasses import dataclass, field

MOST_WORDS = 40
FEWEST_WORDS = 12  # of a slide that has nothing but words
WORDS_A_MINUTE = 120  # of a lecturer who leaves time to look
# Minutes besides speaking: to look, to think and raise hands, to play.
BESIDES = {"predict": 1.5, "result": 0.5, "figure": 0.5, "play": 2}


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
        """The words on the slide, besides the figure."""
        shown = [self.section, self.title, self.text, *self.items]
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


def count_words(text):
    """The words of a text in Markdown; a formula or a name counts as one."""
    text = re.sub(r"\$\$?.+?\$\$?", "x", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return len(re.findall(r"\w[\w'’.,×·-]*", text))


def sentences(text):
    """The sentences of a paragraph."""
    text = " ".join(text.split())
    ends = r"(?<=[.?!:])(?<!and others\.)(?<!e\.g\.)\s+(?=[A-Z*`$\"“(]|\d)"
    return re.split(ends, text)


def beginning(text, most=MOST_WORDS):
    """The first sentences of a paragraph, with at most so many words together."""
    chosen = []
    for sentence in sentences(text):
        if chosen and count_words(" ".join([*chosen, sentence])) > most:
            break
        chosen.append(sentence)
    return " ".join(chosen)


def split_items(items, most=MOST_WORDS):
    """A list cut into lists of at most so many words each."""
    groups = []
    for item in items:
        item = beginning(item, most)
        if groups and sum(map(count_words, [*groups[-1], item])) <= most:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups
