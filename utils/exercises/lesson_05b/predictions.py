"""The questions of lesson 5b, features by hand."""

from utils.checking.questions import Predict

few_images = Predict(
    "few_images",
    right="b",
    choices={
        "a": "Nothing is thrown away, but everything has to be learned: that an edge "
        "is an edge, for every pixel anew, from 500 images.",
        "b": "What people know about edges is built in, so nothing of it must be "
        "learned from the few images.",
        "c": "It learns filters *and* classifier from the same few images. That pays "
        "once there are enough of them.",
    },
)

most_digits = Predict(
    "most_digits",
    right="c",
    choices={
        "a": "It has both bets, and 28 filters. But it looks at the image only once, "
        "and its output layer has a weight for every place.",
        "b": "With so many units dense can learn nearly anything, if it sees enough "
        "images. Here there are 2 000.",
        "c": "Both bets, and pooling on top: what is true of images need not be "
        "learned from them.",
    },
)

turned_digits = Predict(
    "turned_digits",
    right="c",
    choices={
        "a": "It forgets *where* a stroke was. But does a filter for an upright stroke "
        "answer to a slanted one?",
        "b": "They hold the direction of every edge. What happens to the directions if "
        "the digit turns?",
        "c": "None of them was built so, and none has seen turned digits: filters "
        "slide, they do not turn.",
    },
)
