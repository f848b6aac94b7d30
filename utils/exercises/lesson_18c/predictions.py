"""The questions of dive 18c, how good is a generator."""

from utils.checking.questions import Predict

without_pull = Predict(
    "without_pull",
    right="b",
    choices={
        "a": "Copies become sharper. But do your random numbers lie where the encoder "
        "has put its clouds?",
        "b": "The clouds lie far apart, and random numbers fall between them.",
        "c": "Each cloud belongs to a digit of its own. Why should random numbers meet "
        "the same few?",
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

equal_steps = Predict(
    "equal_steps",
    right="b",
    choices={
        "a": "Does a sharp edge make a digit? The distance compares what the digit "
        "network sees, for all drawings together.",
        "b": "The VAE is told for each digit what to draw; the GAN has to find out by "
        "playing.",
        "c": "The generators are the same, but what each learns from is not.",
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
