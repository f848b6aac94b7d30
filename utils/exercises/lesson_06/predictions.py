"""The questions of lesson 6, layers and shapes."""

from utils.checking.questions import Predict

first_parameters = Predict(
    "first_parameters",
    right="c",
    choices={
        "a": "Two things are missing: 32 · 3 · 3 counts the weights over one channel "
        "only, and no biases.",
        "b": "The biases are in it. But does a filter look at one channel only?",
        "c": "3 · 3 · 3 weights and a bias, 32 times. The size of the picture plays "
        "no part.",
    },
)

first_pooling = Predict(
    "first_pooling",
    right="a",
    choices={
        "a": "Height and width are halved. Each channel is pooled by itself, and a "
        "maximum has nothing to learn.",
        "b": "Pooling halves height and width. It never mixes channels, so none can "
        "get lost.",
        "c": "A parameter is a number that training can change. What could training "
        "change about a maximum?",
    },
)

second_convolution = Predict(
    "second_convolution",
    right="b",
    choices={
        "a": "The shape is right. The count takes the picture's three colours for "
        "what comes in; they are long gone.",
        "b": "Each filter reaches through all channels that come in, and gives one "
        "channel.",
        "c": "That would be a filter for every single channel. A filter reaches "
        "through all channels at once and gives one map.",
    },
)

flattened_length = Predict(
    "flattened_length",
    right="c",
    choices={
        "a": "One number for each channel is what global average pooling leaves. "
        "Flatten throws nothing away.",
        "b": "The maps have a height *and* a width.",
        "c": "8 rows, 8 columns, 64 channels: all numbers are kept, in one row.",
    },
)

dense_parameters = Predict(
    "dense_parameters",
    right="c",
    choices={
        "a": "Added where it should be multiplied: *every* output has a weight for "
        "*every* input.",
        "b": "So many has a convolution with 128 filters of 3 × 3 over 32 channels. "
        "A dense layer has no window: it sees all.",
        "c": "128 lists of 4 096 weights, and 128 biases. Nothing is shared.",
    },
)

most_work = Predict(
    "most_work",
    right="c",
    choices={
        "a": "A dense weight is used once for each picture, a convolution's weight "
        "in every place. Multiply by the places.",
        "b": "Large maps, but only three channels come in: 27 products for each "
        "number. Compare with how many the other convolution needs.",
        "c": "A quarter of the places, but each number takes 3 · 3 · 32 products, "
        "and there are twice as many channels.",
    },
)

dropout_survivors = Predict(
    "dropout_survivors",
    right="c",
    choices={
        "a": "Smaller survivors would make the sum smaller still, and some inputs "
        "are gone already.",
        "b": "Then the next layer would get half the sum in training that it gets in "
        "use.",
        "c": "Half are gone, the others count double, and the sum stays about the "
        "same.",
    },
)

normalised_in_use = Predict(
    "normalised_in_use",
    right="b",
    choices={
        "a": "Those come from the mean and the deviation of this very batch, and "
        "they are taken in training only. What is taken in use?",
        "b": "In use the layer trusts its moving averages, and after one batch they "
        "have hardly moved from mean 0 and variance 1.",
        "c": "For that, each number would have to be equal to the mean.",
    },
)

grouped_time = Predict(
    "grouped_time",
    right="b",
    choices={
        "a": "That is what the count promises. The clock also pays for reading the "
        "numbers, and for how well the code is tuned, on this computer or that.",
        "b": "Each filter reads a quarter of the channels, so it has a quarter of the "
        "weights. Counts are the same on every computer; times are not.",
        "c": "As many maps come in and go out as before, in the same size. What has "
        "changed is how many of them one filter reads.",
    },
)

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
