"""The task `how_many_pictures` of dive 17b, more pixels."""

import math

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _ways(blacks):
    return [math.comb(4, int(count)) for count in np.ravel(blacks)]


how_many_pictures = Task(
    "how_many_pictures",
    code="""
    import math

    import numpy as np

    def how_many_pictures(blacks):
        ways = [math.comb(4, int(count)) for count in np.ravel(blacks)]
        return math.prod(ways)
    """,
    why="A square with two black pixels can have them in six places, math.comb(4, 2). "
    "Each way of one square goes with each way of the others, so they multiply.",
    hints=[
        "Take one square with one black pixel: in how many places may it be? And with "
        "two, three, none?",
        "That is math.comb(4, count): 1, 4, 6, 4, 1 for none to four.",
        "Two squares with 6 ways each have 6 · 6 together. So multiply them all.",
    ],
    notice="[[2, 2], [2, 2]] has 1296: six letters of them stand above. Of 11 × 11 "
    "half grey pixels there are more pictures than atoms in what we see of the world.",
    cases=[
        given([[1]]),
        given([[2]]),
        given([[0]]),
        given([[4]]),
        given([[3, 2]]),
        given([[2, 2], [2, 2]]),
        given([[0, 1, 2], [3, 4, 2]]),
    ],
    mistakes=[
        (
            lambda blacks: sum(_ways(blacks)),
            "the ways of the squares are added. Each way of one goes with each of the "
            "others.",
        ),
        (
            lambda blacks: 16 ** np.size(blacks),
            "these are all pictures in black and white. How many have these counts?",
        ),
        (
            lambda blacks: 6 ** np.size(blacks),
            "six ways are those of a square with two black pixels. Others have fewer.",
        ),
        (
            lambda blacks: math.prod(math.perm(4, int(k)) for k in np.ravel(blacks)),
            "black pixels have no order: the first here and the second there is the "
            "same picture as the other way round.",
        ),
        (
            lambda blacks: math.prod(int(k) for k in np.ravel(blacks)),
            "the counts themselves are multiplied. In how many ways can so many of "
            "four pixels be black?",
        ),
        (
            lambda blacks: math.comb(4 * np.size(blacks), int(np.sum(blacks))),
            "black pixels may move from square to square here. Each square has a "
            "count of its own.",
        ),
    ],
)
