"""The task `thin` of lesson 4b, edges by hand."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task
from utils.exercises.lesson_04b import thin_mistakes as wrong

STRAIGHT = np.array([[1.0, 3, 2], [1, 4, 2], [1, 3, 2]])  # an upright edge


def _slopes(rows, columns):
    return np.random.default_rng(0).normal(size=(2, rows, columns))


thin = Task(
    "thin",
    code="""
    import numpy as np

    def thin(slope_x, slope_y):
        steepness = np.hypot(slope_x, slope_y)
        around = np.pad(steepness, 1)
        sideways = np.maximum(around[1:-1, :-2], around[1:-1, 2:])
        upright = np.maximum(around[:-2, 1:-1], around[2:, 1:-1])
        across = np.where(np.abs(slope_x) >= np.abs(slope_y), sideways, upright)
        return np.where(steepness >= across, steepness, 0)
    """,
    why="The gradient points across the edge, so its longer part says on which two "
    "sides to look. Slices of a padded array hold all neighbours at once.",
    hints=[
        "The gradient points across the edge. Where its part to the right or left is "
        "the longer one, the edge runs up and down. Which two neighbours lie across?",
        "Left and right where |slope_x| >= |slope_y|, else above and below. Pad the "
        "magnitude with zeros by one pixel: slices of it hold all left neighbours, "
        "all right ones, and so on.",
        "np.where(condition, a, b) chooses pixel by pixel: once for the larger of the "
        "two neighbours, and once for the magnitude or 0. Mind the signs of slopes.",
    ],
    notice="This is Canny's thinning, called non-maximum suppression, with two "
    "directions instead of all. Every edge keeps its crest, and no threshold was "
    "needed.",
    cases=[
        given(np.array([[1.0, 3, 2]]), np.zeros((1, 3))),
        given(np.zeros((3, 1)), np.array([[1.0], [3], [2]])),
        given(STRAIGHT, np.zeros((3, 3))),
        given(-STRAIGHT, np.zeros((3, 3))),
        given(np.zeros((3, 3)), -STRAIGHT.T),
        given(np.array([[3.0, 2, 1]]), np.zeros((1, 3))),
        given(np.array([[1.0, 2, 3]]), np.array([[1.0, 2, 3]])),
        given(np.array([[0.0, 2, 2, 1]]), np.zeros((1, 4))),
        given(np.array([[5.0, 1, 1, 6]]), np.zeros((1, 4))),
        given(*_slopes(6, 7)),
    ],
    mistakes=[
        (
            wrong.along_the_edge,
            "it compares along the edge. Its crest runs there: the neighbours across "
            "are meant, left and right where the slope is steeper to the right or "
            "left.",
        ),
        (
            wrong.left_and_right_only,
            "it looks to the left and right only. Edges that lie flat need the "
            "neighbours above and below.",
        ),
        (
            wrong.all_four_neighbours,
            "it compares with all four neighbours, and of a line nothing is left but "
            "its highest points. Compare across the edge only.",
        ),
        (
            wrong.signs_count,
            "a slope of -3 is as steep as one of 3: compare the sizes, np.abs.",
        ),
        (
            wrong.one_neighbour_is_enough,
            "a pixel is kept if it reaches one of the two neighbours. A crest is at "
            "least as high as both.",
        ),
        (
            wrong.ties_removed,
            "two neighbours of equal height remove each other, and the crest is gone. "
            "No smaller than both is enough: >=.",
        ),
        (
            wrong.upright_on_a_tie,
            "on a tie, left and right are meant: >=.",
        ),
        (
            wrong.in_place,
            "the array is changed while it is read: write into a new one.",
        ),
        (
            wrong.other_end_of_the_picture,
            "np.roll brings in the other end of the picture. Beyond the border there "
            "is nothing, which counts as 0.",
        ),
        (
            wrong.without_root,
            "the root is missing: the magnitude is the root of the sum of the squares, "
            "np.hypot(slope_x, slope_y).",
        ),
        (
            wrong.sizes_added,
            "the sizes of both slopes are added. The magnitude is the length of the "
            "arrow, by Pythagoras: np.hypot(slope_x, slope_y).",
        ),
        (
            wrong.larger_size,
            "the larger of the two slopes is taken. The magnitude is the length of the "
            "arrow, by Pythagoras: np.hypot(slope_x, slope_y).",
        ),
        (
            wrong.slopes_added,
            "the slopes are added as they are. The magnitude is the length of the "
            "arrow, by Pythagoras: np.hypot(slope_x, slope_y).",
        ),
        (
            wrong.yes_or_no,
            "the crests are right, as a yes or no. Wanted is the magnitude there.",
        ),
        (np.hypot, "that is the magnitude, not thinned yet."),
    ],
)
