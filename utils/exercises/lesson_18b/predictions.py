"""The questions of dive 18b, one painter, many manners."""

from utils.checking.questions import Predict

numbers_of_a_manner = Predict(
    "numbers_of_a_manner",
    right="a",
    choices={
        "a": "Two numbers for each of its maps; the filters are shared.",
        "b": "Then nothing would be shared. Would one network be worth the trouble?",
        "c": "Then what would tell the manners apart?",
    },
)

pale_photo = Predict(
    "pale_photo",
    right="b",
    choices={
        "a": "What becomes of a factor when the result is divided by its standard "
        "deviation?",
        "b": "The mean takes the lightness away, the standard deviation the contrast.",
        "c": "It need not have learnt it. What does the first normalisation leave of "
        "the change?",
    },
)

in_pieces = Predict(
    "in_pieces",
    right="b",
    choices={
        "a": "The filters' neighbours are one thing. Over which pixels does a "
        "normalisation take its mean?",
        "b": "Each piece is brought to the same mean and scatter by itself.",
        "c": "Even the filters miss their neighbours at the seams. And what else looks "
        "farther than a piece?",
    },
)
