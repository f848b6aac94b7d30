"""The task `borders` of lesson 15b, each nucleus by itself."""

import numpy as np
from scipy import ndimage

from utils.checking.cases import given
from utils.checking.tasks import Task

SIDES = ((-1, 0), (1, 0), (0, -1), (0, 1))
CORNERS = ((-1, -1), (-1, 1), (1, -1), (1, 1))


def _beside(nuclei, around, steps=SIDES):
    """Which pixels have a neighbour of another number; around: "edge" or a number."""
    settings = {"mode": "edge"} if around == "edge" else {"constant_values": around}
    padded = np.pad(nuclei, 1, **settings)
    height, width = nuclei.shape
    other = np.zeros(nuclei.shape, dtype=bool)
    for down, along in steps:
        shifted = padded[1 + down : 1 + down + height, 1 + along : 1 + along + width]
        other |= shifted != nuclei
    return other


def _of_the_mask(nuclei):
    """The pixels beside the ground: those between two nuclei are not among them."""
    return _beside((nuclei > 0).astype(int), "edge") & (nuclei > 0)


def _touching_only(nuclei):
    """Only what is beside another nucleus."""
    there = nuclei > 0
    return there & ~_of_the_mask(nuclei) & _beside(nuclei, "edge")


def _eroded(nuclei):
    return (nuclei > 0) & ~ndimage.binary_erosion(nuclei > 0)


borders = Task(
    "borders",
    code="""
    import numpy as np

    def borders(nuclei):
        padded = np.pad(nuclei, 1, mode="edge")
        above, below = padded[:-2, 1:-1], padded[2:, 1:-1]
        left, right = padded[1:-1, :-2], padded[1:-1, 2:]
        sides = np.stack([above, below, left, right])
        return (nuclei > 0) & np.any(sides != nuclei, axis=0)
    """,
    why="Four shifted copies say who is beside each pixel. Padding with the edge's own "
    "numbers lets a nucleus go on outside.",
    hints=[
        "Compare each pixel with the one above it, below it, left and right of it. "
        "Which of the numbers differ?",
        "np.pad(nuclei, 1, mode='edge') gives every pixel four neighbours; slices of "
        "it, such as [:-2, 1:-1] for those above, are as large as nuclei.",
        "A border pixel belongs to a nucleus, so nuclei > 0, and at least one of its "
        "four neighbours has another number.",
    ],
    notice="The border between two that touch is two pixels wide, one of each. That is "
    "what a mask of all nuclei has lost.",
    cases=[
        given(np.array([[0, 1, 1, 1, 0]])),
        given(np.array([[1, 1, 1, 2, 2, 2]])),
        given(np.array([[1, 1, 1], [1, 1, 1], [1, 1, 0]])),
        given(np.kron([[0, 0, 0], [0, 3, 5], [0, 0, 0]], np.ones((3, 3), dtype=int))),
        given(np.array([[0, 0], [0, 0]])),
        given(np.array([[4, 4], [4, 4]])),
        given(
            np.array([[1, 1, 1, 1], [1, 1, 1, 1], [2, 2, 2, 2], [2, 2, 2, 2]]),
        ),
        given(
            np.random.default_rng(0).integers(0, 3, (4, 5)).repeat(3, 0).repeat(3, 1)
        ),
    ],
    mistakes=[
        (
            _of_the_mask,
            "the border between two nuclei that touch is missing: compare their "
            "numbers, not only whether there is a nucleus.",
        ),
        (
            _eroded,
            "this is the rim of the mask: between two nuclei that touch there is none.",
        ),
        (
            _touching_only,
            "only borders between two nuclei: those to the ground count as well.",
        ),
        (
            lambda nuclei: _beside(nuclei, "edge"),
            "the ground beside a nucleus is no border: only its own pixels are.",
        ),
        (
            lambda nuclei: _beside(nuclei, 0) & (nuclei > 0),
            "the picture's edge is no border: the nucleus goes on there.",
        ),
        (
            lambda nuclei: _beside(nuclei, -1),
            "the picture's edge is no border, and neither is the ground.",
        ),
        (
            lambda nuclei: _beside(nuclei, "edge", SIDES + CORNERS) & (nuclei > 0),
            "pixels that meet something else at a corner only are counted, too. Take "
            "the four sides.",
        ),
        (
            lambda nuclei: (nuclei > 0) & ~_beside(nuclei, "edge"),
            "the other way round: these are the pixels inside.",
        ),
        (
            lambda nuclei: _beside(nuclei, "edge", SIDES[:2]) & (nuclei > 0),
            "only above and below are looked at: left and right count, too.",
        ),
        (
            lambda nuclei: _beside(nuclei, "edge", SIDES[2:]) & (nuclei > 0),
            "only left and right are looked at: above and below count, too.",
        ),
    ],
)
