"""The questions of lesson 1, convolution."""

from utils.checking.questions import Predict

first_number = Predict(
    "first_number",
    right="b",
    choices={
        "a": "45 is the sum of the whole window. The filter's zeros leave out 2, 4 "
        "and 6.",
        "b": "1 + 3 + 5 + 7 + 8 + 9: the six numbers that meet a 1 in the filter.",
        "c": "27 comes out with the filter upside down. Lay it on as it stands.",
    },
)

convolve2d = Predict(
    "convolve2d",
    right="c",
    choices={
        "a": "A fair expectation. But SciPy begins with the 27 from above: how does "
        "the filter have to lie for that?",
        "b": "Turning the output would reorder the numbers. SciPy turns the filter, "
        "and other numbers meet.",
        "c": "SciPy turns the filter by 180° first, so other numbers meet and other "
        "sums come out.",
    },
)

outline_of_sky = Predict(
    "outline_of_sky",
    right="c",
    choices={
        "a": "The filter is strong only where neighbours differ. Here 8 times the "
        "grey is taken away again by eight neighbours of the same grey.",
        "b": "A filter keeps the grey if its weights sum to 1. What do these sum to?",
        "c": "8 times the grey minus 8 times the same grey. Weights that sum to 0 "
        "answer nothing to even areas.",
    },
)

maps_of_one_filter = Predict(
    "maps_of_one_filter",
    right="b",
    choices={
        "a": "Each channel gets a sum of its own at every stop, that is true. But the "
        "three sums are added up too, into the one number of that stop.",
        "b": "At each stop all 27 products go into one number. The channels that come "
        "in do not show any more.",
        "c": "27 is how many products there are at each stop; they are added up.",
    },
)
