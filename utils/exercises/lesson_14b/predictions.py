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
        "c": "Most places see no face at all, and most answers of a place are made for "
        "other sizes.",
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
        "c": "Then nobody could use it. It was trained on pictures without faces, too.",
    },
)

six_answers = Predict(
    "six_answers",
    right="b",
    choices={
        "a": "Spare answers would all give about the same. But in training each face "
        "is given to the answers whose size fits it.",
        "b": "An answer that meets the same sizes again and again need only say how "
        "far a face differs from them.",
        "c": "Six points of the face there are, but every answer gives all six.",
    },
)

what_hides = Predict(
    "what_hides",
    right="c",
    choices={
        "a": "Hardly anybody trains a detector with faces on their head. But its "
        "answer hangs on eyes, brows and mouth, in rows: these are there.",
        "b": "Half the face is gone, and no person would call it unseen. Its weights "
        "have seen hands, hair and cups before faces.",
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
