"""The questions of lesson 3b, what pooling forgives."""

from utils.checking.questions import Predict

maximum_or_mean = Predict(
    "maximum_or_mean",
    right="c",
    choices={
        "a": "It is often said, and at a long shift it is so. At a short one, what "
        "becomes of the maximum when the strongest pixel leaves its window?",
        "b": "A pixel that crosses a border changes a mean of 64 only a little, so at "
        "a short shift it is so. But measure once more where many have crossed.",
        "c": "One pixel more or less hardly changes a mean of 64, so it wins at first; "
        "at long shifts the maximum stays ahead.",
    },
)

moved_on_black = Predict(
    "moved_on_black",
    right="a",
    choices={
        "a": "Every number of the map has only moved, none has left or entered, and a "
        "mean does not ask where its numbers stand.",
        "b": "So it would be if something entered or left at the border. Here the "
        "ground is black all around.",
        "c": "Those windows begin at fixed places. This one covers the whole map: "
        "there is no border inside that anything could cross.",
    },
)

what_a_stride_can_be = Predict(
    "what_a_stride_can_be",
    right="a",
    choices={
        "a": "A mean is a sum with equal weights. A maximum is no sum with fixed "
        "weights: which pixel counts depends on the picture.",
        "b": "A convolution adds up pixels, each times a fixed weight. Which weights "
        "find the largest of (1, 0, 0, 0) and of (0, 0, 0, 1), and of (1, 1, 1, 1)?",
        "c": "True of the mean. But fixed weights that give 1 for (1, 0, 0, 0), for "
        "(0, 1, 0, 0) and so on give 4 for (1, 1, 1, 1).",
    },
)

gentlest_shrink = Predict(
    "gentlest_shrink",
    right="b",
    choices={
        "a": "It sees 2×2 pixels only: of what moves by one pixel, half leaves its "
        "window. A window of 4 loses a quarter.",
        "b": "Of what moves by one pixel, a window of 4 loses a quarter, a window of 2 "
        "half.",
        "c": "It sees the same 4×4 pixels, and comes close. But the measure has no "
        "respect for a good idea.",
    },
)
