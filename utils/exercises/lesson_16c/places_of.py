"""The task `places_of` of dive 16c, which language is this."""

import re

from utils.checking.cases import given
from utils.checking.tasks import Task


def _starts(text, run):
    places = range(len(text) - len(run) + 1)
    return [k for k in places if text[k : k + len(run)] == run]


places_of = Task(
    "places_of",
    code="""
    def places_of(text, run):
        return sum(text[k : k + len(run)] == run for k in range(len(text)))
    """,
    why="The filter slides by one letter; each place where everything agrees counts. "
    "At the very end fewer letters are left, which never equal the run.",
    hints=[
        "At how many places does a run of that many letters fit into the text?",
        "At place k lies text[k : k + len(run)]. Compare, and count the equal ones.",
    ],
    notice="The same number for every run that occurs is all that naive Bayes knows of "
    "a text.",
    cases=[
        given("banana", "ana"),
        given("banana", "n"),
        given("aaaa", "aa"),
        given("schuss", "sch"),
        given("les droits", "ts"),
        given("no", "note"),
        given("run", "run"),
        given("abcabcab", "abcab"),
    ],
    mistakes=[
        (
            lambda text, run: text.count(run),
            "overlapping places are missing: in banana, ana stands twice.",
        ),
        (
            lambda text, run: sum(
                text[k : k + len(run)] == run for k in range(len(text) - len(run))
            ),
            "the last place is missing: the run may stand at the very end.",
        ),
        (
            lambda text, run: sum(letter in run for letter in text),
            "these are the letters that occur in the run. Wanted are the places where "
            "all of it stands.",
        ),
        (
            lambda text, run: int(run in text),
            "whether it stands there at all. Wanted is how often.",
        ),
        (
            lambda text, run: len(text) - len(run) + 1,
            "this is at how many places it would fit. Count where it is.",
        ),
        (
            lambda text, run: len(re.findall(rf"\b{re.escape(run)}", text)),
            "only the beginnings of words are counted.",
        ),
        (
            lambda text, run: text.find(run),
            "this is where it first stands. Wanted is how often.",
        ),
        (
            _starts,
            "these are the places. Wanted is their number.",
        ),
    ],
)
