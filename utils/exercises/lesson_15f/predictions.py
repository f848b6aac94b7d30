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
        "b": "For most small moves, yes. But somewhere the rounding tips over.",
        "c": "Rounding hides the move until it tips over, and then shows too much of "
        "it.",
    },
)

whose_pixels = Predict(
    "whose_pixels",
    right="b",
    choices={
        "a": "The question helps less than one thinks: the head that is asked for any "
        "thing, but in a box, is about as good after so short a training.",
        "b": "Both see the thing in its frame, as large as the box. That helps; the "
        "other question hardly does, after so short a training.",
        "c": "The boxes are the same for all. But to look at each by itself, in its "
        "own frame, makes better masks than to cut up one mask for all.",
    },
)

whole_cells = Predict(
    "whole_cells",
    right="b",
    choices={
        "a": "A pixel or so at the rim seldom decides whether half of it fits.",
        "b": "A shift of a pixel is little for an object, and much for its rim.",
        "c": "A rim that is off by a pixel matters the more, the more exactly the mask "
        "has to fit.",
    },
)

found_boxes = Predict(
    "found_boxes",
    right="b",
    choices={
        "a": "A mask cannot leave its box: what the first stage misses or cuts off, "
        "the second cannot bring back.",
        "b": "Objects that are missed, false finds and rims cut off take about half.",
        "c": "So bad the boxes are not: many objects are still found.",
    },
)
