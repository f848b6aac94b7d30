"""The questions of lesson 13b, how many photos."""

from utils.checking.questions import Predict

first_names = Predict(
    "first_names",
    right="c",
    choices={
        "a": "It has not learned your four words, true. But it has seen 1.3 "
        "million photos, and a great many of them show animals.",
        "b": "You expect it to stumble over photos that it has not seen. It stumbles "
        "over words: it has names for most of what is here.",
        "c": "It knew these things before you came; only your words are new.",
    },
)

four_photos = Predict(
    "four_photos",
    right="c",
    choices={
        "a": "That is what a head would get that had learned nothing. But the groups "
        "are there before it is trained; it needs only their names.",
        "b": "One photo can be an odd one, that is true. But a photo's features tell "
        "more about its kind than about this one photo.",
        "c": "The groups are there already; one photo of each says which is which.",
    },
)

lead_of_reuse = Predict(
    "lead_of_reuse",
    right="c",
    choices={
        "a": "More examples help both. And the one that may change all its layers "
        "can make more of them.",
        "b": "The reused layers know what a stroke is. With enough examples the "
        "other one learns that too, and better suited to these digits.",
        "c": "Borrowed knowledge counts most where you have little of your own.",
    },
)
