"""The questions of dive 15d, when hardly a pixel counts."""

from utils.checking.questions import Predict

the_same_everywhere = Predict(
    "the_same_everywhere",
    right="c",
    choices={
        "a": "That is cross-entropy's answer. The Dice loss asks for overlap: what does "
        "a little more everywhere do to what is shared?",
        "b": "One half is where networks start, and no loss wants it here.",
        "c": "More everywhere is more overlap, and ground called foreground costs "
        "little beside what is missed already.",
    },
)

one_in_a_thousand = Predict(
    "one_in_a_thousand",
    right="b",
    choices={
        "a": "For cross-entropy that is so. In the Dice loss, what does one pixel of "
        "ground change in a fraction whose lower part is already a hundred?",
        "b": "Cross-entropy weighs each pixel by itself, so many are strong. In a "
        "fraction, many share what one has.",
        "c": "Cross-entropy adds up pixels one by one, and 999 of them are ground.",
    },
)
