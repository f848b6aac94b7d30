"""The questions of lesson 6d, layers that change in use."""

from utils.checking.questions import Predict

dropout_survivors = Predict(
    "dropout_survivors",
    right="c",
    choices={
        "a": "Smaller survivors would make the sum smaller still, and some inputs "
        "are gone already.",
        "b": "Then the next layer would get half the sum in training that it gets in "
        "use.",
        "c": "Half are gone, the others count double, and the sum stays about the "
        "same.",
    },
)

normalised_in_use = Predict(
    "normalised_in_use",
    right="b",
    choices={
        "a": "Those come from the mean and the deviation of this very batch, and "
        "they are taken in training only. What is taken in use?",
        "b": "In use the layer trusts its moving averages, and after one batch they "
        "have hardly moved from mean 0 and variance 1.",
        "c": "For that, each number would have to be equal to the mean.",
    },
)
