"""The questions of lesson 9, handwritten digits."""

from utils.checking.questions import Predict

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

handed_over = Predict(
    "handed_over",
    right="c",
    choices={
        "a": "So it would be if confidence meant nothing and mistakes lay anywhere. "
        "Where would you expect doubt: at digits that are read rightly, or wrongly?",
        "b": "Better than by chance. But a digit that is misread mostly looks like two "
        "digits at once, and both get a share of the probability.",
        "c": "Doubt and mistakes go together: few digits handed over remove most of "
        "the mistakes. Not all, for some look so much like another digit that there "
        "is no doubt.",
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
