"""The questions of lesson 3, pooling."""

from utils.checking.questions import Predict

window_3_stride_2 = Predict(
    "window_3_stride_2",
    right="b",
    choices={
        "a": "Side by side only two windows of 3 fit. With stride 2 they overlap.",
        "b": "They begin at the cells 0, 2 and 4. The next would begin at 6 and hang "
        "over the border.",
        "c": "Half as many as cells is right for a window of 2. A window of 3 that "
        "begins at cell 6 has only two cells left.",
    },
)

minus_ones = Predict(
    "minus_ones",
    right="a",
    choices={
        "a": "Each window at the bottom holds zeros of the rim, and 0 is larger than "
        "−1.",
        "b": "So it should be. But the maximum does not know which numbers are rim and "
        "which are map.",
        "c": "That would be the mean of two of each. Here the largest number counts.",
    },
)

wall_on_its_side = Predict(
    "wall_on_its_side",
    right="b",
    choices={
        "a": "Moving the wall changes little, for the mean forgets where. It does not "
        "forget which filter answered.",
        "b": "What changed from left to right now changes from top to bottom, so the "
        "filters exchange their roles.",
        "c": "That would take a wall that looks the same lying and standing.",
    },
)

moved_one_pixel = Predict(
    "moved_one_pixel",
    right="c",
    choices={
        "a": "That is often said. But about half of the answers move out of their "
        "window of 2.",
        "b": "About half of the answers do stay in their windows, and half of the "
        "squares are gone. But the change is a length, the root of their sum, and "
        "√½ is about 0.7.",
        "c": "About half of the answers stay in their windows, which halves the sum of "
        "squares. The change is its root, and √½ is about 0.7.",
    },
)

bar_moves_right = Predict(
    "bar_moves_right",
    right="a",
    choices={
        "a": "Moved by two, each number meets the same partner in the next window. "
        "Moved by one, it meets another.",
        "b": "True of a convolution with stride 1. Here the windows stay where they "
        "are while the bar moves by half of one.",
        "c": "Moved by exactly one window, every number meets the same neighbour as "
        "before.",
    },
)

shuffled_portrait = Predict(
    "shuffled_portrait",
    right="b",
    choices={
        "a": "The pixels leave their places, but not their windows.",
        "b": "Each window holds the same numbers in another order, and neither maximum "
        "nor mean knows an order.",
        "c": "Blur would mix pixels of different windows. Here each keeps its own.",
    },
)
