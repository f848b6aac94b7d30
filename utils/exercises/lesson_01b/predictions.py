"""The questions of lesson 1b, six ways to convolve."""

from utils.checking.questions import Predict

same_at_stride_2 = Predict(
    "same_at_stride_2",
    right="b",
    choices={
        "a": "So does PyTorch's padding=1. `same` adds only what ⌈n / 2⌉ stops take: "
        "with 6 cells, three stops reach over 7.",
        "b": "Three stops reach over 2 · 2 + 3 = 7 cells, four over 9. So 6 cells "
        "lack one, which goes after; 7 cells lack two.",
        "c": "Without padding the last cell of 6 is never a window's middle: only "
        "two stops fit, and `same` promises three.",
    },
)

multiplications = Predict(
    "multiplications",
    right="b",
    choices={
        "a": "Every number of the output is still a sum of 27 products, and no product "
        "occurs twice.",
        "b": "Each output number takes 27 multiplications, in the loops as in the "
        "matrix product. Only who is asked to do them changes.",
        "c": "The table holds pixels several times, but each copy is multiplied only "
        "for the windows that it stands in, as before.",
    },
)

different_weights = Predict(
    "different_weights",
    right="a",
    choices={
        "a": "Every row holds the same nine weights, only in other places.",
        "b": "So many cells are other than zero: 16 rows with nine each. But the rows "
        "all hold the same nine.",
        "c": "So many cells there are. Most are zero, and the rest repeats.",
    },
)

large_filter = Predict(
    "large_filter",
    right="c",
    choices={
        "a": "One product, but of a larger table: it has 1875 columns now (25 · 25 · "
        "3), and every number in it is copied and multiplied.",
        "b": "However fast its code is, it still does 625 multiplications for each "
        "output number and channel.",
        "c": "The filter is filled up with zeros to the size of the image, whatever "
        "its own size is; then there is one product for each wave.",
    },
)

tilted_gaussian = Predict(
    "tilted_gaussian",
    right="b",
    choices={
        "a": "A round one is, and one that lies along the rows or columns. Tilted, "
        "its peak stands further right in every row, and multiples of one row cannot "
        "do that.",
        "b": "Its rows are no multiples of one row: from row to row the peak moves.",
        "c": "Its size plays no part: a round Gaussian of 9 × 9 is separable.",
    },
)
