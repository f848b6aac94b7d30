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

corners_without_relu = Predict(
    "corners_without_relu",
    right="b",
    choices={
        "a": "There are weights that do better: a line can cut off one corner of the "
        "square.",
        "b": "A line can cut off one corner, but no line has two opposite corners on "
        "one side and the other two on the other.",
        "c": "Then one line would part both corners of one diagonal from both of the "
        "other. Try to draw it.",
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
        "c": "Ten weighted sums, weighed and added up, are one weighted sum.",
    },
)
