"""The questions of lesson 4b, edges by hand."""

from utils.checking.questions import Predict

white_picture = Predict(
    "white_picture",
    right="b",
    choices={
        "a": "Not in the picture. But what lies beyond its border, as the filter sees "
        "it?",
        "b": "Beyond the border lie zeros, black. A white pixel at the rim is brighter "
        "than those neighbours, and the filter says so.",
        "c": "The padding is the dark side of the step. The filter answers for the "
        "white pixels, and these are brighter than their neighbours.",
    },
)

bend_at_the_edge = Predict(
    "bend_at_the_edge",
    right="b",
    choices={
        "a": "There the slope is largest. The bend says how the slope changes: what "
        "does it do before its peak, and what after it?",
        "b": "The slope grows up to the edge and shrinks after it, so the bend goes "
        "from positive to negative.",
        "c": "The bend is negative after the edge, where the slope shrinks again, and "
        "positive before it.",
    },
)

grain_of_the_outline = Predict(
    "grain_of_the_outline",
    right="b",
    choices={
        "a": "The weights add up to 0, so even areas give 0. But the grain of nine "
        "pixels differs, and does not cancel.",
        "b": "Eight squared, and eight times one: 72, and its root is about 8.5.",
        "c": "That would be so if all nine grains pulled the same way. They are "
        "independent, so their squares add up, not their sizes.",
    },
)

best_sigma = Predict(
    "best_sigma",
    right="b",
    choices={
        "a": "So little blur averages hardly more than a single pixel, and the noise "
        "is strong.",
        "b": "Wide enough to calm the noise, narrow enough for bars of 4 pixels.",
        "c": "That calms the noise even better. But what becomes of bars that are "
        "narrower than the blur?",
    },
)
