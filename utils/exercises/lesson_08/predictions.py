"""The questions of lesson 8, a network in Keras."""

from utils.checking.questions import Predict

larger_photo = Predict(
    "larger_photo",
    right="c",
    choices={
        "a": "True for the convolutions. But behind Flatten each place has weights "
        "of its own, and there are more places now.",
        "b": "The photo is twice as high and twice as wide. How many places is that?",
        "c": "Four times as many places reach Flatten, and a few more, because "
        "borders weigh less. Each of them has weights of its own in the dense layer.",
    },
)

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

single_photo = Predict(
    "single_photo",
    right="b",
    choices={
        "a": "A model always takes its first axis for the batch. Nothing in a photo "
        "of shape (64, 64, 3) says that it is only one.",
        "b": "The first axis is the batch. So each row counts as a photo, and a row "
        "of shape (64, 3) is none.",
        "c": "The rows are taken for photos, that is right. But can the network work "
        'on a "photo" of shape (64, 3)?',
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

softmax_of_one = Predict(
    "softmax_of_one",
    right="c",
    choices={
        "a": "They are: softmax over two scores is the sigmoid of their difference. "
        "Here is only one score. What does it divide by?",
        "b": "Half and half would take a second score, equally large. What does "
        "softmax divide by, if there is one only?",
        "c": "The only score is divided by the sum of all, which is itself.",
    },
)

misread_as = Predict(
    "misread_as",
    right="b",
    choices={
        "a": "By their looks, yes. But this loss does not know digits, it knows the "
        "numbers 0, 1 and 2. What does it answer when in doubt between two of them?",
        "b": "In doubt between 0 and 2 the squared error is smallest in the middle, "
        "and the number there belongs to the 7.",
        "c": "It would, if the three classes had no order. As numbers they have one, "
        "and the squared error goes by it.",
    },
)
