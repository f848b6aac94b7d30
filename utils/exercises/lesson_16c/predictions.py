"""The questions of dive 16c, which language is this."""

from utils.checking.questions import Predict

ana_in_banana = Predict(
    "ana_in_banana",
    right="b",
    choices={
        "a": "The filter goes on by one letter, not to behind what it has found.",
        "b": "At the second letter and at the fourth, though they overlap.",
        "c": "The filter fits at four places. At how many do all three letters agree?",
    },
)

letters_needed = Predict(
    "letters_needed",
    right="b",
    choices={
        "a": "So few letters are in many languages: think of `est`.",
        "b": "Two words, more or less, hold enough triples that few languages have.",
        "c": "Then each language would have to look nearly like every other.",
    },
)

learnt_or_counted = Predict(
    "learnt_or_counted",
    right="b",
    choices={
        "a": "It chooses from what it has read: a few pages of each language.",
        "b": "The lead comes from runs of four and five letters.",
        "c": "With triples alone it would be so. But counting may go on to five.",
    },
)

mixed_up = Predict(
    "mixed_up",
    right="b",
    choices={
        "a": "To whom do they look strange? A model that has read both knows them by "
        "their double vowels and their accents.",
        "b": "Same roots, same endings, nearly the same letters.",
        "c": "Same family, but `th` and `sch` are soon found.",
    },
)
