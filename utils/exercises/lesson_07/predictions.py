"""The questions of lesson 7, how a CNN learns."""

from utils.checking.questions import Predict

scores_plus_1000 = Predict(
    "scores_plus_1000",
    right="c",
    choices={
        "a": "So says mathematics. But the computer has to write down e to the power "
        "of 1002 on the way.",
        "b": "The cat leads by one point, as before, so it cannot take all. And is "
        "there a number for e to the power of 1002?",
        "c": "The powers overflow to infinity, and infinity divided by infinity is "
        "`nan`.",
    },
)
