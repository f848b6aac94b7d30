"""The questions of lesson 11, what a network sees."""

from utils.checking.questions import Predict

never_trained = Predict(
    "never_trained",
    right="b",
    choices={
        "a": "The weights are random, the picture is not. What does a weighted sum of "
        "a window on a stroke have that one on empty ground does not?",
        "b": "A filter answers where there is something, whatever its weights. So "
        "the strokes show.",
        "c": "Random weights give sums above and below 0, and the ReLU lets those "
        "above pass.",
    },
)

covered_with_ink = Predict(
    "covered_with_ink",
    right="b",
    choices={
        "a": "That holds for squares of ground, which take ink away. A white square "
        "on a white stroke changes little there.",
        "b": "Ink on a stroke changes little. On which empty place it does most harm, "
        "the figure will show: look for a reason before you read on.",
        "c": "A map without any contrast would mean that no place matters more than "
        "another. One stroke more in the right place makes another digit.",
    },
)

saliency_of_the_cat = Predict(
    "saliency_of_the_cat",
    right="b",
    choices={
        "a": "You trust the name of the map. It shows which pixels move the score, "
        "and one can lower a cat's score on the cup, too.",
        "b": "A little more than a map would that knows nothing. Where a small "
        "change moves the score is another question than where the evidence lies.",
        "c": "A small change on the cat does move the cat's score, so saliency "
        "cannot leave the cat out.",
    },
)

output_shuffled = Predict(
    "output_shuffled",
    right="b",
    choices={
        "a": "Grad-CAM weights its maps by what the output layer says of each "
        "channel. Shuffle that, and other channels are asked.",
        "b": "It is shaped more by the layers below, which are still trained, than "
        "by what the output layer says about classes.",
        "c": "A shuffled output changes what a class is called, and still the "
        "gradient runs down through the same trained layers. One of the two maps is "
        "made mostly by those.",
    },
)
