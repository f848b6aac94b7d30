"""The questions of dive 17b, more pixels."""

from utils.checking.questions import Predict

which_letter = Predict(
    "which_letter",
    right="c",
    choices={
        "a": "Count the black pixels in the upper left quarter of each. Then in the "
        "other three.",
        "b": "Which two would that be? Count the black pixels in each quarter.",
        "c": "Each quarter of each letter has two black pixels and two white ones: all "
        "means are one half.",
    },
)

by_sharpening = Predict(
    "by_sharpening",
    right="b",
    choices={
        "a": "Means make fine detail fainter, and some of it only fainter. What does "
        "sharpening do to what is faint?",
        "b": "What is only faint can be made strong by any filter; for the rest, an "
        "edge has to be known for an edge.",
        "c": "One filter for every place: it sharpens an edge and a hair alike. A "
        "network with bends need not.",
    },
)

other_way = Predict(
    "other_way",
    right="a",
    choices={
        "a": "It puts back what smooth weights take away. Sharp ones take less away.",
        "b": "What has it learnt to undo? And how much of that was done to sharp "
        "photos?",
        "c": "They look alike to you. To the network, the strength of what it adds was "
        "learnt for one kind.",
    },
)

narrow_stripes = Predict(
    "narrow_stripes",
    right="c",
    choices={
        "a": "How far is it from stripe to stripe, and how far does one small pixel "
        "reach? What pattern is left?",
        "b": "Is the small picture even? Each of its pixels covers two thirds of the "
        "way from stripe to stripe.",
        "c": "Broad, fainter stripes have the very same small picture: nothing tells "
        "the two apart.",
    },
)

small_fours = Predict(
    "small_fours",
    right="b",
    choices={
        "a": "It was taught other digits, too. Which of them have nearly the same "
        "sixteen pixels, and what is the mean of both?",
        "b": "What lies between a 4 and a 9 is read as a 9 more often, in each of "
        "three trainings.",
        "c": "Many are read as something else, but one digit stands out, in each of "
        "three trainings. Which digit is most like a 4?",
    },
)
