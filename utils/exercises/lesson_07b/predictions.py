"""The questions of lesson 7b, it trains."""

from utils.checking.questions import Predict

times_three = Predict(
    "times_three",
    right="c",
    choices={
        "a": "Three times, if only the weights of one layer had grown. Each layer is "
        "given what the one before it made larger already.",
        "b": "How many layers of this network have weights? ReLU, max pooling and "
        "flatten have none.",
        "c": "Three layers have weights, and each makes what it is given three times "
        "as large once more. ReLU and max pooling hand that on.",
    },
)

zero_start = Predict(
    "zero_start",
    right="c",
    choices={
        "a": "On the way back slopes are multiplied by weights. What is left of them "
        "after weights of 0?",
        "b": "The slope of a weight is its input times the slope behind it. What are "
        "the inputs of the last layer?",
        "c": "Only what is not multiplied by a weight or an input gets a slope, and "
        "that is the last bias.",
    },
)

unflipped = Predict(
    "unflipped",
    right="c",
    choices={
        "a": "That takes slopes that point the wrong way for most weights. Which "
        "gradients does the missing flip touch, and which are still right?",
        "b": "It would stay if nothing could learn. But the filters' own gradients "
        "are right, and so are those of the dense layer.",
        "c": "The layers behind learn as before; only what the first convolution is "
        "told is wrong. That is why nobody suspects a bug.",
    },
)
