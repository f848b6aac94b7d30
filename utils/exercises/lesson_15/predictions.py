"""The questions of lesson 15, which pixels."""

from utils.checking.questions import Predict

nothing_found = Predict(
    "nothing_found",
    right="c",
    choices={
        "a": "That would be a score that asks for nuclei. This one asks every pixel, "
        "and most of them are ground.",
        "b": "Look at the picture once more: is half of it nucleus?",
        "c": "Every pixel of the ground is answered rightly, and there are many.",
    },
)

one_pixel_wider = Predict(
    "one_pixel_wider",
    right="c",
    choices={
        "a": "One pixel of a hundred would be that. Of how many pixels does the rim "
        "consist?",
        "b": "20/22, the lengths. IoU compares areas, and these grow with the square.",
        "c": "The areas are as 20² to 22²: the rim is thin, but all around.",
    },
)

coarse_and_perfect = Predict(
    "coarse_and_perfect",
    right="c",
    choices={
        "a": "Every square is answered as well as it can be. But a square that the "
        "border crosses is wrong for a part of its pixels.",
        "b": "That is about what squares of 2×2 pixels allow.",
        "c": "A nucleus is only a few squares across, and most of them are crossed by "
        "its border.",
    },
)

stamps_of_ones = Predict(
    "stamps_of_ones",
    right="b",
    choices={
        "a": "Each number stamps the same, but not every cell lies under equally many "
        "stamps.",
        "b": "Along a row, cells lie under one stamp and under two in turn. In two "
        "directions that makes 1, 2 and 4.",
        "c": "So a convolution with stride 1 would: nine stamps over each cell. Here "
        "they begin two cells apart.",
    },
)

what_skips_mend = Predict(
    "what_skips_mend",
    right="c",
    choices={
        "a": "Then the share of wrong pixels would fall equally at every distance from "
        "the border. Look at the figure.",
        "b": "Without skips, too, the network knows that there is a nucleus. What it "
        "does not know is where exactly it ends.",
        "c": "The bottom knows what is there, to within its window. Where it ends, "
        "only the maps from before the pooling know.",
    },
)
