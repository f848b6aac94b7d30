"""Who has handed in what: submissions and the people of a roster brought together."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

# What the files are called that Moodle and Canvas hand out of an assignment:
# "Ann Lee_1234_assignsubmission_file", and "leeann_LATE_1234_56789_03_pooling.ipynb".
FROM_MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(file|onlinetext)")
FROM_CANVAS = re.compile(r"(?P<name>[^_]+)(_LATE)?_(?P<id>\d+)_\d+_")

# How the table holds signs that do not print, such as the spaces of other scripts.
WRITTEN_OUT = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))")


@dataclass
class Person:
    """Somebody on a roster.

    name: to be shown. names: all forms in which it may be written. ids: texts that mean
    nobody else, such as an address. number: by which the LMS calls its files.
    row: the index of the roster's line.
    """

    name: str
    names: list
    ids: list
    number: str
    row: int


@dataclass
class Matched:
    """What is found: {row of a person: Graded}, and a sentence for each oddity."""

    grades: dict = field(default_factory=dict)
    sentences: list = field(default_factory=list)


def match(graded, people):
    """Matched, of a list of Graded (tools.lms.grades) and one of Person.

    The folder or file counts, which the LMS has named, before the name in the
    notebook, which anybody can write there. The best of several submissions counts.
    """
    known, found = _Known(people), Matched()
    by_person = defaultdict(list)
    for each in graded:
        person = _who(each, known, found.sentences)
        if person:
            by_person[person.row].append((person, each))
    for row, pairs in by_person.items():
        person, best = max(pairs, key=lambda pair: pair[1].points)
        found.grades[row] = best
        if len(pairs) > 1:
            files = ", ".join(each.file for _, each in pairs)
            found.sentences.append(
                f"{person.name} has handed in {len(pairs)} times ({files}): the best "
                f"counts, {best.file}."
            )
    return found


def _who(each, known, sentences):
    """The person who has handed in, or None; what is odd is added to the sentences."""
    by_place, by_name = known.by_place(each.file), known.by_text(each.student)
    found = by_place or by_name
    if not found:
        named = f" by {each.student}" if each.student else ""
        sentences.append(f"{each.file}{named} is of nobody on the roster: no grade.")
    elif len(found) > 1:
        names = " and ".join(sorted(person.name for person in found))
        sentences.append(
            f"{each.file} may be of several on the roster ({names}): no grade; call "
            "its folder as the roster calls one of them alone, such as by an address."
        )
    elif by_place and by_name and found[0] not in by_name:
        sentences.append(
            f"{each.file} counts for {found[0].name}, whose folder or file it is, "
            f"though the name in it is {each.student}."
        )
    return found[0] if len(found) == 1 else None


class _Known:
    """The people of a roster, by all that they may be called."""

    def __init__(self, people):
        self.ids, self.names = defaultdict(list), defaultdict(list)
        self.numbers = defaultdict(list)
        for person in people:
            for text in {text.strip().casefold() for text in person.ids} - {""}:
                self.ids[text].append(person)
            for text in {folded(text) for text in person.names} - {""}:
                self.names[text].append(person)
            if person.number:
                self.numbers[person.number].append(person)

    def by_place(self, file):
        """Whom a file's folder means, or the file itself where it lies in none."""
        place, _, rest = file.partition("/")
        for pattern in (FROM_MOODLE, FROM_CANVAS):
            if parts := pattern.match(place):
                return self.numbers.get(parts["id"]) or self.by_text(parts["name"])
        return self.by_text(place if rest else place.rpartition(".")[0])

    def by_text(self, text):
        """Whom an address, a number or a name means."""
        text = text.removeprefix("'")  # from a cell that began like a formula
        return self.ids.get(text.strip().casefold()) or self.names.get(folded(text), [])


def folded(name):
    """A name without what people write differently: case, spaces, commas, hyphens."""
    name = WRITTEN_OUT.sub(lambda sign: chr(int(sign[1] or sign[2], 16)), name)
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LMN")


def name_forms(first, last):
    """The ways in which the two parts of a name are written together."""
    return [f"{first} {last}", f"{last} {first}"]


def forms_of(full):
    """The ways to write a name given whole: as it is, and with the last word first."""
    first, _, last = full.strip().rpartition(" ")
    return name_forms(first, last)
