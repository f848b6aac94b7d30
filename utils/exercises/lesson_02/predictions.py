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
        "a": "No line parts two rings. The best one still beats half, but the "
        "cross-entropy punishes confident mistakes, so descent ends near one half "
        "everywhere.",
        "b": "The best line gets more right than this network does: training "
        "minimises the cross-entropy, which punishes confident mistakes.",
        "c": "Ten weighted sums, weighed and added up, are one weighted sum.",
    },
)

three_outputs = Predict(
    "three_outputs",
    right="b",
    choices={
        "a": "A ReLU would know no frost. And a photo can carry several tags at once: "
        "must their probabilities add up to 1?",
        "b": "A quantity takes no activation, tags that can be right together a "
        "sigmoid each, one class of ten a softmax.",
        "c": "A softmax makes the tags share a probability of 1. What about a photo "
        "of people on a beach at night?",
    },
)
