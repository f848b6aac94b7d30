"""The questions of lesson 6c, the receptive field."""

from utils.checking.questions import Predict

pixels_of_one_winner = Predict(
    "pixels_of_one_winner",
    right="b",
    choices={
        "a": "The field is all that a number *can* see. Max pooling passes on one of "
        "four numbers, for this picture.",
        "b": "Max pooling passes on one winner, and the winner itself sees 8 × 8 "
        "pixels.",
        "c": "Not all, that is right: max pooling passes on one of four numbers. But "
        "how many pixels does the one see that wins?",
    },
)

stride_first = Predict(
    "stride_first",
    right="b",
    choices={
        "a": "A stride does not widen its own layer's view, true. But each later "
        "layer now jumps two pixels from one number to the next.",
        "b": "3, and then two layers that add two jumps of 2 pixels each.",
        "c": "The stride does not simply double everything: the first layer sees 3 "
        "pixels as before.",
    },
)

influence_within = Predict(
    "influence_within",
    right="b",
    choices={
        "a": "All *can* matter, and the weights are random. But count the paths from "
        "a pixel to the output: are there equally many from everywhere?",
        "b": "A middle pixel reaches the output along very many paths, a corner "
        "pixel along one.",
        "c": "A pixel on the rim must take the longest step in every single layer. "
        "How many paths do that?",
    },
)
