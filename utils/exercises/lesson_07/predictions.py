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

which_rise = Predict(
    "which_rise",
    right="a",
    choices={
        "a": "Of the true class, probability minus 1 is negative; of every other, "
        "probability minus 0 is positive. Descent goes against the sign.",
        "b": "The fish did get little. But it is not a fish: what is its probability "
        "minus its truth, positive or negative?",
        "c": "Descent goes against the slopes. Have all three of them the same sign?",
    },
)

which_filter = Predict(
    "which_filter",
    right="b",
    choices={
        "a": "Lay it over one slope in the padded grid. A window further to the right "
        "covers a pixel with its left column: on which side does the pixel see it?",
        "b": "The window above a pixel covers it with its lower weights, the one to "
        "its left with its right ones: from the pixel, all weights are turned.",
        "c": "Mirrored at the diagonal, rows become columns. But up and down change "
        "places among themselves, and so do left and right.",
    },
)
