"""The questions of lesson 2b, activations."""

from utils.checking.questions import Predict

signal_in_layer_1 = Predict(
    "signal_in_layer_1",
    right="c",
    choices={
        "a": "Glorot's start keeps the size steady for an activation of slope 1. What "
        "is the largest slope that a sigmoid has?",
        "b": "That would be a loss of the same amount in each layer. Slopes along the "
        "way multiply.",
        "c": "A slope of a quarter at most, twenty times over: a product, not a sum.",
    },
)

one_long_step = Predict(
    "one_long_step",
    right="b",
    choices={
        "a": "One step moves all weights at once, and so long a step moves them "
        "as far as it likes.",
        "b": "The step pushes about half of the units up and half of them down, far "
        "below zero for every example.",
        "c": "Not all are pushed down: a unit that counts positively in the output is "
        "raised, for the answers were too small.",
    },
)

born_dead = Predict(
    "born_dead",
    right="b",
    choices={
        "a": "Small sums lie near zero, but on the same side of it as the large ones: "
        "the factor is positive.",
        "b": "A positive factor changes the sign of no sum, so a unit that is negative "
        "for every example is so at any size.",
        "c": "It takes one example above zero to be alive, and a small sum above zero "
        "is still above it.",
    },
)
