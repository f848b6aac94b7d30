"""The questions of lesson 15b, each nucleus by itself."""

from utils.checking.questions import Predict

at_the_corners = Predict(
    "at_the_corners",
    right="c",
    choices={
        "a": "That is so where corners count as neighbours, too.",
        "b": "Two pairs of blobs meet at a corner only: the pixel alone in the upper "
        "right with the one below it to the left, and the block in the upper left with "
        "the one below it to the right. Do these share a side?",
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
        "b": "Most nuclei are one hill. But think of a long one: how level is the "
        "distance along its middle?",
        "c": "Along the middle of a long nucleus the distance is nearly level, and the "
        "steps and dents of its rim make several small tops there.",
    },
)

beyond_luck = Predict(
    "beyond_luck",
    right="a",
    choices={
        "a": "They are ahead in the mean. But in one training of five each is behind: "
        "the intervals hold zero.",
        "b": "In the mean it is ahead, and so is border. How far apart do its five "
        "trainings lie?",
        "c": "In the mean both are ahead. But look at the single trainings: in one of "
        "the five each is behind.",
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
