"""The task `numbers_of_manners` of dive 18b, one painter, many manners."""

from utils.checking.cases import given
from utils.checking.tasks import Task

numbers_of_manners = Task(
    "numbers_of_manners",
    code="""
    def numbers_of_manners(channels, manners):
        return 2 * sum(channels) * manners
    """,
    why="Each map of each convolution has a factor and a summand in each manner.",
    hints=[
        "How many numbers has one map in one manner?",
        "Two: it is multiplied by one, and one is added. How many maps are there in "
        "all?",
    ],
    notice="Filters cost far more, and are paid once. A twenty-seventh manner needs "
    "no new filter: that is how the paper adds styles to a finished network.",
    cases=[given([3], 1), given([32, 3], 1), given([32, 64, 3], 26)],
    mistakes=[
        (
            lambda channels, manners: sum(channels) * manners,
            "one number too few for each map: there is a factor, and a summand.",
        ),
        (
            lambda channels, manners: 2 * sum(channels),
            "this is the price of one manner.",
        ),
        (
            lambda channels, manners: 2 * len(channels) * manners,
            "each *map* has numbers of its own, not each convolution.",
        ),
        (
            lambda channels, manners: 2 * channels[-1] * manners,
            "all convolutions count, not the last one only.",
        ),
    ],
)
