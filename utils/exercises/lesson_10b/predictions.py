"""The questions of lesson 10b, what is wrong with it."""

from utils.checking.questions import Predict

own_and_others = Predict(
    "own_and_others",
    right="b",
    choices={
        "a": "It sees each of them fourteen times, and has more than thirty numbers "
        "to remember each by.",
        "b": "It can afford to remember its thousand digits one by one, and what it "
        "remembers of one is of no use for another.",
        "c": "Of its own, yes. But a thousand digits do not show every way in which "
        "people write.",
    },
)

mirrored_digits = Predict(
    "mirrored_digits",
    right="b",
    choices={
        "a": "The filters find a stroke anywhere, but it is the *arrangement* of "
        "strokes that makes a digit. Mirrored, it is another one.",
        "b": "Those look much the same in a mirror. The others turn into signs that "
        "nobody writes.",
        "c": "Write a 0 and an 8 and hold them in front of a mirror.",
    },
)

called_twice = Predict(
    "called_twice",
    right="b",
    choices={
        "a": "So it is for dropout and batch normalisation, which have to be told "
        "that they are in training. Are augmentation layers the same?",
        "b": "Keras' augmentation layers take a plain call for training, unlike "
        "dropout.",
        "c": "Dropout does nothing in a plain call. Is the shifting layer as quiet?",
    },
)

where_shifts_help = Predict(
    "where_shifts_help",
    right="c",
    choices={
        "a": "What a regulariser can win is what learning by heart loses. How much is "
        "that with fifty times the digits?",
        "b": "So the reasoning goes: in four epochs each image comes four times. But "
        "how much is there to gain, and could three seeds show it?",
        "c": "With so many digits there is little learning by heart to prevent, and "
        "three seeds show only large differences.",
    },
)

pleasant_illness = Predict(
    "pleasant_illness",
    right="c",
    choices={
        "a": "A reads the digits that judge hardly better than by guessing. Who has "
        "learned them by heart would read them well.",
        "b": "The accuracy of B rises as it should; it is the loss that does not "
        "fall. A leak makes both look good.",
        "c": "Nothing in its curves is bad, and validation keeps up with training to "
        "the end. That is what should make you look.",
        "d": "D differs from the others before the first step, when nothing has been "
        "learned yet, from whatever digits.",
        "e": "E gets nowhere, not even on the digits that it learns from. A leak "
        "makes things look better, not worse.",
    },
)

start_value_left = Predict(
    "start_value_left",
    right="c",
    choices={
        "a": "Each batch replaces one hundredth of the average. After fifty batches, "
        "how much can have been replaced?",
        "b": "So it would be with a momentum of about 0.95. Multiply 0.99 by itself, "
        "fifty times.",
        "c": "0.99 to the power of 50. Each batch replaces but a hundredth of what "
        "is there.",
    },
)
