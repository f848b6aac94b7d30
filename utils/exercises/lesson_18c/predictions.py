"""The questions of dive 18c, how good is a generator."""

from utils.checking.questions import Predict

without_pull = Predict(
    "without_pull",
    right="c",
    choices={
        "a": "Copies become sharper. But do your random numbers lie where the encoder "
        "has put its clouds?",
        "b": "So it would be if random numbers fell onto a few of the clouds. How far "
        "out are they, and where do the clouds lie?",
        "c": "The clouds lie far out. Your random numbers are all in the middle, where "
        "nothing was ever drawn.",
    },
)

ten_or_blurred = Predict(
    "ten_or_blurred",
    right="a",
    choices={
        "a": "Ten clear digits still look to the network like digits of ten kinds. "
        "Blurred ones do not look like clear ones, not one of them.",
        "b": "They are all different, and that is what a spread counts. But what "
        "becomes of each of them for a network that has learnt from clear strokes?",
        "c": "Means hide which digits there are. Do they hide what is done to all of "
        "them in the same way?",
    },
)

more_kinds = Predict(
    "more_kinds",
    right="b",
    choices={
        "a": "Does anything in the game ask for a kind that is missing?",
        "b": "It is told for each digit what to draw; a kind left out costs it.",
        "c": "The networks that draw are the same, but what each is asked for is not.",
    },
)

stands_still = Predict(
    "stands_still",
    right="b",
    choices={
        "a": "It was told to please this discriminator. Does that one ask for variety?",
        "b": "There is one thing that pleases best, and nobody objects to seeing it "
        "again.",
        "c": "So it goes while both learn. Now one of them does not answer back.",
    },
)
