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
        "a": "It puts back what smooth weights take away. Sharp ones took less away, "
        "so it is too much.",
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
        "a": "It gets the same small picture from both. Which of the two is likelier "
        "in photos?",
        "b": "The small picture is not even: it has stripes. What large stripes look "
        "like that, in most photos?",
        "c": "Both have this small picture, and the broad ones are the likelier.",
    },
)

nines_alone = Predict(
    "nines_alone",
    right="a",
    choices={
        "a": "All that it draws is put together from what it was taught.",
        "b": "It gets the pixels of a 4. But has it ever been shown what large picture "
        "goes with those?",
        "c": "Not enough to be sure. But this network has never been given a reason to "
        "doubt.",
    },
)
