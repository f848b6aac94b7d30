"""The questions of lesson 10c, how small can it be."""

from utils.checking.questions import Predict

same_parameters = Predict(
    "same_parameters",
    right="c",
    choices={
        "a": "A parameter of a convolution works once at every place. How many places "
        "has a map, with a stem that strides and with one that does not?",
        "b": "The stem alone halves both sides of its maps, so the places become a "
        "quarter. And what does the next convolution then work on?",
        "c": "The same number of weights, at far fewer places.",
    },
)

clock_says = Predict(
    "clock_says",
    right="a",
    choices={
        "a": "Starting up, fetching images, pooling, normalising and Adam's own sums "
        "do not become fewer as the multiply-adds do.",
        "b": "So it would be if a training did nothing but multiply. What must be "
        "done before the first step, and what in each step besides?",
        "c": "The small maps are a little less well suited to the processor, true. But "
        "what makes the short training dearer than its count makes this ratio smaller.",
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

fifty_times_larger = Predict(
    "fifty_times_larger",
    right="a",
    choices={
        "a": "The tiny network already reads what is easy. What is left is hard, and "
        "parameters alone do not make it easy.",
        "b": "Of easy digits, perhaps. What the tiny one still misreads is not of that "
        "kind.",
        "c": "So it would be if mistakes and parameters went in step. The tiny one has "
        "few left already. How many would a fiftieth of them be?",
    },
)
