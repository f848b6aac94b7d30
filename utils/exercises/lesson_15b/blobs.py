"""The task `blobs` of lesson 15b, each nucleus by itself."""

import numpy as np
from scipy import ndimage

from utils.checking.cases import given
from utils.checking.tasks import Task

CORNERS_TOO = np.ones((3, 3))


def _mask(*rows):
    """A mask from rows of text: # is inside."""
    return np.array([[letter == "#" for letter in row] for row in rows])


def _labelled(mask, structure=None):
    return ndimage.label(mask, structure)[0]


def _by_columns(mask):
    return _labelled(mask.T).T


def _row_by_row(mask):
    """Runs of each row, joined with nothing above or below."""
    return _labelled(mask, [[0, 0, 0], [1, 1, 1], [0, 0, 0]])


def _column_by_column(mask):
    return _labelled(mask, [[0, 1, 0], [0, 1, 0], [0, 1, 0]])


def _pixels_counted(mask):
    return np.where(mask, np.cumsum(mask).reshape(mask.shape), 0)


def _backwards(mask):
    """The last that reading meets is 1."""
    return _labelled(mask[::-1, ::-1])[::-1, ::-1]


def _from_zero(mask):
    return np.where(mask, _labelled(mask) - 1, 0)


def _in_one_pass(mask):
    """A number from above, else from the left, else a new one; never joined later."""
    numbers, count = 0 * mask, 0
    for row, column in np.argwhere(mask):
        above = numbers[row - 1, column] if row else 0
        left = numbers[row, column - 1] if column else 0
        count += not above and not left
        numbers[row, column] = above or left or count
    return numbers


blobs = Task(
    "blobs",
    code="""
    import numpy as np

    def blobs(mask):
        height, width = mask.shape
        numbers = 0 * mask  # whole numbers, none given yet
        count = 0
        for row, column in np.argwhere(mask):
            if numbers[row, column] == 0:
                count += 1
                waiting = [(row, column)]
                while waiting:
                    y, x = waiting.pop()
                    inside = 0 <= y < height and 0 <= x < width
                    if inside and mask[y, x] and numbers[y, x] == 0:
                        numbers[y, x] = count
                        waiting += [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
        return numbers
    """,
    why="A flood: whoever is reached gets the number, and hands on to the four sides. "
    "The list remembers where the flood still has to look.",
    hints=[
        "Read the mask row by row. At a pixel that is true and has no number yet, a "
        "new blob begins: give it the next number, and flood.",
        "To flood, keep a list of places to look at. Take one out; if it lies in the "
        "picture, is true and has no number, give it one and put its four sides on "
        "the list. Stop when the list is empty.",
        "np.argwhere(mask) gives the places of the true pixels in reading order. "
        "list.pop() takes one out. The sides of (y, x) are (y - 1, x), (y + 1, x), "
        "(y, x - 1) and (y, x + 1).",
    ],
    notice="Neighbours are a choice: with corners, blobs that meet at a corner become "
    "one. scipy.ndimage.label takes the sides only, unless told.",
    cases=[
        given(_mask("#")),
        given(_mask("#.#")),
        given(_mask("#.", "##")),
        given(_mask("#.", ".#")),
        given(_mask("..", "..")),
        given(_mask("..#", "#.#", "###")),
        given(_mask("##.##", "##..#", "...#.", "#.##.", "#...#")),
        given(_mask("#####", "#...#", "#.#.#", "#...#", "#####")),
        given(_mask("#.#.#", "#.#.#", "###.#", "....#", "#####")),
        given(np.random.default_rng(0).random((9, 14)) < 0.55),
    ],
    mistakes=[
        (
            lambda mask: _labelled(mask, CORNERS_TOO),
            "pixels that meet at a corner only are joined. Take the four sides.",
        ),
        (
            lambda mask: _labelled(mask).max(),
            "this is the number of blobs. Wanted is the number of the blob at each "
            "pixel.",
        ),
        (
            lambda mask: mask.astype(int),
            "every pixel gets a 1: the next blob takes the next number.",
        ),
        (
            _in_one_pass,
            "a number comes from above and from the left only: the arms of a U, which "
            "meet further down, must get the same.",
        ),
        (_by_columns, "the blobs are numbered as they are met column by column."),
        (_backwards, "the blobs are numbered from the end: the first met gets 1."),
        (_from_zero, "the first blob has the number 0, which is the ground's."),
        (
            _row_by_row,
            "only left and right are joined: a blob also goes on above and below.",
        ),
        (
            _column_by_column,
            "only above and below are joined: a blob also goes on left and right.",
        ),
        (
            _pixels_counted,
            "every pixel gets a number of its own: a flood hands its number on.",
        ),
    ],
)
