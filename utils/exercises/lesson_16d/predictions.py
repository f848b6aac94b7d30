"""The questions of dive 16d, one second of speech."""

from utils.checking.questions import Predict

row_of_a_tone = Predict(
    "row_of_a_tone",
    right="b",
    choices={
        "a": "Eight samples is how long one swing takes. How many swings fit into a "
        "piece?",
        "b": "A piece lasts 0.032 s, and 32 swings fit into it.",
        "c": "The rows end at 128, with half the rate: 4 000 Hz.",
    },
)

moved_up = Predict(
    "moved_up",
    right="b",
    choices={
        "a": "Later is to the right. That is the other axis.",
        "b": "All tones are higher, and nothing comes earlier or later.",
        "c": "What follows what has stayed. Does a child that says it say other words?",
    },
)

spectrum_alone = Predict(
    "spectrum_alone",
    right="c",
    choices={
        "a": "No word is left in it, but is the language all that differs?",
        "b": "It lacks all that happens in time. But what else tells recordings apart?",
        "c": "Five recordings sound different on average: voice, microphone, room.",
    },
)

words_gone = Predict(
    "words_gone",
    right="c",
    choices={
        "a": "No word is left. But each column still holds a sound, and the same "
        "person made it.",
        "b": "This network loses something when the order goes. How much?",
        "c": "Single sounds, and how they are recorded, are enough.",
    },
)

two_new_people = Predict(
    "two_new_people",
    right="c",
    choices={
        "a": "The sentences were new in the test, too. What was not?",
        "b": "That would be a network that hears languages, with an accent.",
        "c": "What it knows are the recordings that it has learnt from.",
    },
)
