"""The questions of dive 17c, depth from two eyes."""

from utils.checking.questions import Predict

far_off = Predict(
    "far_off",
    right="c",
    choices={
        "a": "Both are half a pixel off. But how long is half a pixel, in metres?",
        "b": "Four times as far, a quarter of the disparity. And what is half a pixel "
        "of that?",
        "c": "Half a pixel is a larger part of a small disparity, and that part is "
        "one of a larger distance.",
    },
)

fence = Predict(
    "fence",
    right="b",
    choices={
        "a": "What tells 2 from 6 and 10? Only noise.",
        "b": "Three equal weights, and their mean.",
        "c": "So does the argmin. The soft one takes a mean.",
    },
)

who_is_nearer = Predict(
    "who_is_nearer",
    right="b",
    choices={"a": "", "b": "", "c": ""},
)

dots = Predict(
    "dots",
    right="c",
    choices={"a": "", "b": "", "c": ""},
)
