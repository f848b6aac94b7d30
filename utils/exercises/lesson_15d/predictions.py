"""The questions of dive 15d, when hardly a pixel counts."""

from utils.checking.questions import Predict

the_same_everywhere = Predict(
    "the_same_everywhere",
    right="c",
    choices={
        "a": "That is cross-entropy's answer. The Dice loss asks for overlap: what "
        "does a little more everywhere do to what is shared?",
        "b": "Ground that is called ground earns nothing in the Dice loss. What is "
        "shared with the foreground where all are called nearly 0?",
        "c": "More everywhere is more overlap, and ground called foreground costs "
        "little beside what is missed already.",
    },
)

one_in_a_thousand = Predict(
    "one_in_a_thousand",
    right="b",
    choices={
        "a": "For cross-entropy that is so. In the Dice loss, what does one pixel of "
        "ground change in a fraction whose lower part is already a hundred?",
        "b": "Cross-entropy weighs each pixel by itself, so many are strong. In the "
        "Dice loss the many pixels of ground together weigh about as much as the one.",
        "c": "Nearly so with eight. Cross-entropy adds up pixels one by one, and now "
        "999 of them are ground.",
    },
)

what_it_has_learnt = Predict(
    "what_it_has_learnt",
    right="b",
    choices={
        "a": "A mask shows one threshold only. Look at the shares below it.",
        "b": "Its shares are highest on and around most digits, and hardly anywhere "
        "reach one half yet.",
        "c": "By light or dark alone next to nothing is found, at any threshold.",
    },
)

half_the_dice = Predict(
    "half_the_dice",
    right="c",
    choices={
        "a": "A pixel called 0.5 is right as often as wrong. What does it add above "
        "the line of Dice, and what below?",
        "b": "That is best for how many pixels are right. In Dice what is right counts "
        "twice above the line, and each pixel taken once below.",
        "c": "One more pixel adds twice its share above the line and 1 below. That "
        "pays down to half the Dice.",
    },
)

after_six_hundred = Predict(
    "after_six_hundred",
    right="b",
    choices={
        "a": "It does train for the score. But its lead was gone already where the "
        "threshold was chosen.",
        "b": "At one half in each of the five seeds; at chosen thresholds clearly, but "
        "barely, and the starts were not the same.",
        "c": "Begun at the share, cross-entropy has had time to call its pixels more "
        "than one half. Look at the left panel.",
    },
)

a_doubtful_pixel = Predict(
    "a_doubtful_pixel",
    right="c",
    choices={
        "a": "That is what cross-entropy asks for. In the Dice loss a share is a piece "
        "of a pixel in the mask. Does the pixel belong there?",
        "b": "That would be right for a chance below half the Dice, 0.32.",
        "c": "0.4 is more than half the Dice, so the pixel belongs in the mask: all "
        "of it.",
    },
)
