"""The questions of dive 18c, how good is a generator."""

from utils.checking.questions import Predict

without_pull = Predict(
    "without_pull",
    right="c",
    choices={
        "a": "Copies become sharper. But do your random numbers lie where the encoder "
        "has put its clouds?",
        "b": "So it would be if random numbers fell between the clouds, now here, now "
        "there. How large are they, beside the distances of the clouds?",
        "c": "The clouds lie far out. Your random numbers are all in the middle, where "
        "nothing was ever drawn.",
    },
)

copier = Predict(
    "copier",
    right="c",
    choices={
        "a": "Newness is the one judge that has the digits to compare with. What do "
        "the others see but true digits?",
        "b": "The distance compares means and scatter. Those of a thousand true digits "
        "are those of digits.",
        "c": "A copy is a digit. Only who has seen the original can tell.",
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
        "c": "The discriminator still gives slopes, it only does not answer back.",
    },
)
