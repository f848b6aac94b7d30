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

best_nudge = Predict(
    "best_nudge",
    right="b",
    choices={
        "a": "That would be so with numbers of endlessly many digits. The two losses "
        "become so alike that their difference drowns in the last digit.",
        "b": "A large nudge sees the curve's bend, a tiny one only rounding. The "
        "best lies where the two errors meet.",
        "c": "The bend does matter less and less. But something else gets worse the "
        "smaller the difference is: think of the last digit.",
    },
)

pooled_slopes = Predict(
    "pooled_slopes",
    right="b",
    choices={
        "a": "That would be average pooling. Nudge a number that is not the largest "
        "of its window: does the output move?",
        "b": "One winner in each of four windows. The others could change a little, "
        "and no output would notice.",
        "c": "One in each *window*; how many windows are there?",
    },
)
