"""The questions of lesson 8, a network in Keras."""

from utils.checking.questions import Predict

validation_loss = Predict(
    "validation_loss",
    right="c",
    choices={
        "a": "So one hopes: what helps with the training photos helps with others. "
        "It does, as long as there is something to learn that both have in common.",
        "b": "It would, if the network stopped changing. But it can still lower its "
        "training loss, and what it adds then is not harmless for other photos.",
        "c": "First it learns what all photos have in common, then the training "
        "photos themselves. From there on it grows surer of its mistakes on others.",
    },
)

hazy_fish = Predict(
    "hazy_fish",
    right="c",
    choices={
        "a": "That is what you would do, for you look at the fish. Nothing in "
        "training asked the network to.",
        "b": "Half would be guessing. Haze does not confuse it at random, it moves "
        "all photos in the same direction.",
        "c": "What told the two apart in training was not the fish, and haze takes "
        "away what did.",
    },
)

faint_fish = Predict(
    "faint_fish",
    right="b",
    choices={
        "a": "That would be right if it went by brightness, or by the fish. But what "
        "did haze do that doubling did not?",
        "b": "Haze shrinks the differences within a photo, doubling does not. Even "
        "photos are what most tools were shown on.",
        "c": "In darkness it sees fish, that was the first idea. Were the fish made "
        "twice as bright mostly taken for tools?",
    },
)
