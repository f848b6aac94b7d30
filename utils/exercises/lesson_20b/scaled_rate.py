"""The task `scaled_rate` of dive 20b, large batches and the learning rate."""

from utils.checking.cases import given
from utils.checking.tasks import Task

scaled_rate = Task(
    "scaled_rate",
    code="""
    def scaled_rate(rate, batch, larger, limit):
        return min(rate * larger / batch, limit)
    """,
    why="In proportion to the batch, as long as that stays below what the network "
    "bears; beyond, the limit.",
    hints=[
        "How many times as large is the larger batch? The rate grows as many times.",
        "min(a, b) is the smaller of two numbers: the rate never passes the limit.",
    ],
    notice="Where the limit begins to count, a larger batch saves fewer steps.",
    cases=[
        given(0.1, 32, 64, 1.0),
        given(0.1, 32, 32, 1.0),
        given(0.1, 256, 8192, 5.0),
        given(0.5, 8, 32, 1.0),
        given(0.2, 64, 16, 1.0),
        given(0.25, 8, 512, 0.8),
    ],
    mistakes=[
        (
            lambda rate, batch, larger, limit: rate * larger / batch,
            "the limit is not kept.",
        ),
        (
            lambda rate, batch, larger, limit: min(rate, limit),
            "the batch is not looked at yet.",
        ),
        (
            lambda rate, batch, larger, limit: min(rate * batch / larger, limit),
            "upside down: a larger batch makes fewer steps, so they must be longer.",
        ),
        (
            lambda rate, batch, larger, limit: min(
                rate * (larger / batch) ** 0.5, limit
            ),
            "this is the rule of the root; wanted is the rule in proportion.",
        ),
        (
            lambda rate, batch, larger, limit: max(rate * larger / batch, limit),
            "the limit is the highest rate, not the lowest.",
        ),
    ],
)
