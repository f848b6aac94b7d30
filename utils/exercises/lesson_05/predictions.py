"""The questions of lesson 5, why convnets."""

from utils.checking.questions import Predict

growth = Predict(
    "growth",
    right="b",
    choices={
        "a": "For one of the two it holds. But write down what a filter of 3 × 3 "
        "pixels and 3 channels is made of: where is the size of the photo in it?",
        "b": "A dense unit pays for every pixel, and twice the side is four times "
        "the pixels. A filter is as large as its window, whatever it slides over.",
        "c": "Twice as wide *and* twice as high: count the pixels, not the side.",
    },
)

scattered_rival = Predict(
    "scattered_rival",
    right="b",
    choices={
        "a": "Then any 25 pixels would do. But what can a unit tell from 25 pixels "
        "that have nothing to do with each other?",
        "b": "It has as few connections as local, and stays behind it: few is not "
        "enough, they must be the right ones.",
        "c": "A single such unit knows little, but there are many, and together they "
        "see all of the digit. Nothing is lost; the question is what is won.",
    },
)

moved_digits = Predict(
    "moved_digits",
    right="c",
    choices={
        "a": "The local layer has 144 times the weights, but each of them learns only "
        "from the digits that happened to bring a stroke into its window.",
        "b": "On centred digits a window always meets the same kind of stroke. What "
        "do weights of a place's own learn from once that is over?",
        "c": "Weights of a place's own learn from what passed there; shared ones learn "
        "from every place.",
    },
)

shifted_digits = Predict(
    "shifted_digits",
    right="b",
    choices={
        "a": "The maps do find the strokes, and move along with them: equivariant. "
        "But what reads the maps is dense, and has a weight for every place.",
        "b": "The maps move along with the digit, and the dense output layer reads "
        "them in their old places. Much of a wide stroke still overlaps with where "
        "it was.",
        "c": "The reason is right, and the conclusion too strong: three pixels are "
        "little on broad strokes, so part of what has moved still falls where it is "
        "expected.",
    },
)

shuffled_pixels = Predict(
    "shuffled_pixels",
    right="b",
    choices={
        "a": "One of the four has a weight for every pixel and no idea which pixels "
        "are neighbours. What is it to that network if they change places, always in "
        "the same way?",
        "b": "Dense gets the same numbers in another order. The windows of the "
        "others hold strangers, and the network with pooling falls furthest.",
        "c": "Pooling keeps the largest of four neighbours. That is a sensible "
        "summary only if neighbours have something to do with each other.",
    },
)
