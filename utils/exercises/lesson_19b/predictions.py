"""The questions of dive 19b, where did it go."""

from utils.checking.questions import Predict

brightest = Predict(
    "brightest",
    right="b",
    choices={
        "a": "There it is most like itself. But does a sum of products ask for that?",
        "b": "Large numbers make large products, whatever they show.",
        "c": "Compare the two sums: the piece with itself, and with four eights.",
    },
)

what_breaks = Predict(
    "what_breaks",
    right="b",
    choices={
        "a": "Half the light halves all that is left after the mean. What does the "
        "division make of that?",
        "b": "Turned, the pattern lies elsewhere in the piece.",
        "c": "A third larger, a pattern still lies nearly where it was.",
    },
)

who_follows = Predict(
    "who_follows",
    right="b",
    choices={
        "a": "They forgive a turn that the first look does not. But what does the last "
        "look have to forgive?",
        "b": "From one frame to the next, hardly anything turns.",
        "c": "You have seen what a turn does to them.",
    },
)

rabbit = Predict(
    "rabbit",
    right="b",
    choices={
        "a": "The first view is a face from the side. At the end it looks at the sky.",
        "b": "From one frame to the next a head hardly changes.",
        "c": "Renewed pieces do drift. But how far in four seconds, and how far is a face "
        "from its first view?",
    },
)

greedy_in_a_row = Predict(
    "greedy_in_a_row",
    right="c",
    choices={
        "a": "Which number of the table is the largest?",
        "b": "After the first two it takes, is a pair of the diagonal left?",
        "c": "The two largest are beside the diagonal, and what they leave is a 0.",
    },
)

what_saves = Predict(
    "what_saves",
    right="b",
    choices={
        "a": "It saved the three in a row. How often do walkers stand like that?",
        "b": "A box that is missing for a moment ends a track that cannot wait.",
        "c": "Covered is covered for some frames only. Then there is a box again.",
    },
)
