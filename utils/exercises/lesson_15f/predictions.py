"""The questions of dive 15f, a mask in each box."""

from utils.checking.questions import Predict

perfect_pixels = Predict(
    "perfect_pixels",
    right="b",
    choices={
        "a": "All pixels are right and all boxes too. But where two boxes overlap, "
        "neither says whose a pixel is.",
        "b": "Most objects are still hit at 0.50. But where boxes share pixels, many "
        "go to the wrong one, and at 0.75 that is too many.",
        "c": "So bad it is not: most pixels of a box belong to its object.",
    },
)

moved_box = Predict(
    "moved_box",
    right="c",
    choices={
        "a": "So it is with samples in between. Whole cells cannot move by less than "
        "one.",
        "b": "Round the four places: 0.8, 0.9 and 1.3 all give cell 1.",
        "c": "0.8, 0.9 and 1.3 all round to 1. Only at 1.6 it tips over, and then it "
        "jumps by a whole cell.",
        "d": "For most small moves, yes. But somewhere the rounding tips over.",
    },
)

whose_pixels = Predict(
    "whose_pixels",
    right="a",
    choices={
        "a": "Both look at each box alone, in its own frame, and that goes with better "
        "masks. Which of the two questions they are asked, this score hardly shows.",
        "b": "The head that is asked for any thing, but in a box, gets about as much "
        "of this score as the one that is asked for its own.",
        "c": "The boxes are the same for all. But heads that look at each box alone "
        "draw better masks than one mask for all, cut up.",
    },
)

whole_cells = Predict(
    "whole_cells",
    right="c",
    choices={
        "a": "A rim that is off by a pixel or two matters the more, the more exactly "
        "the mask has to fit.",
        "b": "A pixel or two at the rim seldom decide whether half of it fits.",
        "c": "A shift of a pixel or two is little for an object, and much for its rim.",
    },
)

found_boxes = Predict(
    "found_boxes",
    right="b",
    choices={
        "a": "A mask cannot leave its box: what the first stage misses or cuts off, "
        "the second cannot bring back.",
        "b": "Objects that are missed, false finds and rims cut off take about half, "
        "all together.",
        "c": "So bad the boxes are not: many objects are still found.",
    },
)
