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

small_or_gross = Predict(
    "small_or_gross",
    right="b",
    choices={
        "a": "Where there is much to match, windows are exact. Can so short a training "
        "be more exact still?",
        "b": "They are less often lost, but after so little training not yet as exact.",
        "c": "What does a window answer where nothing tells one disparity from "
        "another?",
    },
)

dots = Predict(
    "dots",
    right="c",
    choices={
        "a": "They do well. But what is hard for windows, and is any of it here?",
        "b": "They learnt from drawings how costs look. Here all costs look otherwise.",
        "c": "Detail everywhere, a smooth surface: for that nothing has to be learnt.",
    },
)
