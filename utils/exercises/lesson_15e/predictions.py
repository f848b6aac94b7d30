"""The questions of dive 15e, a person cut out."""

from utils.checking.questions import Predict

most_work = Predict(
    "most_work",
    right="b",
    choices={
        "a": "Most parameters are there. But each of them is used at only 16 × 16 "
        "places.",
        "b": "A weight is used at every place, and there are 64 times as many places "
        "as on maps of 16 × 16.",
        "c": "The layers' channels and places do not balance: look at the bars.",
    },
)

half_covered = Predict(
    "half_covered",
    right="b",
    choices={
        "a": "So it would be with the hair's own colour. The photo has no pixel of "
        "that colour here: half of the wall is in it.",
        "b": "Half of 0.5, and half of 0. The quarter is the old wall.",
        "c": "That is what a hard threshold leaves, if it takes the pixel for hair.",
    },
)

animals = Predict(
    "animals",
    right="c",
    choices={
        "a": "It learnt what people look like, or so one thinks. It also learnt what "
        "no picture contradicted.",
        "b": "More than that: count again.",
        "c": "Most of them. Little in what it learnt from, we guess, told animals from "
        "people.",
    },
)

most_changed = Predict(
    "most_changed",
    right="c",
    choices={
        "a": "Its maps are the largest, but one of its cells covers 2 × 2 pixels: what "
        "it knows of the border is fine. So it settles the last pixel or two.",
        "b": "It lies in between; right at the border about as many as without the "
        "largest.",
        "c": "One of its cells covers 8 × 8 pixels: so far from the border it still "
        "has something to say.",
    },
)

outline_too_wide = Predict(
    "outline_too_wide",
    right="a",
    choices={
        "a": "Volumes grow with the cube: 1.1 · 1.1 · 1.1.",
        "b": "That is the area of a slice through its middle: 1.1 · 1.1.",
        "c": "That is the radius.",
    },
)
