"""The questions of lesson 2, ReLU."""

from utils.checking.questions import Predict

one_filter = Predict(
    "one_filter",
    right="c",
    choices={
        "a": "It feels like that, but what the first finds are sums of pixels, and "
        "weighted sums of sums are weighted sums again.",
        "b": "One filter it is. But how many pixels across does a 3 × 3 window see, if "
        "each number under it has already seen 3 × 3 pixels?",
        "c": "Weighted sums of weighted sums are weighted sums, of all the pixels that "
        "take part.",
    },
)

photo_and_negative = Predict(
    "photo_and_negative",
    right="c",
    choices={
        "a": "Without ReLU the second answer is the first with the other sign. A ReLU "
        "leaves nothing negative that could cancel.",
        "b": "The photo alone shows those. What does −photo show, where every edge "
        "goes the other way?",
        "c": "The photo shows the edges that get brighter, its negative those that get "
        "darker, and nothing is negative, so nothing cancels.",
    },
)

what_remains = Predict(
    "what_remains",
    right="b",
    choices={
        "a": "A ReLU fades nothing: each number stays as it is, or becomes 0.",
        "b": "From left to right it gets brighter there, Sobel x answers with positive "
        "numbers, and a ReLU keeps them.",
        "c": "There it gets darker, so Sobel x answers with negative numbers. What "
        "does a ReLU do to these?",
    },
)

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
        "a": "One step moves all weights at once, and a huge learning rate moves them "
        "as far as it likes.",
        "b": "The step pushes about half of the units up and half of them down, far "
        "below zero for every example.",
        "c": "Not all are pushed down: a unit that counts positively in the output is "
        "raised, for the answers were too small.",
    },
)

rings_without_relu = Predict(
    "rings_without_relu",
    right="a",
    choices={
        "a": "No line parts two rings. The best one would still beat half, but the "
        "cross-entropy punishes confident mistakes, so a timid half everywhere is "
        "cheapest.",
        "b": "The best line gets more right than this network does: training "
        "minimises the cross-entropy, which punishes confident mistakes.",
        "c": "Sixteen weighted sums, weighed and added up, are one weighted sum.",
    },
)

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
