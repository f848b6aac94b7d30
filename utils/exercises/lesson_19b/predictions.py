"""The questions of dive 19b, where did it go."""

from utils.checking.questions import Predict

who_follows = Predict(
    "who_follows",
    right="b",
    choices={
        "a": "They forgive a turn that the first look does not. But what does the last "
        "look have to forgive?",
        "b": "From one frame to the next, hardly anything turns.",
        "c": "You have seen what a turn does to pixels cut out once.",
    },
)

rabbit = Predict(
    "rabbit",
    right="b",
    choices={
        "a": "The first view is a face from the side. How long does it stay so?",
        "b": "From one frame to the next a head hardly changes.",
        "c": "Renewed pieces do drift. But how far in four seconds?",
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
        "c": "It helps those who wait. But a track that ends at once goes nowhere.",
    },
)
