"""The questions of lesson 9, handwritten digits."""

from utils.checking.questions import Predict

lazy_answer = Predict(
    "lazy_answer",
    right="b",
    choices={
        "a": "There are only ten possible answers. How often does each come up, if "
        "they are about equally frequent?",
        "b": "Ten digits, about equally frequent: the most frequent one is a little "
        "more than a tenth of them.",
        "c": "Half would be right with two classes of equal size. Here are ten.",
    },
)

ten_pictures = Predict(
    "ten_pictures",
    right="c",
    choices={
        "a": "Guessing gets one in ten. Look at the ten mean images again: could you "
        "tell them apart, even blurred?",
        "b": "Which of the ten blurred pictures could be taken for one another? Are "
        "these half of all digits?",
        "c": "Ten blurred pictures are enough for most digits. A network has to be "
        "held against that, not against zero.",
    },
)

most_parameters = Predict(
    "most_parameters",
    right="c",
    choices={
        "a": "64 filters with 3 × 3 × 64 weights each. Now count the dense layer: "
        "how many numbers does Flatten hand to each of its outputs?",
        "b": "Every output sees every input, but how many inputs are left after two "
        "poolings? And how many numbers does one filter of the third convolution see?",
        "c": "Each of the 64 filters, and each of the 64 outputs, sees 3 × 3 × 64 "
        "numbers, and adds one bias.",
    },
)

after_two_epochs = Predict(
    "after_two_epochs",
    right="c",
    choices={
        "a": "500 would still be half of what the nearest mean misreads. Each of the "
        "55 000 images is read twice, and a stroke is found wherever it lies.",
        "b": "One in twenty would be fair for a method with a single weight for each "
        "pixel. What does this network have beyond that?",
        "c": "Fewer than one in fifty, after having seen each training image twice.",
    },
)

best_of_fifty = Predict(
    "best_of_fifty",
    right="b",
    choices={
        "a": "That is what each is worth, and what they show on average. You report "
        "the best of them.",
        "b": "Each figure scatters around 99.0 %, and you took the top of the scatter.",
        "c": "Too much luck: a figure measured on 10 000 images scatters by about a "
        "tenth of a percentage point. How far is the best of fifty from the middle?",
    },
)

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

sure_and_wrong = Predict(
    "sure_and_wrong",
    right="b",
    choices={
        "a": "So one would wish. But a digit that looks like another one leaves the "
        "network no reason to doubt.",
        "b": "Most of its mistakes come with doubt; some look so much like another "
        "digit that it has none.",
        "c": "Then its confidence would be worth nothing. Most digits that it "
        "misreads are ones over which you would hesitate, too.",
    },
)

not_prepared = Predict(
    "not_prepared",
    right="c",
    choices={
        "a": "The filters slide, but what stands behind Flatten? And no filter has "
        "ever seen a dark stroke on light ground.",
        "b": "It would be convenient. But softmax shares out 100 % among ten digits, "
        "whatever comes in, and was never shown what doubt means for such pictures.",
        "c": "Its confidence can be relied on for pictures like those of its "
        "training, and for those only.",
    },
)
