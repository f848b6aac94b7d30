"""The questions of lesson 4, edge detection."""

from utils.checking.questions import Predict

arrows_of_disc = Predict(
    "arrows_of_disc",
    right="a",
    choices={
        "a": "Slopes are positive where brightness grows, so the arrow points from "
        "dark to light, and the disc is the light side.",
        "b": "The arrow points the way in which brightness grows. Where is it brighter "
        "than on the rim?",
        "c": "Along the rim nothing changes. The arrow points where most changes.",
    },
)

noisy_outline = Predict(
    "noisy_outline",
    right="c",
    choices={
        "a": "To your eye the noise is small beside the edges. This filter weighs it "
        "otherwise: grain changes from one pixel to the next.",
        "b": "If the filter treated both alike. But eight times the middle minus its "
        "neighbours makes grain larger, and soft edges smaller.",
        "c": "The noise differs from pixel to pixel, which is what this filter answers "
        "to most. A soft edge stands out from its neighbours only a little.",
    },
)

taught_by_barcodes = Predict(
    "taught_by_barcodes",
    right="b",
    choices={
        "a": "On the photo it was so. But in a barcode the three pixels of a column "
        "are equal, so it never shows how their weights differ.",
        "b": "Only the sum of each column's weights reaches the answer. How it is "
        "shared out stays as chance began it.",
        "c": "That would take something that pulls both to the same place. The "
        "examples do not, and the starts differ.",
    },
)
