"""The questions of lesson 14c, a classifier that looks everywhere."""

from utils.checking.questions import Predict

how_many_answers = Predict(
    "how_many_answers",
    right="b",
    choices={
        "a": "That is a window at every pixel. But each pooling keeps one of two rows "
        "and columns, so the answers stand farther apart.",
        "b": "Two poolings halve twice: the windows of neighbouring answers lie 4 "
        "pixels apart.",
        "c": "Windows side by side would be 28 pixels apart. The filters slide in "
        "smaller steps.",
    },
)

one_pass = Predict(
    "one_pass",
    right="c",
    choices={
        "a": "The answers are the same, but on the way the windows share nearly all "
        "their pixels, and each computes the same maps anew.",
        "b": "Each pixel lies in some fifty of the windows: far more than half of the "
        "work is done twice.",
        "c": "Each number of a feature map is computed once, not once for every window "
        "that it lies in.",
    },
)

padded_middle = Predict(
    "padded_middle",
    right="b",
    choices={
        "a": "The filters are the same, but around a window that was cut out they meet "
        "zeros, where the canvas has pixels.",
        "b": "The zeros reach a step farther inwards with every convolution. What they "
        "have not reached is the same.",
        "c": "The zeros come in from the border, a step with each convolution: they do "
        "not reach the middle.",
    },
)

empty_ground = Predict(
    "empty_ground",
    right="b",
    choices={
        "a": "There is no number for this. It was asked which of ten digits, never "
        "whether.",
        "b": "Softmax shares out the whole, and one share is the largest: a digit is "
        "named.",
        "c": "The biases alone make some scores larger than others, even where all "
        "pixels are 0.",
    },
)

twice_as_large = Predict(
    "twice_as_large",
    right="b",
    choices={
        "a": "Then the digit is four times as large as what the network knows.",
        "b": "In the shrunk canvas the digit has the size that the network knows; its "
        "window there is twice as wide in the canvas as it was.",
        "c": "Filters with other weights are another network, and it was never "
        "trained.",
    },
)
