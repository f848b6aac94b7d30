"""The questions of lesson 11b, made to be seen."""

from utils.checking.questions import Predict

trained_filters = Predict(
    "trained_filters",
    right="c",
    choices={
        "a": "A window of 7 × 7 sees a small part of a digit of 28 × 28, and it "
        "slides everywhere. Whole digits can only be put together by later layers.",
        "b": "After one epoch the network reads most digits. Its first layer could "
        "hardly have stayed as it was: the gradient reaches it in every step.",
        "c": "In a digit a pixel is much like its neighbour, so the weights that work "
        "on them become alike, too. Nobody asked for it.",
    },
)

random_mixture = Predict(
    "random_mixture",
    right="b",
    choices={
        "a": "You pick the nine *strongest* of 2 000 digits. Does it take training "
        "for these to have something in common?",
        "b": "Picking the strongest makes any nine patches alike. That is why "
        "patches that look alike prove little.",
        "c": "Nine different digits are asked, one patch each. A trained channel's "
        "nine are not the same patch either.",
    },
)

made_digits = Predict(
    "made_digits",
    right="c",
    choices={
        "a": "The network was asked for the likeliest of ten digits, never whether "
        "there is one. Nothing in it says what the rest of a picture must look like.",
        "b": "It takes only a little of a digit to make the network sure: strokes in "
        "the right direction, anywhere.",
        "c": "What moves the score is strokes, in any place. A picture may be full of "
        "them and be no digit.",
    },
)

fgsm_steps = Predict(
    "fgsm_steps",
    right="c",
    choices={
        "a": "Against noise that helps: in random signs most pixels cancel each "
        "other. In FGSM all pull the same way.",
        "b": "Training with noise does help, against noise. But here all 784 pixels "
        "pull the same way, which random signs hardly ever do.",
        "c": "Training with noise helps here, too, but not enough: all pixels pull the "
        "same way.",
    },
)
