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
