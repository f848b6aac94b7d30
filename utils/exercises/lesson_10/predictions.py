"""The questions of lesson 10, training better."""

from utils.checking.questions import Predict

luck_of_a_draw = Predict(
    "luck_of_a_draw",
    right="b",
    choices={
        "a": "Better is better on average. A single dot of the one may lie below a "
        "single dot of the other: compare the difference with the band in the figure.",
        "b": "The difference is real, and still the scatter of single trainings "
        "hides it now and then.",
        "c": "Half of the draws would be wrong if the two were equally good. But the "
        "means lie nearly a whole band apart: the worse one needs good luck, and the "
        "better one bad luck in the same draw.",
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

strided_stem = Predict(
    "strided_stem",
    right="c",
    choices={
        "a": "Per number they do. But how many numbers does a stem with stride 2 "
        "compute?",
        "b": "25 is 2.8 times as much as 9. By which factor do the places become "
        "fewer, if only every second row and every second column is computed?",
        "c": "25 products instead of 9, at fewer than a quarter of the places.",
    },
)

smoothed_loss = Predict(
    "smoothed_loss",
    right="c",
    choices={
        "a": "That is the plain loss, which never has enough. Where is the target of "
        "the smoothed one?",
        "b": "A loss leaves an answer as it is where it hits the target. 99.9 % is "
        "not the target.",
        "c": "The target is 91 % for the truth, so 99.9 % is too sure, and costs "
        "more than 91 %.",
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
        "a": "In one epoch every image is new anyway. Shifts only make it harder.",
        "b": "The better reasoned of the two. But how much is there to gain, with "
        "sixty thousand images and so small a network, and could a few seeds show it?",
        "c": "With so many images there is little learning by heart to prevent. A "
        "good reason is not yet a gain.",
    },
)

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

misread_by_tiny = Predict(
    "misread_by_tiny",
    right="c",
    choices={
        "a": "That is about what a single dense layer misreads, with more "
        "parameters: one weight for each place. Here a few weights serve all places.",
        "b": "A small network that has seen each digit once might. This one sees each "
        "thirty times, a little shifted, and uses every weight at every place.",
        "c": "Few parameters, each of them used at every place, and many epochs.",
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
