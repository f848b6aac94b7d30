"""The questions of lesson 15b, each nucleus by itself."""

from utils.checking.questions import Predict

at_the_corners = Predict(
    "at_the_corners",
    right="c",
    choices={
        "a": "That is so where corners count as neighbours, too.",
        "b": "Look at the pixel alone in the upper right corner, and at the two below "
        "it to the left: do they share a side?",
        "c": "Two pixels that meet at a corner share no side, so the flood does not "
        "pass there.",
    },
)

blob_of_two = Predict(
    "blob_of_two",
    right="b",
    choices={
        "a": "For a hit the IoU must be above one half. The blob is twice as large as "
        "either nucleus.",
        "b": "Each nucleus is exactly half of the blob, and one half is not above one "
        "half. So nothing hits.",
        "c": "The pixels are right as a mask. But one object was found, and it is "
        "neither of the two.",
    },
)

hilltops = Predict(
    "hilltops",
    right="c",
    choices={
        "a": "Two discs that touch have two tops, one each: the distance falls where "
        "the blob is narrow.",
        "b": "A disc is one hill. A nucleus is drawn by hand, pixel by pixel, and its "
        "rim has dents.",
        "c": "Each dent in a rim makes the distances behind it smaller, and leaves a "
        "top on either side.",
    },
)

distance_alone = Predict(
    "distance_alone",
    right="b",
    choices={
        "a": "It does part pairs. Look also at what else it parts: the mask of a "
        "network is rough, and every bump may be a top.",
        "b": "The rise that a top needs is a setting. Small, it cuts single nuclei; "
        "large, pairs stay one. None does both well here.",
        "c": "It cuts some. The pairs that it parts rightly make up for them.",
    },
)

the_strictest = Predict(
    "the_strictest",
    right="c",
    choices={
        "a": "To be found is one thing. To be outlined with an IoU of 0.95 is another: "
        "how wide a rim may be wrong?",
        "b": "A rim of one pixel, wrong all around, costs a nucleus of 25 pixels more "
        "than a tenth of its IoU.",
        "c": "A third of a pixel, wrong all around, is already too much.",
    },
)
