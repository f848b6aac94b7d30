"""The questions of lesson 9b, intervals and calibration."""

from utils.checking.questions import Predict

how_many_digits = Predict(
    "how_many_digits",
    right="c",
    choices={
        "a": "On 1 000 digits the two make about 10 and 9 mistakes. Could you tell "
        "that from luck?",
        "b": "On 10 000 digits the two make about 100 and 90 mistakes, and each of "
        "these counts scatters by about 10.",
        "c": "The difference is a tenth of a percentage point, and it must be "
        "several times as large as its scatter, which falls only with the root of n.",
    },
)

always_one = Predict(
    "always_one",
    right="c",
    choices={
        "a": "It is wrong nearly always, but it says so. What would it have to be "
        "right about, if it claims 11 % and no more?",
        "b": "To claim too little is to be right more often than one says. How often "
        "is this program right?",
        "c": "It is right as often as it says, about one time in nine. Calibration "
        "alone is worth nothing: an answer must also be worth having.",
    },
)

whom_to_ask = Predict(
    "whom_to_ask",
    right="b",
    choices={
        "a": "At 60 % confidence four in ten are wrong. Is a look dearer than that, if "
        "a mistake costs fifty looks?",
        "b": "A look costs 1, not to look costs 50 times the chance of a mistake: a "
        "look pays where that chance is above one in 50.",
        "c": "Then every digit costs a look, and nearly all of these are right anyway.",
    },
)
