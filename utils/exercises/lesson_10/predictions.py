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

decay_or_not = Predict(
    "decay_or_not",
    right="c",
    choices={
        "a": "In the search its best was ahead by a hair: the luckiest of eight tries "
        "against the luckiest of four. Hold the lead against the scatter of single "
        "trainings.",
        "b": "A decay that harmed so much would have shown in the grid: how far apart "
        "are the cells of one row?",
        "c": "The cells of that row differ by less than two trainings of one and the "
        "same recipe do.",
    },
)
