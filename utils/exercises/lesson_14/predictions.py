"""The questions of lesson 14, detection."""

from utils.checking.questions import Predict

half_a_width = Predict(
    "half_a_width",
    right="b",
    choices={
        "a": "Half of *each square* is shared. But IoU divides by what both cover "
        "together, which is more than one square.",
        "b": "Half a square is shared, one and a half are covered.",
        "c": "A quarter is shared if it moves by half its width *and* half its height; "
        "IoU is even less then, 1/7.",
    },
)

nothing_anywhere = Predict(
    "nothing_anywhere",
    right="c",
    choices={
        "a": "That would need digits in half of the cells. There are one to four of "
        "them, and only the cells in their middle answer.",
        "b": "Count once more: 144 cells, one to four digits, mostly one to four cells "
        "in the middle of each.",
        "c": "A handful of 144 cells answer, so saying nothing is nearly always right, "
        "and useless.",
    },
)

raised_threshold = Predict(
    "raised_threshold",
    right="b",
    choices={
        "a": "Precision mostly rises, for low scores are false more often. But the box "
        "that goes next may be a hit.",
        "b": "Boxes go and none comes, so nothing new is hit. What goes may be a false "
        "alarm or a hit.",
        "c": "No box comes back when the threshold rises, so no digit is hit that was "
        "not hit before.",
    },
)

left_double = Predict(
    "left_double",
    right="c",
    choices={
        "a": "They overlap it, but a digit can be hit only once.",
        "b": "The digits that were found are the same; there are only more boxes on "
        "each.",
        "c": "Each further box on a digit is a false alarm, and there are more of them "
        "than digits.",
    },
)

larger_digits = Predict(
    "larger_digits",
    right="c",
    choices={
        "a": "Convolution looks for the same thing at every *place*. A larger digit is "
        "another pattern to the same filters.",
        "b": "So much it reaches with digits a little larger than any it saw. These "
        "are far larger: no such strokes, no such distances were in its training.",
        "c": "A convolution that meets a moved digit gives moved answers. It promises "
        "no such thing for a larger one.",
    },
)
