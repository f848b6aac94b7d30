"""The questions of dive 20b, large batches and the learning rate."""

from utils.checking.questions import Predict

sixteen_times = Predict(
    "sixteen_times",
    right="b",
    choices={
        "a": "That would be so if the errors added up without ever cancelling. Some "
        "digits pull one way, some the other.",
        "b": "Chance cancels as the root of the number: the root of sixteen is four.",
        "c": "So it is for the square of the distance. How does the distance itself "
        "shrink?",
    },
)

one_long_step = Predict(
    "one_long_step",
    right="c",
    choices={
        "a": "So it would be if the slope stayed what it was at the start. Where does "
        "the long step cross the lowest point?",
        "b": "The slope is zero at the lowest point, but a step does not look at the "
        "slope on its way.",
        "c": "One step of rate 2.4 takes away 2.4 times what is there: it lands on the "
        "other side, further out.",
    },
)

four_times_the_rate = Predict(
    "four_times_the_rate",
    right="b",
    choices={
        "a": "From where the rate is right for a batch of 8, is it near the point "
        "where training collapses?",
        "b": "A quarter of the steps, each four times as long, ends about where the "
        "many short ones end.",
        "c": "With a quarter of the steps, what do steps of the old length miss?",
    },
)

sixty_four_times = Predict(
    "sixty_four_times",
    right="c",
    choices={
        "a": "It did so for four times the batch. What did the parabola say about "
        "a step that gets ever longer?",
        "b": "A short gentle start helps where only the start is steep. Is it?",
        "c": "The rate has passed what the slope of this network allows, and that "
        "limit is the same for every batch.",
    },
)
