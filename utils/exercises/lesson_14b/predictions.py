"""The questions of lesson 14b, a face detector."""

from utils.checking.questions import Predict

raw_boxes = Predict(
    "raw_boxes",
    right="b",
    choices={
        "a": "One face, one box: that is what you want in the end. But each of the 896 "
        "answers is given without knowing of the others.",
        "b": "Some neighbours see the face as well as the best one does, and nobody "
        "tells them to be silent.",
        "c": "Most places see no face at all, and say so.",
    },
)

other_pictures = Predict(
    "other_pictures",
    right="c",
    choices={
        "a": "He has a face, and only half of it is seen. But a network answers to "
        "patterns, not to what has a face.",
        "b": "The cat is a good guess: two eyes, a nose between them. Is there more "
        "that has dark patches in such places?",
        "c": "A score says how well the pixels fit what it has learned, and nothing "
        "about what is there.",
    },
)

false_alarms = Predict(
    "false_alarms",
    right="b",
    choices={
        "a": "You have just seen it take a cat for a face; this was not the only such "
        "picture.",
        "b": "Far fewer than half, and far too many to be left alone.",
        "c": "Then nobody could use it.",
    },
)

six_answers = Predict(
    "six_answers",
    right="b",
    choices={
        "a": "Spare answers would take turns, whatever the face. The staircase in the "
        "figure shows that they do not.",
        "b": "Each is the best one for faces of some sizes, and the next for the next "
        "larger ones.",
        "c": "Six points of the face there are, but every answer gives all six.",
    },
)

what_hides = Predict(
    "what_hides",
    right="c",
    choices={
        "a": "It does hide one of the two faces nearly every time, but the other one "
        "never.",
        "b": "Half the face is gone, and neither a person nor this network minds. Why, "
        "two faces cannot say.",
        "c": "What you hardly notice changes every pixel, and its first filters see "
        "pixels.",
    },
)

twenty_each = Predict(
    "twenty_each",
    right="b",
    choices={
        "a": "15 points are a lot, where they are sure. Three faces more or less make "
        "up the whole difference.",
        "b": "So few faces leave room for luck: their intervals overlap widely.",
        "c": "No difference *shown* is not the same as none: twenty faces cannot show "
        "that either.",
    },
)
